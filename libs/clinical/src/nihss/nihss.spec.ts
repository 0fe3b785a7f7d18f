import { allItems } from '../testing/index.ts';
import { nihssChange } from './nihss-change.ts';
import type { NihssItemScores } from './nihss-item.ts';
import {
  isNihssItemScore,
  NIHSS_ITEMS,
  NIHSS_SCALE,
  nihssItemOfLoinc,
  NIHSS_TOTAL_LOINC,
} from './nihss-item.ts';
import { checkTotal, nihssMotor, nihssTotal, scoreNihss } from './nihss-total.ts';

describe('the scale', () => {
  it('has 15 items whose maxima add up to 42', () => {
    expect(NIHSS_ITEMS).toHaveLength(15);
    expect(NIHSS_ITEMS.reduce((sum, item) => sum + NIHSS_SCALE[item].maximum, 0)).toBe(42);
  });

  it('knows each item by a LOINC code of its own', () => {
    for (const item of NIHSS_ITEMS) expect(nihssItemOfLoinc(NIHSS_SCALE[item].loinc)).toBe(item);
    expect(nihssItemOfLoinc('70184-7')).toBe('1a');
    expect(nihssItemOfLoinc(NIHSS_TOTAL_LOINC)).toBeNull();
  });

  it.each([
    ['1a', 3, true],
    ['1a', 4, false],
    ['5a', 4, true],
    ['5a', 'UN', true],
    ['7', 'UN', true],
    ['10', 'UN', true],
    ['9', 'UN', false],
    ['5a', 9, false],
    ['5a', -1, false],
    ['5a', 1.5, false],
    ['11', 99, false],
  ] as const)('item %s may be %s: %s', (item, score, allowed) => {
    expect(isNihssItemScore(item, score)).toBe(allowed);
  });
});

describe('totals', () => {
  it.each<[string, NihssItemScores, number | null, number | null]>([
    ['nothing charted', {}, null, null],
    ['all zero', allItems(), 0, 0],
    ['worst', Object.fromEntries(NIHSS_ITEMS.map((i) => [i, NIHSS_SCALE[i].maximum])), 42, 16],
    ['untestable adds nothing', allItems({ '5a': 'UN', '6a': 3, '4': 1 }), 4, 3],
    ['only untestable', { '5a': 'UN' }, null, null],
    ['motor needs all four', { '5a': 2, '5b': 0, '6a': 1 }, 3, null],
    ['four limbs alone', { '5a': 2, '5b': 0, '6a': 1, '6b': 0 }, 3, 3],
    [
      'four untestable limbs',
      allItems({ '5a': 'UN', '5b': 'UN', '6a': 'UN', '6b': 'UN' }),
      0,
      null,
    ],
  ])('%s', (_name, items, total, motor) => {
    expect(nihssTotal(items)).toBe(total);
    expect(nihssMotor(items)).toBe(motor);
  });

  it.each<[string, NihssItemScores, number | null, ReturnType<typeof checkTotal>]>([
    ['equal', allItems({ '5a': 2 }), 2, 'consistent'],
    ['too high for complete items', allItems({ '5a': 2 }), 3, 'mismatch'],
    ['UN leaves no room', allItems({ '5a': 'UN' }), 1, 'mismatch'],
    ['room in the items not charted', { '5a': 2, '5b': 0 }, 9, 'consistent'],
    ['more than the rest can add', { '5a': 2, '5b': 0 }, 40, 'mismatch'],
    ['less than charted items', { '5a': 4, '6a': 4 }, 7, 'mismatch'],
    ['total alone', {}, 7, 'not-checkable'],
    ['items alone', allItems(), null, 'not-checkable'],
  ])('check: %s', (_name, items, charted, expected) => {
    expect(checkTotal(items, charted)).toBe(expected);
  });

  it.each<[string, NihssItemScores, number | null, ReturnType<typeof scoreNihss>]>([
    ['total only', {}, 8, { total: 8, motor: null, partial: false }],
    ['items only', allItems({ '5a': 2 }), null, { total: 2, motor: 2, partial: false }],
    ['both agree', allItems({ '5a': 2 }), 2, { total: 2, motor: 2, partial: false }],
    ['items hold', allItems({ '5a': 2 }), 5, { total: 2, motor: 2, partial: false }],
    ['untestable', allItems({ '5a': 'UN' }), null, { total: 0, motor: 0, partial: true }],
    ['some items make no total', { '5a': 2 }, null, { total: null, motor: null, partial: true }],
    ['some items beside a total', { '5a': 2 }, 8, { total: 8, motor: null, partial: false }],
    ['untestable beside a total', { '5a': 'UN' }, 8, { total: 8, motor: null, partial: true }],
    ['contradicted total', { '5a': 4, '6a': 4 }, 7, { total: 8, motor: null, partial: true }],
    ['nothing', {}, null, { total: null, motor: null, partial: false }],
  ])('score: %s', (_name, items, charted, expected) => {
    expect(scoreNihss(items, charted)).toEqual(expected);
  });
});

describe('change', () => {
  const of = (items: NihssItemScores, charted: number | null = null) => ({
    items,
    ...scoreNihss(items, charted),
  });

  it.each<
    [
      string,
      ReturnType<typeof of>,
      ReturnType<typeof of>,
      [number, boolean] | null,
      [number, boolean] | null,
    ]
  >([
    [
      'same items',
      of(allItems({ '4': 1 })),
      of(allItems({ '4': 2, '5a': 1 })),
      [2, false],
      [1, false],
    ],
    ['fell', of(allItems({ '5a': 4 })), of(allItems({ '5a': 1 })), [-3, false], [-3, false]],
    [
      'untestable later',
      of(allItems({ '5a': 3 })),
      of(allItems({ '5a': 'UN', '9': 2 })),
      [2, true],
      [0, true],
    ],
    [
      'untestable before',
      of(allItems({ '5a': 'UN' })),
      of(allItems({ '5a': 4, '9': 1 })),
      [1, true],
      [0, true],
    ],
    [
      'untestable both times',
      of(allItems({ '6a': 'UN' })),
      of(allItems({ '6a': 'UN', '5a': 2 })),
      [2, false],
      [2, false],
    ],
    ['totals only', of({}, 8), of({}, 11), [3, false], null],
    ['total, then items', of({}, 2), of(allItems({ '5a': 4 })), [2, false], null],
    [
      'total, then untestable items',
      of({}, 2),
      of(allItems({ '5a': 'UN', '9': 3 })),
      [1, true],
      null,
    ],
    [
      'limbs alone later',
      of(allItems({ '5a': 1, '9': 2 })),
      of({ '5a': 3, '5b': 0, '6a': 0, '6b': 0 }),
      [2, true],
      [2, false],
    ],
    ['some limbs later', of(allItems()), of({ '5a': 2 }), [2, true], null],
    ['nothing in common', of({}, 8), of({ '5a': 2 }), null, null],
    ['no item shared', of({ '4': 1 }), of({ '5a': 2 }), null, null],
  ])('%s', (_name, before, after, total, motor) => {
    const change = nihssChange(before, after);
    const pair = (part: { points: number; partial: boolean } | null) =>
      part && [part.points, part.partial];
    expect(pair(change.total)).toEqual(total);
    expect(pair(change.motor)).toEqual(motor);
  });
});
