import { T0 } from '@endwatch/clinical/testing';
import {
  anAssessmentAt,
  aReviewedStay,
  aScoreOf,
  endAt,
  hourOfStay,
} from '../../../testing/reviewed-stay.ts';
import { alertPolicyFor } from '../../alerting/alert-policy.ts';
import { packCohort } from './pack-cohort.ts';
import { reviewPolicyOf } from './policy.ts';
import { findPreset, withThreshold } from './presets.ts';
import { tryPolicy, tryToday } from './try-policy.ts';

const today = alertPolicyFor({ medium: 0.2, high: 0.35, highOff: 0.25 }, { minimumDuration: 0 });
const asToday = reviewPolicyOf(today);

describe('what a policy would have cost and brought', () => {
  const cohort = packCohort(
    [
      // Rang at 10 h and, 15 points higher, at 20 h; END at 30 h: both within 24 h.
      aReviewedStay({
        ...{ patientId: 'a', end: endAt(30) },
        scores: [aScoreOf(10, 0.4), aScoreOf(20, 0.55)],
      }),
      // END that nothing warned of at 0.35, but 4 h before at 0.2.
      aReviewedStay({ patientId: 'b', end: endAt(24), scores: [aScoreOf(20, 0.2)] }),
      // A false alarm, and one in the last 24 h of what was seen.
      aReviewedStay({
        ...{ patientId: 'c', dischargedAt: hourOfStay(66) },
        assessments: [anAssessmentAt(0), anAssessmentAt(60)],
        scores: [aScoreOf(12, 0.5), aScoreOf(14, 0.1), aScoreOf(50, 0.5)],
      }),
    ],
    hourOfStay(500),
  );

  it("at today's policy", () => {
    expect(cohort).toMatchObject({ scores: 6, ends: 2, patientDays: (30 + 24 + 66) / 24 });
    const found = tryPolicy(cohort, asToday, today);
    expect(found).toMatchObject({
      ...{ policy: asToday, alerts: 4, repeats: 1, stays: 2 },
      // 4 in 5 days
      ...{ per100PatientDays: 80, perDayFor35: 28 },
      // Both of a were right.
      ppv: { k: 2, n: 3, ci95: null },
      undecided: 1,
      sensitivity: { k: 1, n: 2, value: 0.5 },
      leadHours: { n: 1, median: 20 },
      atLeast6h: { k: 1, n: 2 },
      missedEnds: 1,
    });
  });

  it('at what holds today, of each ward its own', () => {
    const policyOf = (ward: string | null) =>
      ward === null ? today : { ...today, risk: { ...today.risk, on: 0.14, off: 0.1 } };
    const here = { ward: 'w1', end: endAt(24), scores: [aScoreOf(20, 0.2)] };
    const two = packCohort(
      [
        { patientId: 'a', ...here },
        { patientId: 'b', ...here, ward: null },
      ].map(aReviewedStay),
      hourOfStay(500),
    );
    expect(tryToday(two, asToday, policyOf)).toMatchObject({ policy: asToday, alerts: 1 });
    expect(tryToday(two, asToday, () => today).alerts).toBe(0);
  });

  it('at a lower threshold', () => {
    expect(tryPolicy(cohort, withThreshold(asToday, 0.14), today)).toMatchObject({
      policy: { on: 0.14, off: 0.1 },
      sensitivity: { k: 2, n: 2 },
      leadHours: { n: 2, median: 12, quartiles: [8, 16] },
      atLeast6h: { k: 1, n: 2 },
      missedEnds: 0,
    });
  });
});

describe('a budget of alerts', () => {
  /** 35 patients for one day; of patient k the risk crosses k hundredths once. */
  const cohort = packCohort(
    Array.from({ length: 35 }, (_, k) =>
      aReviewedStay({
        ...{ patientId: String(k), dischargedAt: hourOfStay(24) },
        scores: [aScoreOf(1, 0.001), aScoreOf(2, (k + 1) / 100 + 0.0001)],
      }),
    ),
    T0 * 2,
  );
  const find = (preset: 'one-a-day-for-35' | 'two-a-day-for-35' | 'today') =>
    findPreset(preset, asToday, (policy) => Promise.resolve(tryPolicy(cohort, policy, today)));

  it('is met by the lowest threshold that rings no more often', async () => {
    // Risks of 0.35 and 0.34: from 0.345 on only one of them rings, from 0.335 on two.
    expect(await find('one-a-day-for-35')).toMatchObject({
      reached: true,
      figures: { policy: { on: 0.345, off: 0.2464 }, alerts: 1, perDayFor35: 1 },
    });
    expect((await find('two-a-day-for-35')).figures).toMatchObject({
      policy: { on: 0.335 },
      alerts: 2,
    });
  });

  it("of nothing but today's policy leaves it", async () => {
    expect((await find('today')).figures.policy).toEqual(asToday);
  });
});
