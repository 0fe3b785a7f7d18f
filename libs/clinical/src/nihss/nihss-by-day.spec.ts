import { hour, T0 } from '../testing/index.ts';
import { nihssByDay } from './nihss-by-day.ts';

describe('NIHSS by day', () => {
  const byDay = (...charted: readonly (readonly [number, number | null])[]): unknown =>
    nihssByDay({
      ...{ admittedAt: T0, admissionTotal: 8 },
      assessments: charted.map(([at, total]) => ({ at: hour(at), total })),
    }).slice(0, 5);

  it('has the admission examination, then the total nearest to each day', () => {
    expect(byDay([2, 11], [20, 9], [26, 7], [61, 3])).toEqual([8, 7, null, 3, null]);
  });

  it('takes the earlier of two as near, none from 12 h on, and none without a total', () => {
    expect(byDay([23, 5], [25, 6], [60, 4], [84, 2], [96, null])).toEqual([8, 5, null, null, null]);
  });
});
