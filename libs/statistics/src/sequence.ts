/** Element `index`; a `RangeError` where there is none, so that a wrong index never turns into a silent NaN. */
export function at<T>(values: ArrayLike<T>, index: number): T {
  if (index < 0 || index >= values.length) {
    throw new RangeError(`index ${String(index)} of ${String(values.length)} values`);
  }
  return values[index] as T;
}

export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total += at(values, i);
  return total;
}

/** NaN without values. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}

/** Throws a `RangeError` unless both have the same length. */
export function assertAligned(a: ArrayLike<unknown>, b: ArrayLike<unknown>): void {
  if (a.length !== b.length) {
    throw new RangeError(
      `${String(a.length)} and ${String(b.length)} values do not belong together`,
    );
  }
}

/** Numerator over denominator, null where that is nothing over nothing. */
export function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}
