import type {
  AdjudicationReview,
  Answered,
  DriftReview,
  ForecastFigures,
  ForecastReview,
  Proposal,
  ResponseReview,
  ReviewFreshness,
  ReviewShare,
  ToldAlarm,
  WhatIfFigures,
  WhatIfReview,
} from '@endwatch/contracts';
import type { Cell, CsvTable } from './csv-tables.ts';

const limits = (ci95: readonly [number, number] | null): readonly Cell[] => ci95 ?? [null, null];
const share = ({ k, n, value, ci95 }: ReviewShare): readonly Cell[] => [
  k,
  n,
  value,
  ...limits(ci95),
];
const shareColumns = (name: string): readonly string[] =>
  ['k', 'n', 'share', 'lower', 'upper'].map((part) => `${name}_${part}`);

/** Landmarks, groups and missing inputs: one line each. */
export function forecastCsv(review: ForecastReview): CsvTable {
  const line = (factor: string, level: Cell, one: ForecastFigures): readonly Cell[] => [
    ...[factor, level, one.forecasts, one.patients, one.ends],
    ...[one.auc.value, ...limits(one.auc.ci95), one.brier, one.expected],
    ...[one.observedToExpected.value, ...limits(one.observedToExpected.ci95)],
    one.calibrationSlope,
    ...[...share(one.sensitivity), ...share(one.specificity), ...share(one.ppv)],
  ];
  return {
    columns: [
      ...['factor', 'level', 'forecasts', 'patients', 'ends', 'auc', 'auc_lower', 'auc_upper'],
      ...['brier', 'expected', 'observed_to_expected', 'oe_lower', 'oe_upper', 'slope'],
      ...['sensitivity', 'specificity', 'ppv'].flatMap(shareColumns),
    ],
    rows: [
      ...review.landmarks.map((one) => line('landmark_hours', one.hour, one)),
      line('all landmarks', null, review.overall),
      ...[...review.subgroups, ...review.missingInputs].map((one) =>
        line(one.factor, one.level, one),
      ),
    ],
  };
}

/** Overall, by kind, hour and weekday: one line each. */
export function responseCsv(review: ResponseReview): CsvTable {
  const line = (by: string, level: Cell, one: Answered): readonly Cell[] => [
    ...[by, level, one.alerts],
    ...[...share(one.within5), ...share(one.within15), ...share(one.within30)],
    ...[one.minutes.median, ...limits(one.minutes.quartiles)],
    ...[...share(one.escalated), ...share(one.missed), ...share(one.repeated)],
  ];
  return {
    columns: [
      ...['by', 'level', 'alerts'],
      ...['within_5_min', 'within_15_min', 'within_30_min'].flatMap(shareColumns),
      ...['minutes_median', 'minutes_quartile_1', 'minutes_quartile_3'],
      ...['escalated', 'missed', 'repeated'].flatMap(shareColumns),
    ],
    rows: [
      line('all', null, review.overall),
      ...review.byKind.map((one) => line('kind', one.kind, one)),
      ...review.byHour.map((one) => line('hour', one.hour, one)),
      ...review.byWeekday.map((one) => line('weekday', one.weekday, one)),
    ],
  };
}

type Tried = Pick<
  WhatIfFigures,
  'policy' | 'per100PatientDays' | 'ppv' | 'sensitivity' | 'missedEnds'
>;
const TRIED_COLUMNS: readonly string[] = [
  ...['on', 'off', 'minimum_minutes', 'rising_by', 'per_100_patient_days'],
  ...[...shareColumns('ppv'), ...shareColumns('sensitivity'), 'missed_ends'],
];

function tried({
  policy,
  per100PatientDays,
  ppv,
  sensitivity,
  missedEnds,
}: Tried): readonly Cell[] {
  return [
    ...[policy.on, policy.off, policy.minimumMinutes, policy.risingBy, per100PatientDays],
    ...[...share(ppv), ...share(sensitivity), missedEnds],
  ];
}

export function whatIfCsv({ asked, today, curve }: WhatIfReview): CsvTable {
  return {
    columns: ['which', ...TRIED_COLUMNS],
    rows: [
      ['asked', ...tried(asked)],
      ['today', ...tried(today)],
      ...(curve ?? []).map((one) => ['curve', ...tried(one)]),
    ],
  };
}

export function proposalsCsv(proposals: readonly Proposal[]): CsvTable {
  return {
    columns: [
      'at',
      'by',
      'note',
      'cohort',
      'stays',
      'ends',
      'patient_days',
      'which',
      ...TRIED_COLUMNS,
    ],
    rows: proposals.flatMap(({ at, by, note, cohort, stays, ends, patientDays, ...of }) => [
      [at, by, note, cohort, stays, ends, patientDays, 'proposed', ...tried(of.proposed)],
      [at, by, note, cohort, stays, ends, patientDays, 'today', ...tried(of.today)],
    ]),
  };
}

/** Charted beside judged, then why: one line each. */
export function adjudicationsCsv(review: AdjudicationReview): CsvTable {
  const { endEnd, endNone, noneEnd, noneNone } = review.table;
  return {
    columns: ['charted', 'judged', 'why', 'stays'],
    rows: [
      ['end', 'end', null, endEnd],
      ['end', 'no-end', null, endNone],
      ['no-end', 'end', null, noneEnd],
      ['no-end', 'no-end', null, noneNone],
      [null, 'undecided', null, review.undecided],
      ['end', null, null, review.waiting.length],
      ...review.causes.map(({ cause, ends }) => [null, 'end', cause, ends]),
      ...review.reasons.map(({ reason, stays }) => [null, 'no-end', reason, stays]),
    ],
  };
}

export function driftCsv({ inputs, calibration }: DriftReview): CsvTable {
  return {
    columns: [
      ...['week', 'feature', 'patients', 'missing', 'expected_missing', 'psi'],
      ...['stays', 'ends', 'expected', 'cusum_more', 'cusum_fewer', 'alarm'],
    ],
    rows: [
      ...inputs.map((one) => [
        ...[one.week, one.feature, one.patients, one.missing, one.expectedMissing, one.psi],
        ...[null, null, null, null, null, null],
      ]),
      ...calibration.weeks.map((one) => [
        ...[one.week, null, null, null, null, null],
        ...[one.stays, one.ends, one.expected, one.more, one.fewer, one.alarm],
      ]),
    ],
  };
}

/** One line for each administrator, one where there was none to tell; none without an alarm. */
export function alarmCsv({ alarm }: ToldAlarm): CsvTable {
  const columns = ['week', 'direction', 'told_at', 'administrator', 'outcome', 'seen_at'];
  if (!alarm) return { columns, rows: [] };
  const { week, direction, toldAt, administrators } = alarm;
  const told = administrators.map(({ username, outcome, seenAt }): Cell[] => [
    ...[username, outcome, seenAt],
  ]);
  if (told.length === 0) told.push([null, null, null]);
  return { columns, rows: told.map((one) => [week, direction, toldAt, ...one]) };
}

export function freshnessCsv(freshness: ReviewFreshness): CsvTable {
  const { summarisedAt, waiting, countedTo, behind } = freshness;
  return {
    columns: ['summarised_at', 'waiting', 'counted_to', 'behind'],
    rows: [[summarisedAt, waiting, countedTo, behind]],
  };
}
