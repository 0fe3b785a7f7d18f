import { DAY } from '@endwatch/clinical';
import { driftReviewSchema } from '@endwatch/contracts';
import { calibrationChart, reviewDrift, type OutcomeWeek } from './review-drift.ts';

const WEEK = 7 * DAY;
const MONDAY = Date.UTC(2026, 0, 5);
const week = (n: number, ends: number, expected: number): OutcomeWeek => ({
  ...{ week: MONDAY + n * WEEK, stays: 20, ends, expected },
});
const input = (feature: string, n: number, psi: number | null) => ({
  ...{ feature, week: MONDAY + n * WEEK, patients: 40, missing: 10, expectedMissing: 0.1, psi },
});
const model = { version: 'm1', trainedOn: 'simulated' } as const;

describe('drift by week', () => {
  it('charts calibration in order of time, worked by hand', () => {
    // ln 1.5 = 0.405465: 6 of 3 adds 2.432791 − 1.5 = 0.932791; 3 of 3 takes 0.283605 away.
    const chart = calibrationChart([week(1, 3, 3), week(0, 6, 3)]);
    expect(chart.map(({ more }) => more.toFixed(6))).toEqual(['0.932791', '0.649186']);
    // 1.5 / 1.5 − 1: fewer adds 1 a week without END of 3 expected: −6 · 0.405465 + 1 < 0 first.
    expect(chart.map(({ fewer }) => fewer)).toEqual([0, 0]);
  });

  it('alarms when twice as many come for six weeks', () => {
    const weeks = Array.from({ length: 8 }, (_, n) => week(n, 6, 3));
    const { calibration } = reviewDrift({ inputs: [], outcomes: weeks }, model, MONDAY);
    // 5 / 0.932791: the sixth week.
    expect(calibration.weeks.map(({ alarm }) => alarm)).toEqual([
      ...[null, null, null, null, null, 'more', null, null],
    ]);
    expect(calibration.alarm).toEqual({
      ...{ week: new Date(MONDAY + 5 * WEEK).toISOString(), direction: 'more' },
    });
    expect(calibration.weeks[0]?.observedToExpected.value).toBe(2);
  });

  it('speaks the contract, by feature and week', () => {
    const inputs = [input('crp', 1, 0.3), input('age', 0, null), input('crp', 0, 0.02)];
    const found = driftReviewSchema.parse(reviewDrift({ inputs, outcomes: [] }, model, MONDAY));
    expect(found.inputs.map(({ feature, psi }) => [feature, psi])).toEqual([
      ['age', null],
      ['crp', 0.02],
      ['crp', 0.3],
    ]);
    expect(found.inputs[0]).toMatchObject({ missing: 0.25, expectedMissing: 0.1 });
    expect(found.weeks).toHaveLength(2);
    expect(found.calibration).toMatchObject({ weeks: [], alarm: null });
  });
});
