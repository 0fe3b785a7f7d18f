import { NORMAL_975 } from '../distribution/normal.ts';
import { at } from '../sequence.ts';
import { riskTable, rowAt, type RiskRow, type SurvivalColumns } from './risk-table.ts';

/** `se` (Greenwood) and the limits (95 %, log(−log) scale) are null once survival is 0; the limits are 1 while no event has happened. */
export interface SurvivalPoint {
  readonly time: number;
  readonly survival: number | null;
  readonly se: number | null;
  readonly ciLower: number | null;
  readonly ciUpper: number | null;
}

export interface KaplanMeierRow extends RiskRow, SurvivalPoint {
  readonly survival: number;
}

/** Product-limit estimate of the probability of no event (Kaplan & Meier 1958), one row for each distinct time. */
export function kaplanMeier(columns: SurvivalColumns): KaplanMeierRow[] {
  let survival = 1;
  let greenwood = 0;
  return riskTable(columns).map((row) => {
    const { atRisk, events } = row;
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    return { ...row, ...precision(survival, greenwood) };
  });
}

/** @param greenwood Σ d / (n (n − d)) so far */
function precision(survival: number, greenwood: number): Omit<KaplanMeierRow, keyof RiskRow> {
  if (survival <= 0) return { survival: 0, se: null, ciLower: null, ciUpper: null };
  if (survival === 1) return { survival, se: 0, ciLower: 1, ciUpper: 1 };
  const half = (NORMAL_975 * Math.sqrt(greenwood)) / Math.log(survival);
  return {
    survival,
    se: survival * Math.sqrt(greenwood),
    ciLower: survival ** Math.exp(-half),
    ciUpper: survival ** Math.exp(half),
  };
}

const BEFORE_ALL = { survival: 1, se: 0, ciLower: 1, ciUpper: 1 };
const UNKNOWN = { survival: null, se: null, ciLower: null, ciUpper: null };

/** The curve at `t`, a step function: 1 before the first time, unknown after the last unless it has come down to 0. */
export function kaplanMeierAt(curve: readonly KaplanMeierRow[], t: number): SurvivalPoint {
  const last = curve.at(-1);
  if (last === undefined || (t > last.time && last.survival > 0)) return { time: t, ...UNKNOWN };
  const { survival, se, ciLower, ciUpper } = rowAt(curve, t) ?? BEFORE_ALL;
  return { time: t, survival, se, ciLower, ciUpper };
}

/** First time with survival ≤ 0.5, else null. */
export function medianSurvival(curve: readonly KaplanMeierRow[]): number | null {
  return curve.find(({ survival }) => survival <= 0.5)?.time ?? null;
}

/** Area under the curve to `horizon`; null when follow-up ends earlier with survival above 0. */
export function restrictedMean(curve: readonly KaplanMeierRow[], horizon: number): number | null {
  if (kaplanMeierAt(curve, horizon).survival === null) return null;
  const times = [0, ...curve.map(({ time }) => time).filter((time) => time < horizon), horizon];
  let area = 0;
  times.slice(1).forEach((to, i) => {
    const from = at(times, i);
    area += (to - from) * (rowAt(curve, from)?.survival ?? 1);
  });
  return area;
}
