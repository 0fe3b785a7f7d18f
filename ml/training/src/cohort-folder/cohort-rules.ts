import {
  ageAt,
  BEFORE_ADMISSION,
  buildTimeline,
  detectEnd,
  END_PAPER,
  FORECAST_END_HOURS,
  hadTreatment,
  HOUR,
  reportsOfIllness,
  seenWithoutEndUntil,
  stayOutcome,
  type EndFinding,
  type PatientTimeline,
  type WatchedStay,
} from '@endwatch/clinical';
import type { StayRecords } from '../stay-rows.ts';

/** A stay as the rules see it: from all that was charted, whenever. */
export interface JudgedStay {
  readonly admittedAt: number;
  readonly timeline: PatientTimeline;
  readonly age: number | null;
  readonly end: EndFinding | null;
}

export interface CohortRule {
  readonly id: string;
  /** Why a stay leaves here. */
  readonly leaves: string;
  readonly keeps: (stay: JudgedStay) => boolean;
}

const has = ({ timeline }: JudgedStay, condition: string): boolean =>
  timeline.conditions.some((one) => one.condition === condition);

/** Values of any kind in the first day; the paper says "incomplete data" and no more, so the least that its model reads is asked for. */
function hasInputs({ timeline, admittedAt }: JudgedStay): boolean {
  const firstDay = timeline.cutAt(admittedAt + 24 * HOUR);
  const from = admittedAt - BEFORE_ADMISSION;
  return (['heart-rate', 'systolic-bp'] as const).some((vital) => {
    const newest = firstDay.latest(vital);
    return newest !== null && newest.at >= from;
  });
}

/** Of this illness: features read no older one. */
function hasReport({ timeline, admittedAt }: JudgedStay): boolean {
  return reportsOfIllness(timeline.cutAt(admittedAt + 24 * HOUR), admittedAt).length > 0;
}

/**
 * Inclusion and exclusion of Sun C et al. 2026 (doi:10.3389/fneur.2026.1787921), in the order in which stays leave: ischaemic stroke, occlusion of the
 * middle cerebral artery confirmed by imaging, no endovascular treatment, complete enough. Adults, which the paper implies.
 */
export const PAPER_RULES: readonly CohortRule[] = [
  {
    id: 'ischaemic-stroke',
    leaves: 'No ischaemic stroke',
    // An occlusion that is coded alone says that the stroke is ischaemic.
    keeps: (stay) => has(stay, 'ischaemic-stroke') || has(stay, 'mca-occlusion'),
  },
  {
    id: 'mca-occlusion',
    leaves: 'No occlusion of the middle cerebral artery confirmed by imaging',
    keeps: (stay) => has(stay, 'mca-occlusion'),
  },
  {
    id: 'no-thrombectomy',
    leaves: 'Endovascular treatment',
    keeps: ({ timeline, admittedAt }) => !hadTreatment(timeline, 'thrombectomy', admittedAt),
  },
  { id: 'adult', leaves: 'Age unknown or under 18', keeps: ({ age }) => age !== null && age >= 18 },
  {
    id: 'examined-twice',
    leaves: 'NIHSS not charted at admission and again within 7 days',
    keeps: ({ end }) => end !== null && end.status !== 'not-evaluable',
  },
  {
    id: 'values',
    leaves: 'No vital signs in the first 24 h',
    keeps: hasInputs,
  },
  {
    id: 'report',
    leaves: 'No imaging report in the first 24 h',
    keeps: hasReport,
  },
];

export function judged({ admittedAt, records }: StayRecords): JudgedStay {
  const timeline = buildTimeline(records);
  const { assessments } = timeline;
  const last = assessments.at(-1);
  const end = last ? detectEnd({ assessments, admittedAt, asOf: last.at }) : null;
  return { admittedAt, timeline, age: ageAt(timeline.patient?.birthDate ?? null, admittedAt), end };
}

/** The first rule that a stay does not meet; null when it meets all. */
export function leavesAt(
  stay: JudgedStay,
  rules: readonly CohortRule[] = PAPER_RULES,
): CohortRule | null {
  return rules.find(({ keeps }) => !keeps(stay)) ?? null;
}

/** How a stay counts: END as charted, a competing event, or censored. */
export type Outcome =
  'early-end' | 'late-end' | 'died' | 'discharged' | 'followed' | 'last-examined';

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  'early-end': 'END within 48 h',
  'late-end': 'END after 48 h, within 7 days',
  died: 'Died within 7 days without END (competing event)',
  discharged: 'Discharged within 7 days without END (competing event)',
  followed: 'No END in 7 days',
  'last-examined':
    'No END, not examined to the end of the 7 days (censored at the last examination)',
};

/**
 * END is labelled by the rule on what was charted, never by a column. After leaving the hospital nobody charts: death and discharge compete
 * with END in cumulative incidences; the hazards of the live model take follow-up as ending with the last examination.
 */
export function outcomeOf(
  { end, timeline, admittedAt }: JudgedStay,
  records: StayRecords['records'],
): Outcome {
  const { hours, event } = stayOutcome({
    ...{ admittedAt, left: leftAt(records) },
    endAt: end?.status === 'confirmed' ? end.at : null,
    seenUntil: seenWithoutEndUntil(timeline.assessments, admittedAt),
  });
  switch (event) {
    case 'end':
      return hours <= END_PAPER.earlyHours ? 'early-end' : 'late-end';
    case 'death':
      return 'died';
    case 'discharge':
      return 'discharged';
    case 'none':
      return hours >= FORECAST_END_HOURS ? 'followed' : 'last-examined';
  }
}

/** Null while the stay had not ended when the records stop. */
export function leftAt(records: StayRecords['records']): WatchedStay['left'] {
  for (const record of records) {
    if (record.type !== 'encounter' || record.end === null || record.retracted) continue;
    return { at: record.end, died: record.died };
  }
  return null;
}
