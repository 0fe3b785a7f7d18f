import { aMeasurement, correctionOf, hour, retractionOf, T0 } from '../testing/index.ts';
import { MINUTE } from '../time.ts';
import { ageAt } from './age.ts';
import { compareVersions, mergeRecords, newestVersions } from './newest-versions.ts';
import { byTime, countUntil } from './record-order.ts';

const first = aMeasurement('glucose', 6);
const corrected = correctionOf(first);

describe('newest versions', () => {
  it('lets the greater version hold, whichever came first', () => {
    expect([...newestVersions([first, corrected]).values()]).toEqual([corrected]);
    expect([...newestVersions([corrected, first]).values()]).toEqual([corrected]);
  });

  it('keeps a retraction, which wins like any other version', () => {
    const retracted = retractionOf(first);
    expect(newestVersions([retracted, first]).get(first.resourceKey)).toBe(retracted);
  });

  it('compares versions as text', () => {
    const tenth = { ...first, version: '10' };
    const second = { ...first, version: '2' };
    expect(newestVersions([tenth, second]).get(first.resourceKey)).toBe(second);
  });

  it.each([5, 7])(
    'of one version sent twice keeps the copy that the log took first (%d)',
    (value) => {
      const again = aMeasurement('glucose', value, {
        resourceKey: first.resourceKey,
        brokerAt: first.times.brokerAt + MINUTE,
      });
      expect(newestVersions([again, first]).get(first.resourceKey)).toBe(first);
      expect(newestVersions([first, again]).get(first.resourceKey)).toBe(first);
      const slower = { ...again, times: { ...again.times, brokerAt: first.times.brokerAt } };
      expect(newestVersions([slower, first]).get(first.resourceKey)).toBe(first);
      expect(newestVersions([first, slower]).get(first.resourceKey)).toBe(first);
    },
  );

  it('settles even the same version with other content the same way round', () => {
    const other = aMeasurement('glucose', 7, { resourceKey: first.resourceKey });
    const one = newestVersions([first, other]).get(first.resourceKey);
    expect(newestVersions([other, first]).get(first.resourceKey)).toEqual(one);
    expect(compareVersions(first, other)).toBe(-compareVersions(other, first));
    expect(compareVersions(first, { ...first })).toBe(0);
  });

  it('returns what it was given when nothing moved, and leaves it untouched when something did', () => {
    const known = newestVersions([first]);
    expect(mergeRecords(known, [first, { ...first }])).toBe(known);
    expect(mergeRecords(known, [corrected]).get(first.resourceKey)).toBe(corrected);
    expect(known.get(first.resourceKey)).toBe(first);
  });
});

describe('order', () => {
  it('goes by effective time, issue and resource', () => {
    const rows = [
      aMeasurement('glucose', 1, { at: hour(1), issuedAt: hour(3), resourceKey: 'a' }),
      aMeasurement('glucose', 2, { at: hour(1), issuedAt: hour(2), resourceKey: 'z' }),
      aMeasurement('glucose', 3, { at: hour(1), resourceKey: 'c' }),
      aMeasurement('glucose', 4, { at: hour(1), resourceKey: 'b' }),
      aMeasurement('glucose', 5, { at: hour(0), issuedAt: hour(9), resourceKey: 'y' }),
    ];
    expect([...rows].sort(byTime).map(({ resourceKey }) => resourceKey)).toEqual([
      'y',
      'b',
      'c',
      'z',
      'a',
    ]);
    expect(byTime(first, first)).toBe(0);
  });

  it.each([
    [-1, 0],
    [1, 1],
    [2, 3],
    [2.5, 3],
    [9, 4],
  ])('counts what lies at or before %d: %d', (until, count) => {
    expect(countUntil([1, 2, 2, 3], until, (value) => value)).toBe(count);
  });
});

describe('age', () => {
  it.each([
    ['1957-03-02', Date.UTC(2026, 2, 1), 68],
    ['1957-03-02', Date.UTC(2026, 2, 2), 69],
    ['1957-03', Date.UTC(2026, 2, 14), 68],
    ['1957-03', Date.UTC(2026, 2, 15), 69],
    ['1957', Date.UTC(2026, 5, 30), 68],
    ['1957', Date.UTC(2026, 6, 1), 69],
    ['2026-01-05', T0, 0],
    ['2030-01-01', T0, null],
    ['1857-03-02', T0, null],
    ['02.03.1957', T0, null],
    [null, T0, null],
  ])('%s', (birthDate, at, age) => {
    expect(ageAt(birthDate, at)).toBe(age);
  });
});
