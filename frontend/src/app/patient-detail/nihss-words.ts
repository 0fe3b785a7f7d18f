import { NIHSS_ITEMS } from '@endwatch/clinical';
import { EXAMINE_WORDS } from '../words/examine-words.ts';
import type { Trajectory } from '@endwatch/contracts';

/** Only what scores: "Left arm 3, Face 1"; untestable items named; "every item 0" where nothing does. */
export function itemWords(items: Trajectory['assessments'][number]['items']): string {
  const said = NIHSS_ITEMS.flatMap((item) => {
    const score = items[item];
    if (score === undefined || score === 0) return [];
    const { name } = EXAMINE_WORDS[item];
    return [
      score === 'UN'
        ? $localize`:@@examine.item-untestable:${name}:item: untestable`
        : `${name} ${String(score)}`,
    ];
  });
  if (said.length > 0) return said.join(', ');
  return Object.keys(items).length === 0
    ? $localize`:@@examine.total-only:Total only, items not charted`
    : $localize`:@@examine.all-zero:Every item 0`;
}
