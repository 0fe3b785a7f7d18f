import type { Rng } from './rng.ts';

/** One key of `weights`, in proportion to its weight; null when all weights are 0. Weights must not be negative. */
export function pickWeighted<K extends string>(
  rng: Rng,
  weights: Readonly<Partial<Record<K, number>>>,
): K | null {
  const entries = Object.entries(weights) as [K, number][];
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  if (total <= 0) return null;
  let left = rng.next() * total;
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return entries.findLast(([, weight]) => weight > 0)?.[0] ?? null;
}
