import {
  BEFORE_ADMISSION,
  DAY,
  type DefinitionAt,
  type EpochMs,
  type ExaminationSchedule,
} from '@endwatch/clinical';
import type { AsKnown, BoardRow } from '@endwatch/contracts';
import { toAlertView } from '../board/alert-view.ts';
import { toBoardRow, type RowQuestion } from '../board/board-row.ts';
import { isoTime, isoTimeOrNull } from '../board/iso-time.ts';
import { resolvePlacement, type Placement } from '../board/placement.ts';
import { patientStateOf } from '../patient-state/patient-state.ts';
import type { StoredPatient } from '../patient-state/stored-patient.ts';
import { forecastSpan } from '../rescoring/forecast-span.ts';
import { changesOf, knownThen, scoresThen } from './known-then.ts';
import { lastRow } from './last-row.ts';
import { toPatientDetail } from './patient-detail.ts';
import type { PatientHistory } from './patient-history.ts';
import { toTrajectory } from './trajectory.ts';

export interface AsKnownQuestion {
  readonly history: PatientHistory;
  readonly definitionAt: DefinitionAt;
  /** What held on a ward then. */
  readonly scheduleOf: (wardId: string) => ExaminationSchedule;
  /** Of today: a past model's limits of the bands are not kept. */
  readonly manifest: RowQuestion['manifest'];
  readonly at: EpochMs;
}

interface Shown {
  readonly row: BoardRow;
  /** Null = on no board any more. */
  readonly placement: Placement | null;
}

/** The tile that the board showed at a moment, by the functions that make it now; null where the patient was on none, and had not left one. */
export function tileThen(question: AsKnownQuestion): Shown | null {
  return tileOf(question, knownThen(question.history, question.at));
}

function tileOf(question: AsKnownQuestion, stored: StoredPatient): Shown | null {
  const { definitionAt, scheduleOf, manifest, at, history } = question;
  const state = patientStateOf(stored);
  const moment = Math.max(at, state.facts.latestEffectiveAt ?? at);
  const stay = state.stayAt(moment);
  if (stay === null) return null;
  if (stay.dischargedAt !== null) {
    const row = lastRow({ stored, definitionAt, manifest, now: moment });
    return row && { row, placement: null };
  }
  const span = forecastSpan({ state, stay, moment, definitionAt });
  const placement = resolvePlacement(history.directory, stay.locations);
  const schedule = scheduleOf(placement.wardId);
  const row = toBoardRow({ state, stay, span, placement, moment, manifest, schedule });
  return { row, placement };
}

/** The patient page as it would have been at a moment, and when something changed before and after it. */
export function asKnown(question: AsKnownQuestion): AsKnown {
  const { history, definitionAt, at } = question;
  const stored = knownThen(history, at);
  const shown = tileOf(question, stored);
  const wardId = shown?.placement?.wardId ?? '';
  const from = (shown === null ? at : Date.parse(shown.row.admittedAt)) - DAY;
  const alerts = stored.alerts
    .filter(({ patientId, raisedAt }) => patientId === stored.patientId && raisedAt >= from)
    .toSorted((a, b) => b.raisedAt - a.raisedAt)
    .map((alert) => toAlertView(alert, wardId));
  const alertEvents = history.alertEvents.filter((event) => event.at <= at);
  const scores = scoresThen(history, at).toSorted(
    (a, b) => a.asOf - b.asOf || a.knownAt - b.knownAt,
  );
  return {
    at: isoTime(at),
    ...stepsOf(history, at),
    tile: shown && { ...shown.row },
    detail:
      shown && toPatientDetail({ stored, row: shown.row, ward: wardOf(shown), alerts, now: at }),
    trajectory: shown && toTrajectory({ stored, scores, definitionAt, now: at, alertEvents }),
  };
}

function wardOf({ placement }: Shown): { id: string; name: string } | null {
  return placement && { id: placement.wardId, name: placement.wardName };
}

/** Of the newest stay: an earlier one is another story. */
function stepsOf(
  history: PatientHistory,
  at: EpochMs,
): Pick<AsKnown, 'first' | 'previous' | 'next'> {
  const admittedAt = patientStateOf(history.stored).stayAt(Number.MAX_SAFE_INTEGER)?.admittedAt;
  const from = (admittedAt ?? -Infinity) - BEFORE_ADMISSION;
  const changes = changesOf(history).filter((change) => change >= from);
  return {
    first: isoTimeOrNull(changes[0]),
    previous: isoTimeOrNull(changes.findLast((change) => change < at)),
    next: isoTimeOrNull(changes.find((change) => change > at)),
  };
}
