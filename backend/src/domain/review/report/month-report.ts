import type { EpochMs } from '@endwatch/clinical';
import {
  END_TYPES,
  type DriftReview,
  type FlowStep,
  type ForecastReview,
  type KeptReport,
  type MonthReport,
  type ResponseReview,
} from '@endwatch/contracts';
import { isoTime } from '../../board/iso-time.ts';
import type { CsvTable } from '../csv-tables.ts';
import { endTypeOf, type StayFacts } from '../stay-facts.ts';

export interface MonthFigures {
  readonly month: string;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly at: EpochMs;
  /** Null: by itself. */
  readonly by: string | null;
  readonly timeZone: string;
  readonly stays: readonly StayFacts[];
  readonly flow: readonly FlowStep[];
  readonly forecast: ForecastReview;
  readonly response: ResponseReview;
  readonly drift: DriftReview;
}

/** A quarter of weeks says where the month came from. */
const WEEKS = 13;

/** Puts a month's figures together, without what would tell a single stay. */
export function monthReport(figures: MonthFigures): MonthReport {
  const { month, from, to, at, by, timeZone, stays, flow, forecast, response, drift } = figures;
  const { version, trainedOn } = drift.model;
  const types = stays.map(endTypeOf);
  return {
    ...{ month, provisional: at < to, composedAt: isoTime(at), composedBy: by },
    ...{ modelVersion: version, trainedOn, stays: stays.length, ends: forecast.ends },
    ...{ timeZone, from: isoTime(from), to: isoTime(to), flow: [...flow] },
    endTypes: END_TYPES.map((type) => ({
      type,
      stays: types.filter((one) => one === type).length,
    })),
    died: stays.filter(({ diedAt }) => diedAt !== null).length,
    present: stays.filter(({ dischargedAt }) => dischargedAt === null || dischargedAt > at).length,
    forecast: { ...forecast, unwarned: [], falseAlarms: [] },
    ...{ unwarned: forecast.unwarned.length, falseAlarms: forecast.falseAlarms.length },
    response: {
      ...response,
      endToAcknowledged: { ...response.endToAcknowledged, list: [] },
    },
    drift: weeksUpTo(drift, to),
  };
}

function weeksUpTo(drift: DriftReview, to: EpochMs): DriftReview {
  const before = (week: string): boolean => Date.parse(week) < to;
  const weeks = drift.weeks.filter(before).slice(-WEEKS);
  const { calibration } = drift;
  const charted = calibration.weeks.filter(({ week }) => before(week)).slice(-WEEKS);
  const alarmed = charted.findLast(({ alarm }) => alarm !== null);
  return {
    ...{ ...drift, weeks, inputs: drift.inputs.filter(({ week }) => weeks.includes(week)) },
    calibration: {
      ...{ ...calibration, weeks: charted },
      alarm: alarmed?.alarm == null ? null : { week: alarmed.week, direction: alarmed.alarm },
    },
  };
}

/** The months there are, without their figures. */
export function keptReportsCsv(reports: readonly KeptReport[]): CsvTable {
  return {
    columns: [
      ...['month', 'provisional', 'composed_at', 'composed_by', 'model_version', 'stays', 'ends'],
    ],
    rows: reports.map((one) => [
      ...[one.month, one.provisional, one.composedAt, one.composedBy, one.modelVersion],
      ...[one.stays, one.ends],
    ]),
  };
}

type Line = readonly [part: string, name: string, value: number | string | null, ...rest: Limits];
type Limits = readonly [] | readonly [lower: number | null, upper: number | null];

/** One figure a line. */
export function monthReportCsv(report: MonthReport): CsvTable {
  const { forecast, response } = report;
  const share = (
    part: string,
    name: string,
    { value, ci95 }: { value: number | null; ci95: readonly [number, number] | null },
  ): Line => [part, name, value, ci95?.[0] ?? null, ci95?.[1] ?? null];
  const lines: readonly Line[] = [
    ['report', 'month', report.month],
    ['report', 'provisional', String(report.provisional)],
    ['report', 'composed_at', report.composedAt],
    ['report', 'model_version', report.modelVersion],
    ['report', 'trained_on', report.trainedOn],
    ...report.flow.map(({ key, remaining }): Line => ['flow', key, remaining]),
    ...report.endTypes.map(({ type, stays }): Line => ['end', type, stays]),
    ['end', 'died', report.died],
    ...forecast.landmarks.flatMap((one): Line[] => [
      share('forecast', `auc_${String(one.hour)}h`, one.auc),
      share('forecast', `observed_to_expected_${String(one.hour)}h`, one.observedToExpected),
    ]),
    share('forecast', 'sensitivity', forecast.overall.sensitivity),
    share('forecast', 'ppv', forecast.overall.ppv),
    share('alerts', 'end_warned', forecast.warning.warned),
    ['alerts', 'end_unwarned', report.unwarned],
    ['alerts', 'false_alarms', report.falseAlarms],
    ['alerts', 'per_patient_day', response.perPatientDay],
    share('response', 'within_5_min', response.overall.within5),
    share('response', 'within_15_min', response.overall.within15),
    share('response', 'within_30_min', response.overall.within30),
    share('response', 'escalated', response.overall.escalated),
    share('response', 'missed', response.overall.missed),
  ];
  return {
    columns: ['part', 'figure', 'value', 'lower', 'upper'],
    rows: lines.map(([part, name, value, lower = null, upper = null]) => [
      ...[part, name, value, lower, upper],
    ]),
  };
}
