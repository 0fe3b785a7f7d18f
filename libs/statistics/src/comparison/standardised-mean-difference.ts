import { mean } from '../sequence.ts';

/** (mean x − mean y) / √((s²ₓ + s²ᵧ) / 2), variances with n − 1, signed; null where neither group spreads. */
export function standardisedMeanDifference(
  x: readonly number[],
  y: readonly number[],
): number | null {
  return scaled(mean(x) - mean(y), sampleVariance(x) + sampleVariance(y));
}

/** The same for shares: `k` of `n`. */
export function standardisedShareDifference(
  a: { readonly k: number; readonly n: number },
  b: { readonly k: number; readonly n: number },
): number | null {
  const [p, q] = [a.k / a.n, b.k / b.n];
  return scaled(p - q, p * (1 - p) + q * (1 - q));
}

/** Divisor n − 1; NaN below two values. */
export function sampleVariance(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((total, value) => total + (value - centre) ** 2, 0) / (values.length - 1);
}

function scaled(difference: number, variances: number): number | null {
  return variances > 0 ? difference / Math.sqrt(variances / 2) : null;
}
