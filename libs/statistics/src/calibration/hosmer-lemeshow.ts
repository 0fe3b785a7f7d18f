import { chiSquareUpperTail } from '../distribution/incomplete-gamma.ts';
import { quantileEdges, reliability } from './bins.ts';

export interface HosmerLemeshow {
  readonly groups: { readonly n: number; readonly observed: number; readonly expected: number }[];
  /** Σ (O − E)² / E + (O − E)² / (n − E). */
  readonly statistic: number;
  /** On the data the model was fitted to: groups − 2 degrees of freedom; p null below 3 groups. */
  readonly dfInternal: number;
  readonly pInternal: number | null;
  /** On new data: groups degrees of freedom. */
  readonly dfExternal: number;
  readonly pExternal: number;
}

/** Groups are right-closed quantile bins; tied risks stay together, so there may be fewer than asked for. */
export function hosmerLemeshow(
  y: readonly number[],
  p: readonly number[],
  groups = 10,
): HosmerLemeshow {
  const cells = reliability(y, p, quantileEdges(p, groups)).bins.map((bin) => ({
    n: bin.n,
    observed: Math.round(bin.observed * bin.n),
    expected: bin.meanPredicted * bin.n,
  }));
  const statistic = cells.reduce((total, { n, observed, expected }) => {
    const gap = (observed - expected) ** 2;
    return total + gap / expected + gap / (n - expected);
  }, 0);
  const dfInternal = cells.length - 2;
  return {
    groups: cells,
    statistic,
    dfInternal,
    pInternal: dfInternal < 1 ? null : chiSquareUpperTail(statistic, dfInternal),
    dfExternal: cells.length,
    pExternal: chiSquareUpperTail(statistic, cells.length),
  };
}
