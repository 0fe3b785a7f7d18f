import { NIHSS_ITEMS } from '@endwatch/clinical';
import type { Trajectory } from '@endwatch/contracts';
import { changeSince, leftOut, totalOf, wouldBeEnd, type Answers } from './draft.ts';

const zeros = Object.fromEntries(NIHSS_ITEMS.map((item) => [item, 0])) as Answers;
const rule = {
  name: 'paper',
  total: 2,
  motor: 1,
  windowHours: 168,
  baseline: 'admission',
} as const;
const before = (items: Record<string, number | 'UN'>): Trajectory['assessments'][number] => ({
  ...{ id: 'a', at: '', knownAt: '', total: null, motor: null, items, partial: false },
  ...{ status: 'final', rater: null },
});

describe('an examination being charted', () => {
  it('adds up as it goes, without what cannot be tested', () => {
    expect(totalOf({ '5a': 2, '9': 1, '10': { un: 'Intubated' } })).toBe(3);
    expect(leftOut({ ...zeros, '4': 1 })).toEqual([]);
    expect(leftOut({ '1a': 0 })).toHaveLength(14);
  });

  it.each([
    ['total up by 2', { '4': 1, '9': 1 }, { total: 2, motor: 0 }, true],
    ['total up by 1', { '4': 1 }, { total: 1, motor: 0 }, false],
    ['one motor point', { '5a': 1 }, { total: 1, motor: 1 }, true],
    ['better', {}, { total: 0, motor: 0 }, false],
  ])('%s', (_, answers, change, isEnd) => {
    const since = changeSince({ ...zeros, ...answers }, before(zeros as Record<string, number>));
    expect(since).toEqual(change);
    expect(wouldBeEnd(since, rule)).toBe(isEnd);
  });

  it('counts only what was tested both times', () => {
    expect(changeSince({ '5a': 3 }, before({ '5a': 'UN', '9': 0 }))).toBeNull();
    expect(changeSince({ '5a': 3, '9': 1 }, before({ '5a': 'UN', '9': 0 }))).toEqual({
      ...{ total: 1, motor: 0 },
    });
    expect(changeSince({ '5a': 3 }, null)).toBeNull();
    expect(wouldBeEnd(null, rule)).toBe(false);
  });
});
