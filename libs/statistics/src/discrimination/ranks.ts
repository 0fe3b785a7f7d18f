import { at } from '../sequence.ts';

/** Ranks from 1; ties share the mean of theirs. */
export function midranks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((i, j) => at(values, i) - at(values, j));
  const ranks = new Array<number>(values.length).fill(0);
  let from = 0;
  while (from < order.length) {
    const value = at(values, at(order, from));
    let to = from;
    while (to < order.length && at(values, at(order, to)) === value) to += 1;
    for (let k = from; k < to; k += 1) ranks[at(order, k)] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}
