import { thresholdCounts } from '../discrimination/roc.ts';

export interface YoudenThreshold {
  /** The highest of the maximisers. */
  readonly threshold: number;
  /** Sensitivity + specificity − 1. */
  readonly j: number;
  readonly sensitivity: number;
  readonly specificity: number;
  /** Every maximiser, from high to low. */
  readonly tied: number[];
}

/** Null where only one class is present. */
export function youdenThreshold(
  y: readonly number[],
  score: readonly number[],
): YoudenThreshold | null {
  const positives = y.filter((value) => value === 1).length;
  const negatives = y.length - positives;
  if (positives === 0 || negatives === 0) return null;
  // In whole numbers: equal values can differ in floating point.
  const gains = thresholdCounts(y, score).map((counts) => ({
    ...counts,
    gain: counts.tp * negatives - counts.fp * positives,
  }));
  const most = gains.reduce((highest, { gain }) => Math.max(highest, gain), -Infinity);
  const best = gains.filter(({ gain }) => gain === most);
  const [first] = best;
  if (first === undefined) return null;
  return {
    threshold: first.threshold,
    j: most / (positives * negatives),
    sensitivity: first.tp / positives,
    specificity: 1 - first.fp / negatives,
    tied: best.map(({ threshold }) => threshold),
  };
}
