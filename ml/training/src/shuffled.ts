import type { Rng } from '@endwatch/simulation';
import { at } from '@endwatch/statistics';

/** The numbers from 0 to `length` − 1 in an order of chance. */
export function shuffled(length: number, rng: Rng): Int32Array {
  const order = Int32Array.from({ length }, (_, i) => i);
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = rng.int(0, i);
    [order[i], order[j]] = [at(order, j), at(order, i)];
  }
  return order;
}
