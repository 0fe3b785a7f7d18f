import { NORMAL_975, normalTwoSided } from '../distribution/normal.ts';
import { studentTwoSided } from '../distribution/student-t.ts';
import { assertAligned, at, mean } from '../sequence.ts';
import { midranks } from './ranks.ts';

export type Interval = readonly [lower: number, upper: number];

/** Area under the ROC curve with DeLong's variance (DeLong 1988; ranks after Sun & Xu 2014). Null where it is undefined. */
export interface AucEstimate {
  readonly n: number;
  readonly positives: number;
  readonly negatives: number;
  /** Ties count one half. */
  readonly auc: number | null;
  readonly variance: number | null;
  readonly se: number | null;
  /** Normal, clipped to [0, 1]. */
  readonly ci95: Interval | null;
  /** Back-transformed from the logit scale; null when the AUC is 0 or 1. */
  readonly ci95Logit: Interval | null;
}

/** Two AUCs; `ci95` of the difference is not clipped. */
export interface AucComparison {
  readonly aucA: number;
  readonly aucB: number;
  readonly varianceA: number;
  readonly varianceB: number;
  readonly covariance: number;
  readonly difference: number;
  readonly se: number;
  readonly ci95: Interval;
  /** Null, as is `p`, where two areas that differ have no variance: nothing can be tested. */
  readonly z: number | null;
  readonly p: number | null;
}

/** How often each positive beats the negatives, and each negative loses to the positives: DeLong's structural components. */
interface Placements {
  readonly auc: number;
  readonly positive: readonly number[];
  readonly negative: readonly number[];
}

function placements(y: readonly number[], score: readonly number[]): Placements {
  assertAligned(y, score);
  const all = midranks(score);
  const split = (label: 0 | 1): number[] => {
    const rows = y.flatMap((value, row) => ((value === 1 ? 1 : 0) === label ? [row] : []));
    const within = midranks(rows.map((row) => at(score, row)));
    return rows.map((row, i) => at(all, row) - at(within, i));
  };
  const above = split(1);
  const below = split(0);
  const positive = above.map((count) => count / below.length);
  return {
    auc: mean(positive),
    positive,
    negative: below.map((count) => 1 - count / above.length),
  };
}

/** Sample covariance with divisor n − 1. */
function covarianceOf(a: readonly number[], b: readonly number[]): number {
  const meanA = mean(a);
  const meanB = mean(b);
  const products = a.map((value, i) => (value - meanA) * (at(b, i) - meanB));
  return products.reduce((total, product) => total + product, 0) / (a.length - 1);
}

function aucCovariance(a: Placements, b: Placements): number {
  return (
    covarianceOf(a.positive, b.positive) / a.positive.length +
    covarianceOf(a.negative, b.negative) / a.negative.length
  );
}

function around(centre: number, halfWidth: number): Interval {
  return [centre - halfWidth, centre + halfWidth];
}

function logitInterval(auc: number, se: number): Interval | null {
  if (auc <= 0 || auc >= 1) return null;
  const [lower, upper] = around(Math.log(auc / (1 - auc)), (NORMAL_975 * se) / (auc * (1 - auc)));
  return [1 / (1 + Math.exp(-lower)), 1 / (1 + Math.exp(-upper))];
}

/**
 * @param y 1 = event, 0 = none
 * @param score higher = more likely
 */
export function aucEstimate(y: readonly number[], score: readonly number[]): AucEstimate {
  const positives = y.filter((value) => value === 1).length;
  const negatives = y.length - positives;
  const counts = { n: y.length, positives, negatives };
  const unknown = { variance: null, se: null, ci95: null, ci95Logit: null };
  if (positives === 0 || negatives === 0) return { ...counts, auc: null, ...unknown };
  const parts = placements(y, score);
  if (positives < 2 || negatives < 2) return { ...counts, auc: parts.auc, ...unknown };
  const variance = aucCovariance(parts, parts);
  const se = Math.sqrt(variance);
  const [lower, upper] = around(parts.auc, NORMAL_975 * se);
  return {
    ...counts,
    auc: parts.auc,
    variance,
    se,
    ci95: [Math.max(0, lower), Math.min(1, upper)],
    ci95Logit: logitInterval(parts.auc, se),
  };
}

/** No spread and no difference is one forecast twice; no spread and a difference is beyond what a test of two areas can tell. */
function statistic(difference: number, se: number): number | null {
  if (se > 0) return difference / se;
  return difference === 0 ? 0 : null;
}

function compare(a: Placements, b: Placements, covariance: number): AucComparison {
  const varianceA = aucCovariance(a, a);
  const varianceB = aucCovariance(b, b);
  const difference = a.auc - b.auc;
  const se = Math.sqrt(Math.max(0, varianceA + varianceB - 2 * covariance));
  const z = statistic(difference, se);
  return {
    aucA: a.auc,
    aucB: b.auc,
    varianceA,
    varianceB,
    covariance,
    difference,
    se,
    ci95: around(difference, NORMAL_975 * se),
    z,
    p: z === null ? null : normalTwoSided(z),
  };
}

/** Two scores of the same patients. Identical scores: se 0, z 0, p 1. */
export function compareAucPaired(
  y: readonly number[],
  scoreA: readonly number[],
  scoreB: readonly number[],
): AucComparison {
  const a = placements(y, scoreA);
  const b = placements(y, scoreB);
  return compare(a, b, aucCovariance(a, b));
}

export interface ScoredPatients {
  readonly y: readonly number[];
  readonly score: readonly number[];
}

/** Two independent groups. `welch`: the same statistic on a t distribution, as pROC reports it; null without any variance. */
export function compareAucUnpaired(
  groupA: ScoredPatients,
  groupB: ScoredPatients,
): AucComparison & { readonly welch: { readonly df: number; readonly p: number } | null } {
  const comparison = compare(
    placements(groupA.y, groupA.score),
    placements(groupB.y, groupB.score),
    0,
  );
  const { varianceA, varianceB, z } = comparison;
  const df =
    (varianceA + varianceB) ** 2 /
    (varianceA ** 2 / (groupA.y.length - 1) + varianceB ** 2 / (groupB.y.length - 1));
  const welch = z === null || !(df > 0) ? null : { df, p: studentTwoSided(z, df) };
  return { ...comparison, welch };
}
