import { assertAligned, at, ratio } from '../sequence.ts';
import { wilsonInterval } from './wilson.ts';

export interface Confusion {
  readonly tp: number;
  readonly fp: number;
  readonly tn: number;
  readonly fn: number;
}

/** A ratio with an empty denominator is null. */
export interface ThresholdMetrics {
  readonly accuracy: number | null;
  /** Sensitivity. */
  readonly recall: number | null;
  readonly specificity: number | null;
  /** Positive predictive value. */
  readonly precision: number | null;
  readonly npv: number | null;
  /** 2tp / (2tp + fp + fn). */
  readonly f1: number | null;
  /** Matthews correlation; null when any margin is zero. */
  readonly mcc: number | null;
}

type Share = 'accuracy' | 'recall' | 'specificity' | 'precision' | 'npv';
export type ThresholdIntervals = Readonly<
  Record<Share, readonly [lower: number, upper: number] | null>
>;

/** Predicted positive when score ≥ threshold. */
export function confusionAt(
  y: readonly number[],
  score: readonly number[],
  threshold: number,
): Confusion {
  assertAligned(y, score);
  const count = { tp: 0, fp: 0, tn: 0, fn: 0 };
  y.forEach((value, i) => {
    const positive = at(score, i) >= threshold;
    if (value === 1) count[positive ? 'tp' : 'fn'] += 1;
    else count[positive ? 'fp' : 'tn'] += 1;
  });
  return count;
}

/** Numerator and denominator of each share. */
function shares({ tp, fp, tn, fn }: Confusion): Record<Share, readonly [number, number]> {
  return {
    accuracy: [tp + tn, tp + fp + tn + fn],
    recall: [tp, tp + fn],
    specificity: [tn, tn + fp],
    precision: [tp, tp + fp],
    npv: [tn, tn + fn],
  };
}

export function thresholdMetrics(confusion: Confusion): ThresholdMetrics {
  const { tp, fp, tn, fn } = confusion;
  const { accuracy, recall, specificity, precision, npv } = shares(confusion);
  const margins = Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
  return {
    accuracy: ratio(...accuracy),
    recall: ratio(...recall),
    specificity: ratio(...specificity),
    precision: ratio(...precision),
    npv: ratio(...npv),
    f1: ratio(2 * tp, 2 * tp + fp + fn),
    mcc: ratio(tp * tn - fp * fn, margins),
  };
}

/** Wilson intervals; null with an empty denominator. */
export function thresholdIntervals(confusion: Confusion, level = 0.95): ThresholdIntervals {
  const { accuracy, recall, specificity, precision, npv } = shares(confusion);
  return {
    accuracy: wilsonInterval(...accuracy, level),
    recall: wilsonInterval(...recall, level),
    specificity: wilsonInterval(...specificity, level),
    precision: wilsonInterval(...precision, level),
    npv: wilsonInterval(...npv, level),
  };
}
