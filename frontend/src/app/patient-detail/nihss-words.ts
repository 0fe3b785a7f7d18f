import type { Trajectory } from '@endwatch/contracts';

/** The entries of the scale in charting order, in few words. */
const ITEM_WORDS: readonly (readonly [string, string])[] = [
  ['1a', 'Consciousness'],
  ['1b', 'Questions'],
  ['1c', 'Commands'],
  ['2', 'Gaze'],
  ['3', 'Visual fields'],
  ['4', 'Face'],
  ['5a', 'Left arm'],
  ['5b', 'Right arm'],
  ['6a', 'Left leg'],
  ['6b', 'Right leg'],
  ['7', 'Coordination'],
  ['8', 'Sensation'],
  ['9', 'Language'],
  ['10', 'Speech'],
  ['11', 'Neglect'],
];

/** Only what scores: "Left arm 3, Face 1"; untestable items named; "every item 0" where nothing does. */
export function itemWords(items: Trajectory['assessments'][number]['items']): string {
  const said = ITEM_WORDS.flatMap(([item, words]) => {
    const score = items[item];
    if (score === undefined || score === 0) return [];
    return [score === 'UN' ? `${words} untestable` : `${words} ${String(score)}`];
  });
  if (said.length > 0) return said.join(', ');
  return Object.keys(items).length === 0 ? 'Total only, items not charted' : 'Every item 0';
}
