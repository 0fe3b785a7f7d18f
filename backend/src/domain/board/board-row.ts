import {
  admissionAssessment,
  ageAt,
  BEFORE_ADMISSION,
  DAY,
  newestByStream,
  thrombolysedAt,
  type EndFinding,
  type EpochMs,
  type ExaminationSchedule,
  type NihssAssessment,
  type Stay,
} from '@endwatch/clinical';
import type { BoardRow } from '@endwatch/contracts';
import type { PatientState } from '../patient-state/patient-state.ts';
import type { ForecastSpan } from '../rescoring/forecast-span.ts';
import type { ModelManifest } from '../rescoring/model-manifest.ts';
import { openAlertViews } from './alert-view.ts';
import { examinationDue } from '../examination/examination-due.ts';
import { isoTime, isoTimeOrNull } from './iso-time.ts';
import type { Placement } from './placement.ts';
import { riskTile } from './risk-tile.ts';

/** Length of the sparkline. */
const SERIES = 14 * DAY;

export interface RowQuestion {
  readonly state: PatientState;
  readonly stay: Stay;
  readonly span: ForecastSpan;
  readonly placement: Placement;
  /** The clock's now, or the newest effective time where a sender's clock runs ahead of it. */
  readonly moment: EpochMs;
  readonly manifest: Pick<ModelManifest, 'thresholds' | 'trainedOn'>;
  readonly schedule: ExaminationSchedule;
}

/** The tile of one patient. Depends on facts, scores and alerts only, so that it is written once and read by all. */
export function toBoardRow(question: RowQuestion): BoardRow {
  const { state, stay, span, placement, moment } = question;
  const view = state.timeline.cutAt(moment);
  const newest = newestByStream(view);
  return {
    patientId: state.patientId,
    encounterId: stay.encounterId,
    name: view.patient?.name ?? 'Name not known',
    bed: placement.bed,
    age: ageAt(view.patient?.birthDate ?? null, moment),
    sex: view.patient?.sex ?? 'unknown',
    admittedAt: isoTime(stay.admittedAt),
    thrombolysedAt: isoTimeOrNull(thrombolysedAt(view, stay.admittedAt)),
    nihss: nihssOf(question),
    end: endOf(span.end),
    ...riskTile(question),
    freshness: {
      vitals: isoTimeOrNull(newest.vitals),
      labs: isoTimeOrNull(newest.labs),
      report: isoTimeOrNull(newest.report),
      nihss: isoTimeOrNull(newest.nihss),
    },
    alerts: openAlertViews(state.facts.alerts, placement.wardId),
  };
}

/** END as a screen shows it; the rise only where there is one to show. */
export function endOf(end: EndFinding): BoardRow['end'] {
  const met = end.status === 'confirmed' || end.status === 'suspected';
  return {
    status: end.status,
    rule: end.rule,
    at: isoTimeOrNull(end.at),
    delta: met ? (end.rule === 'motor' ? end.deltaMotor : end.deltaTotal) : null,
    reason: end.reason,
  };
}

/** Examinations that belong to this illness. */
export function examinationsOf(
  state: PatientState,
  stay: Stay,
  moment: EpochMs,
): readonly NihssAssessment[] {
  return state.timeline
    .cutAt(moment)
    .assessments.filter(({ at }) => at >= stay.admittedAt - BEFORE_ADMISSION);
}

function nihssOf(question: RowQuestion): BoardRow['nihss'] {
  const { state, stay, moment } = question;
  const all = examinationsOf(state, stay, moment);
  const admission = admissionAssessment(all, stay.admittedAt);
  const newest = all.findLast(({ total }) => total !== null);
  const moved = all.findLast(({ motor }) => motor !== null);
  const due = examinationDue({ ...question, assessments: all });
  return {
    ...{ total: newest?.total ?? null, at: isoTimeOrNull(newest?.at) },
    motor: moved?.motor ?? null,
    ...{ admissionTotal: admission?.total ?? null, admissionMotor: admission?.motor ?? null },
    nextDueAt: isoTimeOrNull(due?.dueAt),
    series: seriesOf(all, moment - SERIES),
  };
}

function seriesOf(
  assessments: readonly NihssAssessment[],
  from: EpochMs,
): BoardRow['nihss']['series'] {
  return assessments.flatMap(({ at, total }) =>
    total === null || at < from ? [] : [{ at: isoTime(at), total }],
  );
}
