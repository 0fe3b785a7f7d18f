import type { Interval } from '@endwatch/statistics';
import {
  aucEstimate,
  calibrationRegression,
  forecastScores,
  observedToExpected,
} from '@endwatch/statistics';
import type { Cell, Column } from './document.ts';

/** One forecast with what came of it. */
export interface Judged {
  readonly p: number;
  readonly y: 0 | 1;
  /** What the generator would have said; null for real patients. */
  readonly oracle: number | null;
}

export interface Columns {
  readonly y: number[];
  readonly p: number[];
}

export function columnsOf(judged: readonly Judged[]): Columns {
  return { y: judged.map(({ y }) => y), p: judged.map(({ p }) => p) };
}

/** AUC of the hazards the patients were drawn from; null unless all are known. */
export function oracleAuc(judged: readonly Judged[]): number | null {
  const known = judged.flatMap(({ oracle }) => (oracle === null ? [] : [oracle]));
  if (known.length < judged.length) return null;
  return aucEstimate(columnsOf(judged).y, known).auc;
}

/** Expected over observed events, with the limits that Wilson's interval of the observed share gives it. */
export function expectedToObserved({ y, p }: Columns): {
  readonly ratio: number | null;
  readonly ci95: Interval | null;
} {
  const { ratio, ci95 } = observedToExpected(y, p);
  if (ratio === null || ratio === 0 || ci95 === null) return { ratio: null, ci95: null };
  return { ratio: 1 / ratio, ci95: [1 / ci95[1], 1 / ci95[0]] };
}

/** Share of what the generator itself reaches above chance. */
function attained(auc: number | null, oracle: number | null): number | null {
  return auc === null || oracle === null || oracle <= 0.5 ? null : (auc - 0.5) / (oracle - 0.5);
}

export const PERFORMANCE_COLUMNS: readonly Column[] = [
  { key: 'n', label: 'n', format: 'count' },
  { key: 'events', label: 'END', format: 'count' },
  { key: 'auc', label: 'AUC', format: 'score' },
  { key: 'aucCi95', label: '95 % CI (DeLong)', format: 'score' },
  { key: 'oracleAuc', label: 'AUC, true hazard', format: 'score' },
  { key: 'attained', label: 'of the attainable', format: 'ratio' },
  { key: 'brier', label: 'Brier', format: 'score' },
  { key: 'inTheLarge', label: 'calibration in the large', format: 'ratio' },
  { key: 'slope', label: 'calibration slope', format: 'ratio' },
  { key: 'slopeCi95', label: '95 % CI', format: 'ratio' },
  { key: 'eo', label: 'E:O', format: 'ratio' },
  { key: 'eoCi95', label: '95 % CI', format: 'ratio' },
];

/** Calibration needs spread: forecasts that are all alike have no slope. */
function calibrationCells(columns: Columns, independent: boolean): Record<string, Cell> {
  const { inTheLarge, slope } = calibrationRegression(columns.y, columns.p);
  return {
    inTheLarge: inTheLarge?.estimate ?? null,
    slope: slope?.estimate ?? null,
    slopeCi95: independent ? (slope?.ci95 ?? null) : null,
  };
}

/** A row of `PERFORMANCE_COLUMNS`. `independent`: each patient comes once, without which no interval means anything. */
export function performanceCells(
  judged: readonly Judged[],
  independent: boolean,
): Record<string, Cell> {
  const columns = columnsOf(judged);
  if (judged.length === 0) return { n: 0, events: 0 };
  const { auc, ci95, positives } = aucEstimate(columns.y, columns.p);
  const oracle = oracleAuc(judged);
  const eo = expectedToObserved(columns);
  return {
    n: judged.length,
    events: positives,
    auc,
    aucCi95: independent ? ci95 : null,
    oracleAuc: oracle,
    attained: attained(auc, oracle),
    brier: forecastScores(columns.y, columns.p).brier,
    ...calibrationCells(columns, independent),
    eo: eo.ratio,
    eoCi95: independent ? eo.ci95 : null,
  };
}
