import { examinationPlanSchema, type ExaminationPlan } from '@endwatch/contracts';
import { planProblem, planWords } from './schedule-words.ts';

const plan: ExaminationPlan = {
  ...{ firstWithinHours: 1, untilHours: 336, graceMinutes: 30 },
  steps: [
    { fromHours: 0, everyHours: 4 },
    { fromHours: 24, everyHours: 12 },
  ],
};
const steps = (...pairs: readonly (readonly [number, number])[]): Partial<ExaminationPlan> => ({
  steps: pairs.map(([fromHours, everyHours]) => ({ fromHours, everyHours })),
});

describe('a schedule in words', () => {
  it('says all of it', () => {
    expect(planWords(plan).replaceAll('\u00a0', ' ')).toBe(
      'first within 1 h, then every 4 h; from 24 h on every 12 h, until 336 h after admission; overdue 30 min after it was due',
    );
  });

  it.each<[Partial<ExaminationPlan>, string | null]>([
    [{}, null],
    [steps([0, 0.5]), null],
    [steps([0, 0.25]), 'every 0.5 to 72 h'],
    [steps([0, 0.6]), 'quarters of an hour'],
    [steps([0, NaN]), 'every 0.5 to 72 h'],
    [steps([1, 4]), 'begins at hour 0'],
    [steps([0, 4], [12.5, 6]), 'whole hours'],
    [steps([0, 4], [24, 6], [24, 8]), 'later than the one before'],
    [steps([0, 4], [336, 6]), 'after nothing is due'],
    [{ firstWithinHours: 0 }, 'between 0.25 and 24 h'],
    [{ untilHours: 1000 }, '24 to 720 h'],
    [{ graceMinutes: -1 }, '0 to 240 min'],
  ])('is refused where the server would refuse it: %j', (change, words) => {
    const asked = { ...plan, ...change };
    const problem = planProblem(asked);
    expect(examinationPlanSchema.safeParse(asked).success).toBe(problem === null);
    if (words === null) expect(problem).toBeNull();
    else expect(problem).toContain(words);
  });
});
