import * as fc from 'fast-check';
import type { BoardRow } from '@endwatch/contracts';
import { aRisk, aRow, anAlert, minutesAgo } from '../testing/a-row.ts';
import { SORTS, type Sort, type SortKey, asSort, compareBy, pressedSort } from './sort-rows.ts';
import { stepInLanes } from './walk-beds.ts';

const nihss = (total: number | null, admissionTotal: number | null, at: string | null) => ({
  nihss: { ...aRow().nihss, total, admissionTotal, at },
});
const ROWS: readonly BoardRow[] = [
  aRow({
    ...{ patientId: 'a', bed: '10', name: 'Ödegård', admittedAt: minutesAgo(60) },
    ...nihss(4, 5, minutesAgo(10)),
    risk: aRisk({ next24h: 0.2 }),
  }),
  aRow({
    ...{ patientId: 'b', bed: '2', name: 'Abel', admittedAt: minutesAgo(900) },
    ...nihss(12, 9, minutesAgo(300)),
    risk: null,
  }),
  aRow({
    ...{ patientId: 'c', bed: null, name: 'Zuse', admittedAt: minutesAgo(300) },
    ...nihss(null, null, null),
    risk: aRisk({ next24h: 0.4 }),
    alerts: [anAlert()],
  }),
];

describe('the order of the list', () => {
  it.each<[SortKey, boolean, string]>([
    ['bed', false, 'bac'],
    ['bed', true, 'cab'],
    ['name', false, 'bac'],
    ['name', true, 'cab'],
    ['stay', true, 'bca'],
    ['nihss', true, 'bac'],
    ['nihss', false, 'abc'],
    ['change', true, 'bac'],
    ['risk', true, 'cab'],
    ['risk', false, 'acb'],
    ['examined', true, 'bac'],
    ['urgency', false, 'cab'],
  ])('by %s, descending %s', (by, descending, order) => {
    const sorted = ROWS.toSorted(compareBy({ by, descending }));
    expect(sorted.map(({ patientId }) => patientId).join('')).toBe(order);
  });

  it('does not depend on the order of arrival', () => {
    const sorts = fc.record({
      by: fc.constantFrom(...SORTS.map(({ key }) => key)),
      descending: fc.boolean(),
    });
    fc.assert(
      fc.property(
        sorts,
        fc.shuffledSubarray([...ROWS], { minLength: ROWS.length }),
        (sort, rows) => {
          expect(rows.sort(compareBy(sort))).toEqual(ROWS.toSorted(compareBy(sort)));
        },
      ),
    );
  });

  it('turns round at the second press, and is kept as words', () => {
    const first = pressedSort({ by: 'bed', descending: false }, 'risk');
    expect(first).toEqual({ by: 'risk', descending: true });
    expect(pressedSort(first, 'risk')).toEqual({ by: 'risk', descending: false });
    const kept = (sort: Sort): Sort | null =>
      asSort(`${sort.by} ${sort.descending ? 'down' : 'up'}`);
    expect(kept(first)).toEqual(first);
    expect([asSort(null), asSort('weight up')]).toEqual([null, null]);
  });
});

describe('walking the lanes', () => {
  // a c   | e | (nobody) | f g
  // b d   |   |          | h
  const lanes = [
    { patients: ['a', 'c', 'b', 'd'], columns: 2 },
    { patients: ['e'], columns: 1 },
    { patients: [], columns: 1 },
    { patients: ['f', 'g', 'h'], columns: 2 },
  ];
  it.each([
    ['a', 'right', 'c'],
    ['c', 'right', 'e'],
    ['d', 'right', 'e'],
    ['e', 'right', 'f'],
    ['f', 'left', 'e'],
    ['h', 'left', 'e'],
    ['e', 'left', 'c'],
    ['a', 'left', 'a'],
    ['g', 'right', 'g'],
    ['a', 'down', 'b'],
    ['b', 'down', 'b'],
    ['h', 'up', 'f'],
    ['g', 'first', 'a'],
    ['a', 'last', 'h'],
    [null, 'down', 'a'],
    ['gone', 'right', 'a'],
  ] as const)('from %s %s to %s', (from, direction, to) => {
    expect(stepInLanes(lanes, { from, direction })).toBe(to);
  });
  it('goes nowhere where nobody is', () => {
    expect(stepInLanes([], { from: null, direction: 'right' })).toBeNull();
  });
});
