import { ascendingValues, quantile } from '../distribution/quantile.ts';
import { assertAligned, at } from '../sequence.ts';

export interface ReliabilityBin {
  readonly bin: number;
  readonly lower: number;
  readonly upper: number;
  readonly n: number;
  readonly meanPredicted: number;
  readonly observed: number;
}

/** Empty bins are left out. */
export interface Reliability {
  readonly bins: ReliabilityBin[];
  /** Expected calibration error: Σ n_b / n · |observed − mean predicted|. */
  readonly ece: number;
  /** Largest gap. */
  readonly mce: number;
}

export function uniformEdges(bins: number): number[] {
  return Array.from({ length: bins + 1 }, (_, k) => k / bins);
}

export function quantileEdges(p: readonly number[], bins: number): number[] {
  const sorted = ascendingValues(p);
  return Array.from({ length: bins + 1 }, (_, k) => quantile(sorted, k / bins));
}

/** Edges that come from arithmetic can lie 1e-16 off the value they mean. */
const ROUNDING = 1e-12;

/** Bin of a value among right-closed bins; the lowest also takes its left edge. Of equal edges the first bin that holds the value wins. */
function binOf(value: number, edges: readonly number[]): number {
  const bin = edges.slice(1).findIndex((upper) => value <= upper + ROUNDING);
  return bin === -1 ? edges.length - 2 : bin;
}

export function reliability(
  y: readonly number[],
  p: readonly number[],
  edges: readonly number[],
): Reliability {
  assertAligned(y, p);
  const sums = edges.slice(1).map(() => ({ n: 0, y: 0, p: 0 }));
  p.forEach((value, i) => {
    const total = at(sums, binOf(value, edges));
    total.n += 1;
    total.y += at(y, i);
    total.p += value;
  });
  const bins = sums.flatMap(({ n, y: events, p: predicted }, bin) => {
    if (n === 0) return [];
    const [lower, upper] = [at(edges, bin), at(edges, bin + 1)];
    return [{ bin, lower, upper, n, meanPredicted: predicted / n, observed: events / n }];
  });
  const gaps = bins.map(({ observed, meanPredicted }) => Math.abs(observed - meanPredicted));
  return {
    bins,
    ece: bins.reduce((total, { n }, i) => total + (n / p.length) * at(gaps, i), 0),
    mce: Math.max(...gaps),
  };
}
