import { at } from '../sequence.ts';

/** Interval bounds in hours since admission: 0–6, 6–12, 12–24, 24–48, 48–72, 72–96, 96–168. Interval j is (edges[j], edges[j + 1]]. */
export const DEFAULT_HAZARD_EDGES: readonly number[] = [0, 6, 12, 24, 48, 72, 96, 168];

/** Index of the interval that holds hour `t`; time 0 belongs to the first, null outside. */
export function intervalOf(
  t: number,
  edges: readonly number[] = DEFAULT_HAZARD_EDGES,
): number | null {
  if (t === edges[0]) return 0;
  for (let j = 0; j + 1 < edges.length; j += 1) {
    if (t > at(edges, j) && t <= at(edges, j + 1)) return j;
  }
  return null;
}
