import { midranks } from '../discrimination/ranks.ts';
import { normalTwoSided } from '../distribution/normal.ts';
import { at, sum } from '../sequence.ts';

/** Two-sided p values; null where all values are equal. */
export interface MannWhitney {
  /** Pairs with x > y, ties one half. */
  readonly u: number;
  readonly auc: number;
  /** Normal with tie-corrected variance and continuity correction 0.5. */
  readonly pAsymptotic: number | null;
  readonly pNoContinuity: number | null;
  /** Permutation distribution; null with ties or more than 400 pairs. */
  readonly pExact: number | null;
}

const MOST_EXACT_PAIRS = 400;

/** Mann & Whitney 1947. */
export function mannWhitney(x: readonly number[], y: readonly number[]): MannWhitney {
  const [n, m] = [x.length, y.length];
  const all = [...x, ...y];
  const ranks = midranks(all);
  const u = sum(ranks.slice(0, n)) - (n * (n + 1)) / 2;
  const tied = tieSizes(all);
  const total = n + m;
  const ties = sum(tied.map((size) => size ** 3 - size)) / (total * (total - 1));
  const sd = Math.sqrt(((n * m) / 12) * (total + 1 - ties));
  const off = Math.abs(u - (n * m) / 2);
  const p = (distance: number): number | null => (sd === 0 ? null : normalTwoSided(distance / sd));
  const exact = tied.length === total && n * m <= MOST_EXACT_PAIRS;
  return {
    u,
    auc: u / (n * m),
    // Above the mean by less than the correction counts as on it or beyond: the tail is then more than one half.
    pAsymptotic: off < 0.5 && sd > 0 ? 1 : p(off - 0.5),
    pNoContinuity: p(off),
    pExact: exact ? exactTail(n, m, Math.max(u, n * m - u)) : null,
  };
}

function tieSizes(values: readonly number[]): number[] {
  return [...Map.groupBy(values, (value) => value).values()].map((group) => group.length);
}

/** Twice P(U ≥ u): orders of n and m values counted by how many pairs one side wins. */
function exactTail(n: number, m: number, u: number): number {
  // ways[i][w]: orders of i of the first and j of the second with w wins, built up for one j after another.
  let ways: number[][] = Array.from({ length: n + 1 }, () => [1]);
  for (let j = 1; j <= m; j += 1) {
    const next: number[][] = [[1]];
    for (let i = 1; i <= n; i += 1) {
      // The largest of all is one of the first (and wins j pairs) or one of the second.
      const row = [...at(ways, i)];
      at(next, i - 1).forEach((count, wins) => {
        row[wins + j] = (row[wins + j] ?? 0) + count;
      });
      next.push(Array.from(row, (count: number | undefined) => count ?? 0));
    }
    ways = next;
  }
  const counts = at(ways, n);
  return Math.min(1, (2 * sum(counts.slice(u))) / sum(counts));
}
