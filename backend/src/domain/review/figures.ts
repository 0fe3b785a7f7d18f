import type { ReviewEstimate, ReviewShare, ReviewSpread } from '@endwatch/contracts';
import { ascendingValues, quantile, ratio, wilsonInterval } from '@endwatch/statistics';

/**
 * `k` of `n` with Wilson's interval.
 * @param once no patient is among the `n` twice, without which an interval is too narrow: there is none then
 */
export function shareOf(k: number, n: number, once = true): ReviewShare {
  return { k, n, value: ratio(k, n), ci95: once ? pair(wilsonInterval(k, n)) : null };
}

/** Median and quartiles of values in any order. */
export function spreadOf(values: readonly number[]): ReviewSpread {
  if (values.length === 0) return { n: 0, median: null, quartiles: null };
  const sorted = ascendingValues(values);
  return {
    n: sorted.length,
    median: quantile(sorted, 0.5),
    quartiles: [quantile(sorted, 0.25), quantile(sorted, 0.75)],
  };
}

export function estimateOf(
  value: number | null,
  ci95: readonly [number, number] | null,
): ReviewEstimate {
  return { value, ci95: pair(ci95) };
}

function pair(interval: readonly [number, number] | null): [number, number] | null {
  return interval === null ? null : [interval[0], interval[1]];
}
