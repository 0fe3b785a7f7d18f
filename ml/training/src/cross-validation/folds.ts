import { seededRng } from '@endwatch/simulation';
import { at } from '@endwatch/statistics';
import { shuffled } from '../shuffled.ts';
import type { Stay } from '../stay-rows.ts';

/**
 * Parts of nearly the same size with nearly the same share of END; a patient is in one of them. The same seed gives the same parts, whatever else
 * is done. Throws where there are fewer patients with, or without, END than parts.
 */
export function foldsOf(
  stays: readonly Stay[],
  { folds, seed }: { readonly folds: number; readonly seed: string },
): readonly (readonly Stay[])[] {
  const kinds = [true, false].map((event) => {
    const kind = stays.filter(({ followUp }) => followUp.event === event);
    const order = shuffled(kind.length, seededRng(`${seed}/${String(event)}`));
    return [...order].map((index) => at(kind, index));
  });
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
