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
const row = (lastHour: number | null) => ({
  admittedAt: iso(0),
  freshness: {
    ...{ vitals: null, labs: null, report: null },
    nihss: lastHour === null ? null : iso(lastHour),
  },
});
const shipped = examinationPlanOf(SHIPPED_EXAMINATIONS);
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

  it('is written and read without loss', () => {
    expect(examinationPlanOf(examinationRulesOf(shipped))).toEqual(shipped);
  });
});
