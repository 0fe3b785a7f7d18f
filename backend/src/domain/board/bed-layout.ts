import type { BedLayout } from '@endwatch/contracts';

/** Bed 2 before bed 10. */
const NATURAL = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Beds that somebody put in order first, the rest by their names, nobody's last. */
export function compareBeds(
  order: BedLayout['order'],
): (a: string | null, b: string | null) => number {
  const ranks = new Map(order.map((bed, rank) => [bed, rank]));
  const rankOf = (bed: string | null): number =>
    bed === null ? Infinity : (ranks.get(bed) ?? order.length);
  return (a, b) => {
    const [first, second] = [rankOf(a), rankOf(b)];
    if (first !== second) return first - second;
    return NATURAL.compare(a ?? '', b ?? '');
  };
}
