import {
  ageAt,
  BEFORE_ADMISSION,
  DAY,
  detectEnd,
  endThresholds,
  LABORATORY_VALUES,
  QUANTITIES,
  thrombolysedAt,
  VITAL_SIGNS,
  type BandThresholds,
  type ClinicalRecord,
  type DetectEndInput,
  type EpochMs,
  type ExaminationSchedule,
  type NihssAssessment,
  type PatientTimeline,
  type QuantityName,
} from '@endwatch/clinical';
import { isByMachine, type StayHistory } from '@endwatch/contracts';
import { examinationsOf } from '../board/board-row.ts';
import { isoTime, isoTimeOrNull } from '../board/iso-time.ts';
import { knownOf } from '../export/de-identify.ts';
import { maskText, type Known } from '../export/mask-text.ts';
import { patientStateOf } from '../patient-state/patient-state.ts';
import { dueOf } from './examinations-due.ts';
import { knownAt } from './known-at.ts';
import { riskOf } from './risk-shown.ts';
import type { ReviewAlert } from './review-stay.ts';
import {
  isLoadedAfterwards,
  placementOf,
  staysOf,
  type StayWithin,
  type SummaryQuestion,
} from './summarise-stays.ts';

export interface HistoryQuestion extends SummaryQuestion {
  /** Which stay: the newest for null. */
  readonly admittedAt: EpochMs | null;
  /** Whose knowledge: all that there is now for null. */
  readonly knownAt: EpochMs | null;
  readonly thresholds: BandThresholds;
  /** What held on a ward at a moment. */
  readonly scheduleOf: (ward: string | null, at: EpochMs) => ExaminationSchedule;
}

/** How long after its admission a stay is followed. */
const FOLLOWED = 30 * DAY;

/** What was charted of a stay; what was judged of it afterwards is kept apart. */
export type StayCourse = Omit<StayHistory, 'adjudications'>;

/** One stay on one time axis; null when there is none, or none was known then. */
export function toStayHistory(question: HistoryQuestion): StayCourse | null {
  const moment = question.knownAt;
  const known: SummaryQuestion = moment === null ? question : knownAt(question, moment);
  const state = patientStateOf(known.stored);
  const stays = known.stored.mergedInto === null ? staysOf(state, known.now) : [];
  const chosen =
    question.admittedAt === null
      ? stays.at(-1)
      : stays.find(({ stay }) => stay.admittedAt === question.admittedAt);
  if (chosen === undefined) return null;
  const { stay } = chosen;
  const until = Math.min(chosen.until - 1, stay.admittedAt + FOLLOWED);
  const timeline = state.timeline.cutAt(until);
  const assessments = examinationsOf(state, stay, until);
  const window = { from: stay.admittedAt - BEFORE_ADMISSION, until };
  const head = headOf(known, chosen, timeline);
  const whose = knownOf(known.stored, timeline.patient);
  return {
    ...head,
    knownAt: isoTimeOrNull(moment),
    stays: stays.map(({ stay: { encounterId, admittedAt } }) => ({
      ...{ encounterId, admittedAt: isoTime(admittedAt) },
    })),
    end: endOf({
      ...{ assessments, admittedAt: stay.admittedAt, asOf: until },
      definitionAt: question.definitionAt,
    }),
    examinations: assessments.map(toExamination),
    due: dueOf(assessments, {
      admittedAt: stay.admittedAt,
      thrombolysedAt: thrombolysedAt(timeline, stay.admittedAt),
      scheduleAt: (at) => question.scheduleOf(head.ward, at),
      over: Math.min(stay.dischargedAt ?? known.now, known.now),
    }),
    measurements: measurementsOf(timeline, window),
    ...textsOf(timeline, window, whose),
    risk: riskOf(
      known.scores.filter(({ asOf }) => within(asOf, window)),
      question.thresholds,
    ),
    alerts: known.alerts
      .filter(({ raisedAt }) => within(raisedAt, window))
      .map((alert) => toAlert(alert, whose)),
  };
}

interface Window {
  readonly from: EpochMs;
  /** Inclusive. */
  readonly until: EpochMs;
}

function within(at: EpochMs, { from, until }: Window): boolean {
  return at >= from && at <= until;
}

function headOf(
  { stored, directory }: SummaryQuestion,
  { stay }: StayWithin,
  { patient }: PatientTimeline,
): Pick<
  StayHistory,
  | 'patientId'
  | 'encounterId'
  | 'ward'
  | 'age'
  | 'sex'
  | 'admittedAt'
  | 'dischargedAt'
  | 'died'
  | 'loadedAfterwards'
> {
  return {
    patientId: stored.patientId,
    encounterId: stay.encounterId,
    ward: placementOf(stored, stay, directory).wardId,
    age: ageAt(patient?.birthDate ?? null, stay.admittedAt),
    sex: patient?.sex ?? 'unknown',
    admittedAt: isoTime(stay.admittedAt),
    dischargedAt: isoTimeOrNull(stay.dischargedAt),
    died: stay.died,
    loadedAfterwards: isLoadedAfterwards(stored, stay),
  };
}

function endOf(question: DetectEndInput): StayHistory['end'] {
  const end = detectEnd(question);
  const deciding = question.assessments.filter(({ at }) => at === end.at || at === end.referenceAt);
  const known = end.at === null ? null : Math.max(...deciding.map((one) => one.knownAt));
  return {
    ...{ status: end.status, rule: end.rule, reason: end.reason },
    ...{ deltaTotal: end.deltaTotal, deltaMotor: end.deltaMotor },
    ...{ at: isoTimeOrNull(end.at), referenceAt: isoTimeOrNull(end.referenceAt) },
    knownAt: isoTimeOrNull(known),
    judgedBy: end.definition && endThresholds(end.definition),
  };
}

function toExamination(one: NihssAssessment): StayHistory['examinations'][number] {
  return {
    ...{ id: one.id, at: isoTime(one.at), knownAt: isoTime(one.knownAt) },
    ...{ total: one.total, motor: one.motor, items: { ...one.items } },
    ...{ partial: one.partial, status: one.status, rater: one.rater },
  };
}

function measurementsOf(timeline: PatientTimeline, window: Window): StayHistory['measurements'] {
  const of = (name: QuantityName, kind: 'vital' | 'laboratory') => ({
    ...{ name, kind, unit: QUANTITIES[name].unit },
    points: timeline
      .series(name, window.from - 1)
      .filter(({ at }) => at <= window.until)
      .map(({ at, value, comparator, record }) => ({
        ...{ at: isoTime(at), knownAt: isoTime(record.times.ingestedAt), value, comparator },
      })),
  });
  return [
    ...VITAL_SIGNS.map((name) => of(name, 'vital')),
    ...LABORATORY_VALUES.map((name) => of(name, 'laboratory')),
  ].filter(({ points }) => points.length > 0);
}

function textsOf(
  timeline: PatientTimeline,
  window: Window,
  known: Known,
): Pick<StayHistory, 'reports' | 'conditions' | 'treatments'> {
  const when = ({ times }: ClinicalRecord) => ({
    at: isoTime(times.effectiveAt),
    knownAt: isoTime(times.ingestedAt),
  });
  const ours = ({ times }: ClinicalRecord): boolean => within(times.effectiveAt, window);
  return {
    reports: timeline.reports.filter(ours).map((one) => ({
      ...{ id: one.resourceKey, title: one.title, text: one.text, status: one.status },
      masked: {
        title: one.title === null ? null : maskText(one.title, known),
        text: maskText(one.text, known),
      },
      ...when(one),
    })),
    conditions: timeline.conditions.map((one) => ({ condition: one.condition, ...when(one) })),
    treatments: timeline.treatments
      .filter(ours)
      .map((one) => ({ treatment: one.treatment, ...when(one) })),
  };
}

/** What somebody wrote to it may name the patient; what a rule says does not. */
function toAlert(alert: ReviewAlert, whose: Known): StayHistory['alerts'][number] {
  type View = StayHistory['alerts'][number];
  const { id, ward, kind, priority, state, raisedAt, transitions } = alert;
  return {
    ...{ id, ward, priority, raisedAt: isoTime(raisedAt) },
    // As the product itself wrote them.
    ...{ kind: kind as View['kind'], state: state as View['state'] },
    reason: transitions[0]?.reason ?? '',
    transitions: transitions.map(({ at, from, to, by, reason }) => ({
      ...{ at: isoTime(at), by },
      reason: isByMachine({ by, to }) ? reason : maskText(reason, whose),
      ...{ from: from as View['state'] | null, to: to as View['state'] },
    })),
  };
}
