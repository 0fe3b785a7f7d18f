import { MINUTE } from '@endwatch/clinical';
import { forecastReviewSchema } from '@endwatch/contracts';
import {
  anAlertAt,
  anAssessmentAt,
  aReviewedStay,
  aScoreOf,
  endAt,
  hourOfStay,
} from '../../../testing/reviewed-stay.ts';
import { alertPolicyFor } from '../../alerting/alert-policy.ts';
import type { ReviewStay } from '../review-stay.ts';
import { SiteClock } from '../site-clock.ts';
import { reviewForecast, type ForecastQuestion } from './review-forecast.ts';

const thresholds = { medium: 0.2, high: 0.35, highOff: 0.25 };

const review = (stays: readonly ReviewStay[], more: Partial<ForecastQuestion> = {}) =>
  reviewForecast({
    ...{ stays, now: hourOfStay(500), clock: new SiteClock('Europe/Berlin') },
    ...{ policy: alertPolicyFor(thresholds), modelVersion: null },
    model: { version: 'm1', trainedOn: 'simulated', thresholds },
    shadowOf: () => Promise.resolve(null),
    pause: () => null,
    ...more,
  });

/** At 6 h: risks of 0.8 and 0.3 before END, 0.4, 0.2 and 0.1 without; nobody is scored later. */
const five: readonly ReviewStay[] = [
  aReviewedStay({
    ...{ patientId: 'a', end: endAt(20, 21), age: 84, sex: 'male' },
    scores: [aScoreOf(5, 0.8)],
    alerts: [anAlertAt(5.5, 'risk-high'), anAlertAt(15, 'risk-rising')],
  }),
  aReviewedStay({
    ...{ patientId: 'b', end: endAt(28), treatments: ['thrombolysis'], conditions: ['diabetes'] },
    scores: [aScoreOf(5, 0.3, { missing: ['crp', 'crp-trend'] })],
    alerts: [anAlertAt(30.5, 'risk-high')],
  }),
  aReviewedStay({
    ...{ patientId: 'c', scores: [aScoreOf(5, 0.4)] },
    alerts: [anAlertAt(5.1, 'risk-high'), anAlertAt(150, 'risk-high'), anAlertAt(9, 'data-stale')],
  }),
  aReviewedStay({ patientId: 'd', scores: [aScoreOf(5, 0.2)] }),
  aReviewedStay({
    ...{ patientId: 'e', age: 50, scores: [aScoreOf(5, 0.1, { missing: ['crp'] })] },
    assessments: [anAssessmentAt(0), anAssessmentAt(60)],
    dischargedAt: hourOfStay(60),
  }),
];

describe('how good the forecast was', () => {
  it('speaks the contract', async () => {
    expect(forecastReviewSchema.parse(await review(five))).toMatchObject({ stays: 5, ends: 2 });
    expect(forecastReviewSchema.parse(await review([]))).toMatchObject({ stays: 0, unwarned: [] });
  });

  it('at 6 h, worked by hand', async () => {
    const { landmarks } = await review(five);
    const at6 = landmarks.find(({ hour }) => hour === 6)!;
    expect(at6).toMatchObject({
      ...{ forecasts: 5, patients: 5, ends: 2 },
      // Positive: 0.8 and 0.4.
      sensitivity: { k: 1, n: 2 },
      specificity: { k: 2, n: 3 },
      ppv: { k: 1, n: 2 },
      leftOut: { endedBefore: 0, notThere: 0, noForecast: 0, outcomeUnknown: 0 },
    });
    // 0.8 beats all three; 0.3 beats two of three.
    expect(at6.auc.value).toBeCloseTo(5 / 6, 12);
    expect(at6.auc.ci95).not.toBeNull();
    // (0.04 + 0.49 + 0.16 + 0.04 + 0.01) / 5
    expect(at6.brier).toBeCloseTo(0.148, 12);
    expect(at6.expected).toBeCloseTo(1.8, 12);
    expect(at6.observedToExpected.value).toBeCloseTo(2 / 1.8, 12);
    // At 12 h all scores are older than 6 h; END at 20 h is before 24 h; e had left at 60 h.
    expect(landmarks.find(({ hour }) => hour === 24)!.leftOut).toMatchObject({
      endedBefore: 1,
      noForecast: 4,
    });
    expect(landmarks.find(({ hour }) => hour === 72)!.leftOut).toMatchObject({
      endedBefore: 2,
      notThere: 1,
    });
  });

  it('has no interval where a patient comes several times', async () => {
    const later = five.map((stay) => ({
      ...stay,
      scores: [...stay.scores, aScoreOf(11, stay.scores[0]?.next24h ?? 0)],
    }));
    const { overall, calibration, landmarks, warning } = await review(later);
    expect(overall).toMatchObject({
      ...{ forecasts: 10, patients: 5, auc: { ci95: null }, observedToExpected: { ci95: null } },
      sensitivity: { k: 2, n: 4, ci95: null },
      specificity: { k: 4, n: 6, ci95: null },
      ppv: { k: 2, n: 4, ci95: null },
    });
    expect(overall.auc.value).toBeCloseTo(5 / 6, 12);
    expect(calibration.bins.map(({ ci95 }) => ci95)).toEqual(calibration.bins.map(() => null));
    // Both alerts of the first patient were right; each END is one of one patient.
    expect(warning).toMatchObject({ followed: { k: 2, n: 3, ci95: null } });
    expect(warning.warned.ci95).not.toBeNull();
    const at12 = landmarks.find(({ hour }) => hour === 12);
    for (const { ci95 } of [at12!.auc, at12!.observedToExpected, at12!.sensitivity, at12!.ppv]) {
      expect(ci95).not.toBeNull();
    }
    const once = (await review(five)).calibration.bins;
    expect(once.every(({ ci95 }) => ci95 !== null)).toBe(true);
  });

  it('warned, unwarned and false alarms', async () => {
    const { warning, unwarned, falseAlarms, patientDays } = await review(five);
    // 20 + 28 + 168 + 168 + 60 hours
    expect(patientDays).toBeCloseTo(444 / 24, 12);
    expect(warning).toMatchObject({
      ...{ ends: 2, alerts: 5, undecided: 2 },
      warned: { k: 1, n: 2 },
      // 5.5 h → 20 h
      leadHours: { n: 1, median: 14.5 },
      atLeast6h: { k: 1, n: 2 },
      // Both of a; c's first was false, its last was not seen for 24 h, b's came after END.
      followed: { k: 2, n: 3 },
    });
    expect(warning.per100PatientDays).toBeCloseTo((100 * 5) / (444 / 24), 10);
    expect(warning.leadHistogram.find(({ fromHours }) => fromHours === 12)).toEqual({
      ...{ fromHours: 12, toHours: 24, ends: 1 },
    });
    expect(unwarned).toEqual([
      expect.objectContaining({
        ...{ patientId: 'b', at: new Date(hourOfStay(28)).toISOString(), why: 'below' },
        highest: { risk: 0.3, asOf: new Date(hourOfStay(5)).toISOString() },
      }),
    ]);
    expect(falseAlarms).toEqual([
      expect.objectContaining({ patientId: 'c', kind: 'risk-high', risk: 0.4 }),
    ]);
  });

  it('does not credit END with a score that was made after it', async () => {
    const stay = aReviewedStay({
      end: endAt(18, 18.5),
      scores: [aScoreOf(11, 0.1, { gone: 20 }), aScoreOf(11, 0.95, { known: 20 })],
    });
    const { unwarned, overall } = await review([stay]);
    expect(unwarned).toMatchObject([{ why: 'below', highest: { risk: 0.1 } }]);
    expect(overall).toMatchObject({ forecasts: 1, sensitivity: { k: 0, n: 1 } });
  });

  it('by group, by missing input, by month, in bins', async () => {
    const found = await review(five);
    const group = (factor: string, level: string) =>
      found.subgroups.find((one) => one.factor === factor && one.level === level);
    expect(group('Age', '80 and over')).toMatchObject({ forecasts: 1, ends: 1 });
    expect(group('Age', '65 to 79')).toMatchObject({ forecasts: 3 });
    expect(group('Treatment', 'thrombolysis')).toMatchObject({ forecasts: 1, ends: 1 });
    expect(group('Condition', 'diabetes')).toMatchObject({ forecasts: 1 });
    // What is derived from a missing value is not named beside it.
    expect(found.missingInputs.map(({ level, forecasts }) => [level, forecasts])).toEqual([
      ['none', 3],
      ['crp', 2],
    ]);
    expect(found.months.rows).toEqual([
      expect.objectContaining({ month: '2026-01', patients: 5, ends: 2 }),
    ]);
    expect(found.calibration.bins.reduce((n, bin) => n + bin.n, 0)).toBe(5);
    // At 0.35: 1/5 true, 1/5 false: 0.2 − 0.2 · 0.35 / 0.65.
    const point = found.decisionCurve.find(({ threshold }) => threshold === 0.35)!;
    expect(point.model).toBeCloseTo(0.2 - (0.2 * 0.35) / 0.65, 12);
    expect(point.everybody).toBeCloseTo(0.4 - (0.6 * 0.35) / 0.65, 12);
  });

  it('leaves out other versions', async () => {
    expect(await review(five, { modelVersion: 'm2' })).toMatchObject({ overall: { forecasts: 0 } });
  });
});

describe('stays loaded afterwards', () => {
  // Known when they were over; their alerts rang for nobody.
  const loaded = five.map((stay) => ({
    ...{ ...stay, loadedAfterwards: true },
    scores: stay.scores.map((score) => ({ ...score, knownAt: hourOfStay(400) })),
  }));

  it('are judged as if what stands had been known; what would have rung stands apart', async () => {
    const found = forecastReviewSchema.parse(await review(loaded));
    expect(found).toMatchObject({ loadedAfterwards: 5, overall: { forecasts: 5, ends: 2 } });
    expect(found.warning).toMatchObject({ ends: 0, alerts: 0, per100PatientDays: null });
    // 0.8 and 0.4 reach 0.35 and ring two minutes after 5 h; 20 h − 5 h 2 min.
    expect(found.wouldHaveWarned).toMatchObject({
      ...{ ends: 2, alerts: 2, warned: { k: 1, n: 2 }, followed: { k: 1, n: 2 } },
    });
    expect(found.wouldHaveWarned?.leadHours.median).toBeCloseTo(15 - 2 / 60, 9);
    expect(found.unwarned).toMatchObject([{ patientId: 'b', why: 'below', simulated: true }]);
    expect(found.falseAlarms).toMatchObject([
      { patientId: 'c', alertId: null, risk: 0.4, simulated: true },
    ]);
  });

  it('are never added to what rang', async () => {
    const own = loaded.map((stay) => ({ ...stay, patientId: `loaded-${stay.patientId}` }));
    const both = await review([...five, ...own]);
    const alone = await review(five);
    expect(both.warning).toEqual(alone.warning);
    expect(alone.wouldHaveWarned).toBeNull();
    expect(both.wouldHaveWarned).toMatchObject({ ends: 2, alerts: 2 });
    expect(both.unwarned.map(({ simulated }) => simulated).toSorted()).toEqual([false, true]);
  });
});

describe('the shadow beside it', () => {
  it('is judged on the same forecasts', async () => {
    const ids = new Map<string, number>();
    // Ids are those of hours: give each patient its own.
    const own = five.map((stay, i) => ({
      ...stay,
      scores: stay.scores.map((score) => ({ ...score, id: String(i) })),
    }));
    const shadowRisks = [0.9, 0.5, 0.3, 0.1, 0.2];
    shadowRisks.forEach((risk, i) => ids.set(String(i), risk));
    const { shadow } = await review(own, {
      shadowOf: (wanted) => {
        expect(wanted.map(({ score }) => score.id).toSorted()).toEqual(['0', '1', '2', '3', '4']);
        return Promise.resolve({ version: 'm2', next24h: ids });
      },
    });
    expect(shadow).toMatchObject({
      ...{ inService: 'm1', shadow: 'm2', pairs: 5, patients: 5 },
      // 0.3 → 0.5 medium → high, 0.4 → 0.3 high → medium, 0.2 → 0.1 medium → low, 0.1 → 0.2 low → medium
      otherBand: 4 / 5,
    });
    expect(shadow!.meanDifference).toBeCloseTo((0.1 + 0.2 - 0.1 - 0.1 + 0.1) / 5, 12);
    const at6 = shadow!.hours.find(({ hour }) => hour === 6)!;
    expect(at6).toMatchObject({ patients: 5, ends: 2, aucShadow: 1 });
    expect(at6.aucInService).toBeCloseTo(5 / 6, 12);
    expect(at6.difference.value).toBeCloseTo(1 / 6, 12);
  });
});

describe('the clock on the wall', () => {
  it('is an hour further in summer', () => {
    const clock = new SiteClock('Europe/Berlin');
    // 29 March 2026, 01:00 UTC: 02:00 becomes 03:00.
    const change = Date.UTC(2026, 2, 29, 1);
    expect(clock.hourOf(change - MINUTE)).toMatchObject({ hour: 1, weekday: 7 });
    expect(clock.hourOf(change)).toMatchObject({ hour: 3, weekday: 7 });
    expect(clock.monthOf(Date.UTC(2026, 2, 31, 22, 30))).toBe('2026-04');
  });
});
