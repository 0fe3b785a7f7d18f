import { at } from '../sequence.ts';
import { ascending } from './risk-table.ts';

/** Counts, or weights, of values seen so far below, at and above a rank, each in O(log n) (Fenwick 1994). */
export class RankCounter {
  private readonly tree: number[];
  private total = 0;

  constructor(ranks: number) {
    this.tree = new Array<number>(ranks + 1).fill(0);
  }

  add(rank: number, weight = 1): void {
    this.total += weight;
    for (let i = rank + 1; i < this.tree.length; i += i & -i)
      this.tree[i] = at(this.tree, i) + weight;
  }

  count(rank: number): { readonly below: number; readonly same: number; readonly above: number } {
    const below = this.upTo(rank);
    const same = this.upTo(rank + 1) - below;
    return { below, same, above: this.total - below - same };
  }

  private upTo(end: number): number {
    let sum = 0;
    for (let i = end; i > 0; i -= i & -i) sum += at(this.tree, i);
    return sum;
  }
}

/** Dense rank of each value from 0; neighbours within `tolerance` of the first of their run count as equal. */
export function denseRanks(
  values: readonly number[],
  tolerance = 1e-8,
): { readonly ranks: readonly number[]; readonly distinct: number } {
  const ranks = new Array<number>(values.length).fill(0);
  let rank = -1;
  let first = Number.NaN;
  for (const i of ascending(values)) {
    const value = at(values, i);
    if (!(value - first <= tolerance)) {
      rank += 1;
      first = value;
    }
    ranks[i] = rank;
  }
  return { ranks, distinct: rank + 1 };
}
