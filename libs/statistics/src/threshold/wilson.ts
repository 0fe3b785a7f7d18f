import { normalQuantile } from '../distribution/normal.ts';

/** Wilson's score interval of k of n, without continuity correction; null when n is 0. */
export function wilsonInterval(
  k: number,
  n: number,
  level = 0.95,
): readonly [lower: number, upper: number] | null {
  if (n === 0) return null;
  const z = normalQuantile((1 + level) / 2);
  const share = k / n;
  const spread = 1 + (z * z) / n;
  const centre = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return [Math.max(0, (centre - half) / spread), Math.min(1, (centre + half) / spread)];
}
