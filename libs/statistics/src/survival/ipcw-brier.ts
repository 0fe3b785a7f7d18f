import { assertAligned, at, sum } from '../sequence.ts';
import { censoringWeight, type Weighting } from './censoring.ts';
import type { SurvivalColumns } from './risk-table.ts';

export interface BrierOverTime {
  /** At each of the times. */
  readonly brier: readonly number[];
  /** Trapezoid over the times, divided by last − first; null with fewer than two. */
  readonly integrated: number | null;
}

export interface SurvivalForecast {
  readonly times: readonly number[];
  /** For each subject, the predicted probability of no event by each time. */
  readonly survival: readonly (readonly number[])[];
}

/** Brier score of a censored outcome, weighted by the inverse probability of censoring (Graf 1999). */
export function ipcwBrier(
  columns: SurvivalColumns,
  { times, survival }: SurvivalForecast,
  weighting: Weighting = {},
): BrierOverTime {
  const { time, event } = columns;
  assertAligned(time, survival);
  const g = censoringWeight(columns, weighting);
  const weights = time.map((own) => g.at(own));
  const brier = times.map((t, j) => {
    const surviving = g.later(t);
    const errors = time.map((own, i) => {
      const forecast = at(at(survival, i), j);
      if (own > t) return (1 - forecast) ** 2 / surviving;
      return at(event, i) === 1 ? forecast ** 2 / at(weights, i) : 0;
    });
    return sum(errors) / time.length;
  });
  return { brier, integrated: integral(times, brier) };
}

function integral(times: readonly number[], values: readonly number[]): number | null {
  if (times.length < 2) return null;
  const pieces = times
    .slice(1)
    .map((to, i) => ((to - at(times, i)) * (at(values, i) + at(values, i + 1))) / 2);
  return sum(pieces) / (at(times, times.length - 1) - at(times, 0));
}
