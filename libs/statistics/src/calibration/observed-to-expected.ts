import { assertAligned, mean, sum } from '../sequence.ts';
import { wilsonInterval } from '../threshold/wilson.ts';

export interface ObservedToExpected {
  readonly observed: number;
  readonly expected: number;
  /** Null where nothing was expected. */
  readonly ratio: number | null;
  /** The limits that Wilson's interval of the observed share gives it. */
  readonly ci95: readonly [lower: number, upper: number] | null;
}

/** Events over the sum of their forecasts: above 1 = the forecast was too low. */
export function observedToExpected(y: readonly number[], p: readonly number[]): ObservedToExpected {
  assertAligned(y, p);
  const counts = { observed: sum(y), expected: sum(p) };
  const share = wilsonInterval(counts.observed, y.length);
  if (share === null || counts.expected === 0) return { ...counts, ratio: null, ci95: null };
  const forecast = mean(p);
  return {
    ...counts,
    ratio: counts.observed / counts.expected,
    ci95: [share[0] / forecast, share[1] / forecast],
  };
}
