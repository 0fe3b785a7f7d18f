import { at } from '../sequence.ts';

/** Rows of equal length. */
export type Matrix = readonly (readonly number[])[];

/** Lower triangle L with L·Lᵀ = `matrix`; null unless it is positive definite. */
export function cholesky(matrix: Matrix): number[][] | null {
  const lower: number[][] = matrix.map(() => []);
  for (const [i, row] of matrix.entries()) {
    const own = at(lower, i);
    for (let j = 0; j <= i; j += 1) {
      const other = at(lower, j);
      let rest = at(row, j);
      for (let k = 0; k < j; k += 1) rest -= at(own, k) * at(other, k);
      if (i !== j) own.push(rest / at(other, j));
      else if (rest > 1e-12 * Math.abs(at(row, i))) own.push(Math.sqrt(rest));
      else return null;
    }
  }
  return lower;
}

/** x with L·Lᵀ·x = `right`. */
export function solveCholesky(lower: Matrix, right: readonly number[]): number[] {
  const x = [...right];
  for (const [i, row] of lower.entries()) {
    for (let k = 0; k < i; k += 1) x[i] = at(x, i) - at(row, k) * at(x, k);
    x[i] = at(x, i) / at(row, i);
  }
  for (let i = lower.length - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < lower.length; k += 1) x[i] = at(x, i) - at(at(lower, k), i) * at(x, k);
    x[i] = at(x, i) / at(at(lower, i), i);
  }
  return x;
}

/** Σ ln of the diagonal, twice: ln |L·Lᵀ|. */
export function logDeterminant(lower: Matrix): number {
  return 2 * lower.reduce((total, row, i) => total + Math.log(at(row, i)), 0);
}

/** Inverse of L·Lᵀ. */
export function inverseCholesky(lower: Matrix): number[][] {
  return lower.map((_, column) =>
    solveCholesky(
      lower,
      lower.map((__, i) => (i === column ? 1 : 0)),
    ),
  );
}

export function zeros(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
}

/** Adds `weight`·a·bᵀ to `target`, in place. */
export function addOuter(
  target: number[][],
  [a, b]: readonly [readonly number[], readonly number[]],
  weight: number,
): void {
  for (const [i, row] of target.entries()) {
    for (let j = 0; j < row.length; j += 1) row[j] = at(row, j) + weight * at(a, i) * at(b, j);
  }
}

/** Adds `weight`·row·rowᵀ to the lower triangle of `target`, in place: all that Cholesky's method reads, and with hundreds of columns where the time goes. */
export function addLowerSquare(target: number[][], row: readonly number[], weight: number): void {
  for (let i = 0; i < target.length; i += 1) {
    const sums = at(target, i);
    const scaled = weight * at(row, i);
    for (let j = 0; j <= i; j += 1) sums[j] = (sums[j] ?? 0) + scaled * (row[j] ?? 0);
  }
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((total, value, i) => total + value * at(b, i), 0);
}
