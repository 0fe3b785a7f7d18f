import { HOUR, NIHSS_ITEMS } from '@endwatch/clinical';
import type { StayHistory } from '@endwatch/contracts';
import { eventTable } from './stay-events.ts';
import { examinationMarks, heldUntil } from './stay-tracks.ts';
import { hourTicks } from './track-layout.ts';

const NOW = Date.UTC(2026, 2, 1, 12);
const iso = (at: number): string => new Date(at).toISOString();

describe('what was last known of a stay', () => {
  it.each([
    ['that goes on', null, null, NOW],
    ['that is over', iso(NOW - 5 * HOUR), null, NOW - 5 * HOUR],
    ['as it was known earlier', null, iso(NOW - 9 * HOUR), NOW - 9 * HOUR],
    ['that shall end tomorrow', iso(NOW + 9 * HOUR), null, NOW],
  ])('%s is drawn as far as that, and not into the future', (_, dischargedAt, knownAt, until) => {
    expect(heldUntil({ dischargedAt, knownAt }, NOW)).toBe(until);
  });
});

describe('the axis of what is saved', () => {
  it('counts round hours from admission, whatever the clock said then', () => {
    const ticks = (admittedAt: number): readonly string[] =>
      hourTicks({ from: admittedAt - 2 * HOUR, to: admittedAt + 50 * HOUR }, admittedAt, 700).map(
        ({ words }) => words,
      );
    expect(ticks(NOW)).toEqual([
      '0 h',
      '6 h',
      '12 h',
      '18 h',
      '24 h',
      '30 h',
      '36 h',
      '42 h',
      '48 h',
    ]);
    expect(ticks(NOW + 1.37 * HOUR)).toEqual(ticks(NOW));
  });
});

describe('an examination of a stay', () => {
  const none = Object.fromEntries(NIHSS_ITEMS.map((item) => [item, 0]));
  const examined = (items: object, total: number | null): StayHistory =>
    ({
      ...{ due: [], measurements: [], reports: [], treatments: [], conditions: [], alerts: [] },
      ...{ risk: { knownThen: [], knownNow: [] }, loadedAfterwards: false },
      examinations: [
        {
          ...{ id: 'one', at: iso(NOW), knownAt: iso(NOW), motor: null, status: 'final' },
          ...{ items, total, partial: false, rater: null },
        },
      ],
    }) as unknown as StayHistory;

  it.each([
    [
      'with what was found',
      { ...none, '5a': 3, '9': 'UN' },
      '4: Left arm 3 · Language UN · all others 0',
    ],
    ['without anything', none, '4: all items 0'],
    [
      'that left one item out',
      { ...none, '2': undefined, '4': 1 },
      '4: Face 1 · not charted: Gaze · all others 0',
    ],
    ['of which only the total is charted', {}, '4'],
  ])('%s tells each item in the table and at its mark', (_, items, words) => {
    const history = examined(items, 4);
    expect(eventTable(history).rows.map((row) => row.at(-1))).toEqual([words]);
    const [, said = null] = examinationMarks(history)[0]?.words.split('\n') ?? [];
    expect(said).toBe(words.slice(3) === '' ? null : words.slice(3));
  });
});
