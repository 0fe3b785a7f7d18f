import {
  DAY,
  detectEnd,
  endThresholds,
  type DefinitionAt,
  type EpochMs,
  type NihssAssessment,
} from '@endwatch/clinical';
import type { Trajectory } from '@endwatch/contracts';
import { endOf, examinationsOf } from '../board/board-row.ts';
import { isoTime, isoTimeOrNull } from '../board/iso-time.ts';
import { patientStateOf, type PatientState } from '../patient-state/patient-state.ts';
import type { ScoreRecord, StoredPatient } from '../patient-state/stored-patient.ts';
import type { AlertEvent } from './patient-history.ts';

/** Length of the time axis, from admission. */
export const TRAJECTORY = 14 * DAY;

export type TrajectoryScore = Pick<
  ScoreRecord,
  'id' | 'asOf' | 'knownAt' | 'next24h' | 'by48h' | 'by7d' | 'modelVersion' | 'supersededAt'
>;

export interface TrajectoryQuestion {
  readonly stored: StoredPatient;
  /** By `asOf` then `knownAt`, superseded ones too. */
  readonly scores: readonly TrajectoryScore[];
  readonly definitionAt: DefinitionAt;
  /** In order. */
  readonly alertEvents: readonly AlertEvent[];
  readonly now: EpochMs;
}

/** When the stay began whose trajectory is shown; null without a stay. */
export function trajectoryStart(stored: StoredPatient, now: EpochMs): EpochMs | null {
  const state = patientStateOf(stored);
  return state.stayAt(momentOf(state, now))?.admittedAt ?? null;
}

/** The clock's now, or the newest effective time where a sender's clock runs ahead. */
function momentOf({ facts }: PatientState, now: EpochMs): EpochMs {
  return Math.max(now, facts.latestEffectiveAt ?? now);
}

/** Examinations and risks of the newest stay, 14 days from admission; null without a stay. */
export function toTrajectory(question: TrajectoryQuestion): Trajectory | null {
  const { stored, scores, definitionAt, now } = question;
  const state = patientStateOf(stored);
  const moment = momentOf(state, now);
  const stay = state.stayAt(moment);
  if (stay === null) return null;
  const { admittedAt } = stay;
  const last = Math.min(moment, admittedAt + TRAJECTORY);
  const assessments = examinationsOf(state, stay, last);
  const end = detectEnd({ assessments, admittedAt, definitionAt, asOf: moment });
  const { name, total, motor, windowHours, baseline } = definitionAt(now);
  return {
    patientId: stored.patientId,
    admittedAt: isoTime(admittedAt),
    definition: { name, total, motor, windowHours, baseline },
    assessments: assessments.map(toAssessment),
    end: {
      ...endOf(end),
      deltaTotal: end.deltaTotal,
      deltaMotor: end.deltaMotor,
      reference: isoTimeOrNull(end.referenceAt),
      judgedBy: end.definition && endThresholds(end.definition),
    },
    risk: scores
      .filter(({ asOf }) => asOf >= admittedAt && asOf <= last)
      .map((score) => ({
        scoreId: score.id,
        asOf: isoTime(score.asOf),
        knownAt: isoTime(score.knownAt),
        next24h: score.next24h,
        by48h: score.by48h,
        by7d: score.by7d,
        modelVersion: score.modelVersion,
        superseded: score.supersededAt !== null,
      })),
    alertEvents: question.alertEvents
      .filter(({ at }) => at >= admittedAt)
      .map((event) => ({ ...event, at: isoTime(event.at) })),
  };
}

function toAssessment(one: NihssAssessment): Trajectory['assessments'][number] {
  return {
    id: one.id,
    at: isoTime(one.at),
    knownAt: isoTime(one.knownAt),
    total: one.total,
    motor: one.motor,
    items: { ...one.items },
    partial: one.partial,
    status: one.status,
    rater: one.rater,
    untestable: { ...one.untestable },
  };
}
