import { seededRng } from '@endwatch/simulation';
import { at } from '@endwatch/statistics';
import type { Stay } from '../stay-rows.ts';

function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  const rng = seededRng(seed);
  const order = [...items];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = rng.int(0, i);
    [order[i], order[j]] = [at(order, j), at(order, i)];
  }
  return order;
}

/**
 * Parts of nearly the same size with nearly the same share of END; a patient is in one of them. The same seed gives the same parts, whatever else
 * is done. Throws where there are fewer patients with, or without, END than parts.
 */
export function foldsOf(
  stays: readonly Stay[],
  { folds, seed }: { readonly folds: number; readonly seed: string },
): readonly (readonly Stay[])[] {
  const kinds = [true, false].map((event) =>
    shuffled(
      stays.filter(({ followUp }) => followUp.event === event),
      `${seed}/${String(event)}`,
    ),
  );
  for (const [index, kind] of kinds.entries()) {
    if (kind.length >= folds) continue;
    const which = index === 0 ? 'with' : 'without';
    throw new RangeError(
      `${String(kind.length)} patients ${which} END are too few for ${String(folds)} parts`,
    );
  }
  const dealt = kinds.flat();
  return Array.from({ length: folds }, (_, fold) =>
    dealt.filter((_stay, index) => index % folds === fold),
  );
}
