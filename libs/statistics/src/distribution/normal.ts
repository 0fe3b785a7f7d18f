import { upperIncompleteGamma } from './incomplete-gamma.ts';

/** 97.5 % point of the standard normal distribution. */
export const NORMAL_975 = 1.959963984540054;

/** P(Z > z). */
export function normalUpperTail(z: number): number {
  const tail = 0.5 * upperIncompleteGamma(0.5, (z * z) / 2);
  return z >= 0 ? tail : 1 - tail;
}

/** P(|Z| > |z|). */
export function normalTwoSided(z: number): number {
  return upperIncompleteGamma(0.5, (z * z) / 2);
}

/** z with P(Z ≤ z) = p, 0 < p < 1, by Newton's method from a logistic start. */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  let z = Math.log(p / (1 - p)) / 1.702;
  for (let i = 0; i < 100; i += 1) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    // On the log scale the step stays sane far out in the tail.
    const tail = normalUpperTail(-z);
    const step = ((Math.log(tail) - Math.log(p)) * tail) / density;
    z -= step;
    if (Math.abs(step) < 1e-15 * Math.max(1, Math.abs(z))) break;
  }
  return z;
}
