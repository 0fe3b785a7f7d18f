import { HOUR } from '@endwatch/clinical';
import { hour, T0 } from '@endwatch/clinical/testing';
import type { ExaminationPlan } from '@endwatch/contracts';
import { examinationLoad } from './examination-load.ts';
import {
  examinationPlanOf,
  examinationRulesOf,
  SHIPPED_EXAMINATIONS,
} from './examination-rules.ts';

const iso = (hours: number): string => new Date(hour(hours)).toISOString();
/** Admitted at `T0`, last examined so many hours after it. */
const row = (lastHour: number | null, lysedHour: number | null = null) => ({
  admittedAt: iso(0),
  thrombolysedAt: lysedHour === null ? null : iso(lysedHour),
  freshness: {
    ...{ vitals: null, labs: null, report: null },
    nihss: lastHour === null ? null : iso(lastHour),
  },
});
const shipped = examinationPlanOf(SHIPPED_EXAMINATIONS);
const afterThrombolysis = [
  { fromHours: 0, everyHours: 0.25 },
  { fromHours: 2, everyHours: 0.5 },
  { fromHours: 8, everyHours: 1 },
];
const everyHours = (hours: number, change: Partial<ExaminationPlan> = {}) =>
  examinationRulesOf({ ...shipped, steps: [{ fromHours: 0, everyHours: hours }], ...change });

describe('what a schedule asks for', () => {
  it('on each day after admission, for ten patients', () => {
    // At 1, 5, 9 … 21 h, then at 25 h, from there every 12 h, from 73 h on daily; nothing after 14 days.
    expect(examinationLoad(SHIPPED_EXAMINATIONS, [], T0).for10ByDay).toEqual([
      ...[60, 20, 20, 10, 10, 10, 10, 10],
    ]);
    expect(examinationLoad(everyHours(8, { untilHours: 48 }), [], T0).for10ByDay).toEqual([
      ...[30, 30, 0, 0, 0, 0, 0, 0],
    ]);
  });

  it('of the patients who are there, and how many are overdue', () => {
    const rows = [row(null), row(3), row(12), row(20)];
    const at = (hours: number, rules = SHIPPED_EXAMINATIONS) => {
      const { perDayNow, overdueNow } = examinationLoad(rules, rows, hour(hours));
      return [perDayNow, overdueNow];
    };
    // Due at 1, 7, 16 and 24 h; overdue half an hour later.
    expect(at(20)).toEqual([24, 3]);
    expect(at(24.49)).toEqual([8, 3]);
    expect(at(24.5)).toEqual([8, 4]);
    expect(at(20, everyHours(12))).toEqual([8, 2]);
    expect(at(20, everyHours(12, { graceMinutes: 0, firstWithinHours: 24 }))).toEqual([8, 1]);
    expect(at(400)).toEqual([0, 0]);
  });

  it('takes what was charted long before admission for no examination', () => {
    expect(examinationLoad(everyHours(4), [row(-7)], T0 + 2 * HOUR).overdueNow).toBe(1);
    expect(examinationLoad(everyHours(4), [row(-1)], T0 + 2 * HOUR).overdueNow).toBe(0);
  });

  it('after thrombolysis, of one patient and of those who are there', () => {
    const close = examinationRulesOf({ ...shipped, afterThrombolysis });
    // At 0.25 … 2 h, to 8 h, to 24 h; as shipped at 1, 5, 9 … 21 h.
    expect(examinationLoad(close, [], T0).afterThrombolysis).toBe(8 + 12 + 16);
    expect(examinationLoad(SHIPPED_EXAMINATIONS, [], T0).afterThrombolysis).toBe(6);
    const rows = [row(1), row(1, 0.5), { admittedAt: iso(0), freshness: row(1).freshness }];
    // Of the lysed one: due at 1.25 h, overdue 15 min later, now every half hour.
    const now = examinationLoad(close, rows, hour(2.6));
    expect(now).toMatchObject({ perDayNow: 6 + 48 + 6, overdueNow: 1 });
    expect(examinationLoad(close, rows, hour(1.49)).overdueNow).toBe(0);
    expect(examinationLoad(close, rows, hour(1.5)).overdueNow).toBe(1);
    expect(examinationLoad(SHIPPED_EXAMINATIONS, rows, hour(2.6))).toMatchObject({
      ...{ perDayNow: 18, overdueNow: 0 },
    });
  });

  it('is written and read without loss, and read where it was kept without the second list', () => {
    const whole = { ...shipped, afterThrombolysis };
    expect(examinationPlanOf(examinationRulesOf(whole))).toEqual(whole);
    const { firstWithinHours, steps, untilHours, graceMinutes } = shipped;
    const before = { firstWithinHours, steps, untilHours, graceMinutes };
    expect(examinationPlanOf(examinationRulesOf(before))).toEqual(shipped);
  });
});
