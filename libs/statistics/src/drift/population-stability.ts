import { quantile, ascendingValues } from '../distribution/quantile.ts';
import { at, sum } from '../sequence.ts';

export interface PopulationStability {
  /** Inner edges: distinct deciles of the reference. Bins are right-closed, the outer ones open-ended. */
  readonly edges: readonly number[];
  /** Counts for each bin. */
  readonly reference: readonly number[];
  readonly current: readonly number[];
  /** Σ (c − r) ln(c / r) over the bins' shares, each at least 0.0001. */
  readonly psi: number;
}

const LEAST_SHARE = 0.0001;
const DECILES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Population stability index: below 0.1 is usually read as stable, above 0.25 as shifted. */
export function populationStability(
  reference: readonly number[],
  current: readonly number[],
): PopulationStability {
  const bins = referenceBins(reference);
  return { ...bins, ...stabilityAgainst(bins, current) };
}

/** What is kept of a reference when its values are not. */
export type ReferenceBins = Pick<PopulationStability, 'edges' | 'reference'>;

export function referenceBins(reference: readonly number[]): ReferenceBins {
  const sorted = ascendingValues(reference);
  const edges = [...new Set(DECILES.map((q) => quantile(sorted, q)))];
  return { edges, reference: countIn(edges, reference) };
}

/** `populationStability` against bins that were kept. Of no values at all the index is NaN. */
export function stabilityAgainst(
  { edges, reference }: ReferenceBins,
  values: readonly number[],
): Pick<PopulationStability, 'current' | 'psi'> {
  const current = countIn(edges, values);
  const before = sum(reference);
  const psi = sum(
    reference.map((count, bin) => {
      const r = Math.max(LEAST_SHARE, count / before);
      const c = Math.max(LEAST_SHARE, at(current, bin) / values.length);
      return (c - r) * Math.log(c / r);
    }),
  );
  return { current, psi };
}

function countIn(edges: readonly number[], values: readonly number[]): number[] {
  const counts = new Array<number>(edges.length + 1).fill(0);
  for (const value of values) {
    const bin = edges.findIndex((edge) => value <= edge);
    const own = bin === -1 ? edges.length : bin;
    counts[own] = at(counts, own) + 1;
  }
  return counts;
}
