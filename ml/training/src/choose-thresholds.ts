import type { ModelThresholds } from '@endwatch/ml-model';
import { quantile } from '@endwatch/statistics';

/** Shares of scores on patients without END that a ward is asked to look at: one in twelve high, one in four at least medium. */
const HIGH_SHARE = 1 / 12;
const MEDIUM_SHARE = 1 / 4;
/** A high-risk alert ends a fifth below its threshold, so that noise does not ring it twice. */
const HYSTERESIS = 0.8;

const rounded = (p: number): number => Math.round(p * 100) / 100;

/** Thresholds by burden, not by a metric: how many beds are flagged is what a ward feels. Whole per cent. */
export function chooseThresholds(next24h: readonly number[]): ModelThresholds {
  const sorted = [...next24h].sort((a, b) => a - b);
  const high = Math.max(0.03, rounded(quantile(sorted, 1 - HIGH_SHARE)));
  const medium = Math.max(0.01, Math.min(high - 0.01, rounded(quantile(sorted, 1 - MEDIUM_SHARE))));
  return { medium: rounded(medium), high, highOff: rounded(Math.max(medium, high * HYSTERESIS)) };
}
