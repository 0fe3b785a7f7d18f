import { chiSquareUpperTail, logGamma } from '../distribution/incomplete-gamma.ts';
import { at, sum } from '../sequence.ts';

/** Counts: rows by columns. */
export type ContingencyTable = readonly (readonly number[])[];

export interface ChiSquareTest {
  /** Pearson's, without correction. */
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  readonly expectedCounts: readonly (readonly number[])[];
  /** Continuity-corrected, 2 × 2 only: |O − E| is reduced by at most 0.5. */
  readonly yates: { readonly chiSquare: number; readonly p: number } | null;
  /** Two-sided: sums the tables no more probable than the observed one. 2 × 2 only. */
  readonly fisherP: number | null;
  readonly cramersV: number;
}

/** Test of independence; null where a row or a column is empty. */
export function chiSquareTest(table: ContingencyTable): ChiSquareTest | null {
  const rows = table.map((row) => sum(row));
  const columns = at(table, 0).map((_, j) => sum(table.map((row) => at(row, j))));
  if ([...rows, ...columns].some((count) => count === 0)) return null;
  const n = sum(rows);
  const expectedCounts = rows.map((row) => columns.map((column) => (row * column) / n));
  const statistic = (correction: number): number =>
    sum(
      table.flatMap((row, i) =>
        row.map((count, j) => {
          const expected = at(at(expectedCounts, i), j);
          const off = Math.abs(count - expected);
          return (off - Math.min(correction, off)) ** 2 / expected;
        }),
      ),
    );
  const df = (rows.length - 1) * (columns.length - 1);
  const tested = (chiSquare: number): { chiSquare: number; p: number } => ({
    chiSquare,
    p: chiSquareUpperTail(chiSquare, df),
  });
  const plain = tested(statistic(0));
  const square = rows.length === 2 && columns.length === 2;
  return {
    ...plain,
    ...{ df, expectedCounts },
    yates: square ? tested(statistic(0.5)) : null,
    fisherP: square ? fisherExact(table) : null,
    cramersV: Math.sqrt(plain.chiSquare / (n * Math.min(rows.length - 1, columns.length - 1))),
  };
}

const logChoose = (n: number, k: number): number =>
  logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** Tables within this relative distance count as equally probable, as rounding decides otherwise. */
const EQUAL = 1e-7;

function fisherExact(table: ContingencyTable): number {
  const [a, b, c, d] = table.flat() as [number, number, number, number];
  const [row, column, n] = [a + b, a + c, a + b + c + d];
  const probability = (k: number): number =>
    Math.exp(logChoose(column, k) + logChoose(n - column, row - k) - logChoose(n, row));
  const observed = probability(a);
  let p = 0;
  for (let k = Math.max(0, row + column - n); k <= Math.min(row, column); k += 1) {
    const own = probability(k);
    if (own <= observed * (1 + EQUAL)) p += own;
  }
  return Math.min(1, p);
}
