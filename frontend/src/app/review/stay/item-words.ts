import { NIHSS_ITEMS, type NihssItem } from '@endwatch/clinical';
import type { StayHistory } from '@endwatch/contracts';
import { EXAMINE_WORDS } from '../../words/examine-words.ts';

const ALL_NONE = $localize`:@@review-stay.items-none:all items 0`;
const OTHERS_NONE = $localize`:@@review-stay.items-others:all others 0`;

/** "Face 1 · Left arm 3 · all others 0": every item of an examination; null where only its total is charted. */
export function itemWords({ items }: StayHistory['examinations'][number]): string | null {
  const charted = NIHSS_ITEMS.filter((item) => items[item] !== undefined);
  if (charted.length === 0) return null;
  const found = charted.filter((item) => items[item] !== 0);
  const left = NIHSS_ITEMS.filter((item) => items[item] === undefined).map(nameOf);
  const zeros = found.length + left.length === 0 ? ALL_NONE : OTHERS_NONE;
  return [
    ...found.map((item) => `${nameOf(item)} ${String(items[item])}`),
    ...(left.length === 0
      ? []
      : [$localize`:@@review-stay.items-left:not charted: ${left.join(', ')}:items:`]),
    ...(charted.length === found.length ? [] : [zeros]),
  ].join(' · ');
}

function nameOf(item: NihssItem): string {
  return EXAMINE_WORDS[item].name;
}
