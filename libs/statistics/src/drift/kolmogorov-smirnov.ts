import { ascendingValues } from '../distribution/quantile.ts';
import { at } from '../sequence.ts';

export interface KolmogorovSmirnov {
  /** Largest distance of the two empirical distribution functions. */
  readonly d: number;
  /** Kolmogorov's limit, 2 Σ (−1)^(k−1) exp(−2k²λ²), λ = √(nm/(n+m))·d: the one that drift is judged by. */
  readonly pLimit: number;
  /** Exact, ignoring ties; null for more than a million pairs. */
  readonly pExact: number | null;
}

const MOST_EXACT_PAIRS = 1e6;

/** Two-sample test (Kolmogorov 1933, Smirnov 1939). */
export function kolmogorovSmirnov(
  first: readonly number[],
  second: readonly number[],
): KolmogorovSmirnov {
  const [x, y] = [ascendingValues(first), ascendingValues(second)];
  const [n, m] = [x.length, y.length];
  // In units of 1/(nm), so that the exact distribution compares whole numbers.
  let distance = 0;
  let [i, j] = [0, 0];
  while (i < n && j < m) {
    const value = Math.min(at(x, i), at(y, j));
    while (i < n && at(x, i) === value) i += 1;
    while (j < m && at(y, j) === value) j += 1;
    distance = Math.max(distance, Math.abs(i * m - j * n));
  }
  const d = distance / (n * m);
  return {
    d,
    pLimit: limitTail(Math.sqrt((n * m) / (n + m)) * d),
    pExact: n * m <= MOST_EXACT_PAIRS ? exactTail(n, m, distance) : null,
  };
}

function limitTail(lambda: number): number {
  // Below this the tail is 1 to all digits, and the series no longer converges.
  if (lambda < 0.2) return 1;
  let total = 0;
  for (let k = 1; k <= 100; k += 1) {
    total += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * lambda * lambda);
  }
  return Math.min(1, Math.max(0, total));
}

/**
 * 1 − the share of lattice paths from (0, 0) to (n, m) that stay nearer to the diagonal than `distance`. Each count is kept as a share of all
 * paths to its point, so that nothing overflows.
 */
function exactTail(n: number, m: number, distance: number): number {
  if (distance === 0) return 1;
  const inside = (i: number, j: number): boolean => Math.abs(i * m - j * n) < distance;
  let row: number[] = [];
  for (let j = 0; j <= m; j += 1) row.push(inside(0, j) && (j === 0 || at(row, j - 1) > 0) ? 1 : 0);
  for (let i = 1; i <= n; i += 1) {
    const next: number[] = [];
    for (let j = 0; j <= m; j += 1) {
      const fromLeft = j === 0 ? 0 : at(next, j - 1);
      const share = (i * at(row, j) + j * fromLeft) / (i + j);
      next.push(inside(i, j) ? share : 0);
    }
    row = next;
  }
  return 1 - at(row, m);
}
