import { assertAligned, at } from '../sequence.ts';

/** One point per distinct score, from none positive to all positive; aligned columns. */
export interface RocCurve {
  /** Predicted positive when score ≥ threshold; null for the first point, above every score. */
  readonly threshold: (number | null)[];
  readonly fpr: number[];
  readonly tpr: number[];
}

/** True and false positives at each distinct score, from high to low. */
export interface ThresholdCounts {
  readonly threshold: number;
  readonly tp: number;
  readonly fp: number;
}

export function thresholdCounts(y: readonly number[], score: readonly number[]): ThresholdCounts[] {
  assertAligned(y, score);
  const order = score.map((_, i) => i).sort((i, j) => at(score, j) - at(score, i));
  const counts: ThresholdCounts[] = [];
  let tp = 0;
  let fp = 0;
  order.forEach((row, position) => {
    if (at(y, row) === 1) tp += 1;
    else fp += 1;
    const next = order[position + 1];
    const threshold = at(score, row);
    if (next === undefined || at(score, next) !== threshold) counts.push({ threshold, tp, fp });
  });
  return counts;
}

/** Null where only one class is present. */
export function rocCurve(y: readonly number[], score: readonly number[]): RocCurve | null {
  const positives = y.filter((value) => value === 1).length;
  const negatives = y.length - positives;
  if (positives === 0 || negatives === 0) return null;
  const counts = thresholdCounts(y, score);
  return {
    threshold: [null, ...counts.map(({ threshold }) => threshold)],
    fpr: [0, ...counts.map(({ fp }) => fp / negatives)],
    tpr: [0, ...counts.map(({ tp }) => tp / positives)],
  };
}

/** Σ (R_k − R_{k−1}) P_k over distinct scores, without interpolation; null without both classes. */
export function averagePrecision(y: readonly number[], score: readonly number[]): number | null {
  const positives = y.filter((value) => value === 1).length;
  if (positives === 0 || positives === y.length) return null;
  let before = 0;
  return thresholdCounts(y, score).reduce((total, { tp, fp }) => {
    const step = (tp - before) / positives;
    before = tp;
    return total + (step * tp) / (tp + fp);
  }, 0);
}
