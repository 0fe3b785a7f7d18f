import { hour, T0 } from '../testing/index.ts';
import { DEFAULT_EXAMINATION_SCHEDULE, nextExaminationDue } from './examination-schedule.ts';

const due = (examined: readonly number[], now: number) =>
  nextExaminationDue({
    assessments: examined.map((hours) => ({ at: hour(hours) })),
    admittedAt: T0,
    asOf: hour(now),
  });

describe('nextExaminationDue', () => {
  it.each([
    ['nothing charted yet', [], 0.5, [1, null, false]],
    ['first one overdue', [], 2, [1, null, true]],
    ['every 4 h on day 1', [2], 3, [6, 4, false]],
    ['exactly at the hour it is due', [2], 6, [6, 4, false]],
    ['overdue after it', [2], 6.01, [6, 4, true]],
    ['due on day 1 stays due on day 2', [22], 27, [26, 4, true]],
    ['every 12 h from 24 h on', [24], 30, [36, 12, false]],
    ['daily from 72 h on', [72], 80, [96, 24, false]],
    ['the newest counts, in any order', [9, 2, 5], 10, [13, 4, false]],
    ['what lies ahead is not known', [2, 9], 8, [6, 4, true]],
    ['just before admission', [-1], 1, [3, 4, false]],
    ['an earlier illness does not count', [-100], 0, [1, null, false]],
  ] as const)('%s', (_name, examined, now, expected) => {
    const [dueAt, everyHours, overdue] = expected;
    const next = due(examined, now);
    expect(next).toMatchObject({ dueAt: hour(dueAt), everyHours, overdue });
  });

  it('ends with the 14th day', () => {
    expect(due([300], 310)?.dueAt).toBe(hour(324));
    expect(due([320], 325)).toBeNull();
    expect(due([300], 337)).toBeNull();
  });

  it('follows a site’s own schedule', () => {
    const schedule = {
      name: 'twice a day',
      source: 'site',
      firstWithinHours: 2,
      steps: [{ fromHours: 0, everyHours: 12 }],
      afterThrombolysis: [],
      untilHours: 48,
    };
    const asked = { assessments: [{ at: hour(1) }], admittedAt: T0, schedule, asOf: hour(2) };
    expect(nextExaminationDue(asked)?.dueAt).toBe(hour(13));
    expect(() => nextExaminationDue({ ...asked, schedule: { ...schedule, steps: [] } })).toThrow(
      RangeError,
    );
  });
});

describe('after thrombolysis', () => {
  const schedule = {
    ...DEFAULT_EXAMINATION_SCHEDULE,
    afterThrombolysis: [
      { fromHours: 0, everyHours: 0.25 },
      { fromHours: 2, everyHours: 0.5 },
      { fromHours: 8, everyHours: 1 },
    ],
  };
  const after = (examined: readonly number[], lysed: number | null, now: number) =>
    nextExaminationDue({
      ...{ assessments: examined.map((hours) => ({ at: hour(hours) })), admittedAt: T0 },
      ...{ thrombolysedAt: lysed === null ? null : hour(lysed), schedule, asOf: hour(now) },
    });

  it.each([
    ['not given', [1], null, 2, [5, 4, false]],
    ['every 15 min for 2 h', [1.5], 1, 1.5, [1.75, 0.25, true]],
    ['every 30 min from 2 h on', [3], 1, 3, [3.5, 0.5, true]],
    ['hourly from 8 h on', [9.5], 1, 10, [10.5, 1, true]],
    ['until 24 h after it', [24.75], 1, 24.75, [25.75, 1, true]],
    ['then as everybody', [25], 1, 25, [37, 12, false]],
    ['examined before it only', [1], 3, 3.1, [3.25, 0.25, true]],
    ['not what was due before it', [1], 4.9, 4.9, [5, 4, false]],
    ['never examined', [], 0, 0.1, [0.25, 0.25, true]],
    ['given before admission', [], -1, 0, [0.25, 0.25, true]],
    ['given long before admission', [2], -23, 2, [6, 4, false]],
  ] as const)('%s', (_name, examined, lysed, now, expected) => {
    const [dueAt, everyHours, afterThrombolysis] = expected;
    const next = after(examined, lysed, now);
    expect(next).toMatchObject({ dueAt: hour(dueAt), everyHours, afterThrombolysis });
  });

  it('asks for nothing more as shipped', () => {
    const asked = { assessments: [{ at: hour(1) }], admittedAt: T0, asOf: hour(2) };
    expect(nextExaminationDue({ ...asked, thrombolysedAt: T0 })?.dueAt).toBe(hour(5));
  });
});
