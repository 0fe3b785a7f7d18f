import { examinationPlanSchema, type ExaminationPlan } from './examination-schedule.ts';

const plan: ExaminationPlan = {
  ...{ firstWithinHours: 1, untilHours: 336, graceMinutes: 30 },
  steps: [
    { fromHours: 0, everyHours: 4 },
    { fromHours: 24, everyHours: 12 },
  ],
};
const step = (fromHours: number, everyHours: number) => ({ fromHours, everyHours });

describe('how often to examine, as somebody writes it', () => {
  it.each<[Partial<ExaminationPlan>, string | null]>([
    [{}, null],
    [{ steps: [step(0, 0.5)], firstWithinHours: 0.25, graceMinutes: 0 }, null],
    [{ steps: [] }, 'At least one step'],
    [{ steps: [step(1, 4)] }, 'The first step begins at hour 0'],
    [{ steps: [step(0, 4), step(0, 6)] }, 'Each step begins later than the one before'],
    [{ steps: [step(0, 4), step(24, 6), step(12, 8)] }, 'Each step begins later'],
    [{ steps: [step(0, 4), step(48, 6)], untilHours: 48 }, 'after nothing is due any more'],
    [{ steps: [step(0, 0.25)] }, 'More often than every half hour'],
    [{ steps: [step(0, 73)] }, 'Less often than every 72 h'],
    [{ firstWithinHours: 25 }, 'within 24 h of admission'],
    [{ graceMinutes: 241 }, 'at most 4 h'],
    [{ untilHours: 12 }, 'at least a day'],
    [{ untilHours: 721 }, 'at most 30 days'],
    [{ afterThrombolysis: [] }, null],
    [{ afterThrombolysis: [step(0, 0.25), step(2, 0.5), step(8, 1)] }, null],
    [{ afterThrombolysis: [step(1, 0.5)] }, 'The first step after thrombolysis begins at hour 0'],
    [{ afterThrombolysis: [step(0, 0.5), step(0, 1)] }, 'Each step begins later'],
    [{ afterThrombolysis: [step(0, 0.5), step(24, 1)] }, 'begin within 24 h of it'],
    [{ afterThrombolysis: [step(0, 0)] }, 'at most every quarter of an hour'],
    [{ afterThrombolysis: [step(0, 13)] }, 'at least every 12 h'],
  ])('%j: %s', (change, complaint) => {
    const read = examinationPlanSchema.safeParse({ ...plan, ...change });
    const said = read.success ? null : read.error.issues[0]?.message;
    if (complaint === null) expect(said).toBeNull();
    else expect(said).toContain(complaint);
  });
});
