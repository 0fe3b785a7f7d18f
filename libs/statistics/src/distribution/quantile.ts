import { at } from '../sequence.ts';

/** Linear interpolation at position q (n − 1) of the sorted values (type 7 of Hyndman & Fan 1996). */
export function quantile(sorted: readonly number[], q: number): number {
  const position = q * (sorted.length - 1);
  const below = Math.floor(position);
  const low = at(sorted, below);
  const high = at(sorted, Math.min(below + 1, sorted.length - 1));
  return low + (high - low) * (position - below);
}

export function ascendingValues(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}
