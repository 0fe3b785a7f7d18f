import {
  examinationPlanSchema,
  type ExaminationPlan,
  type ExaminationStep,
} from '@endwatch/contracts';
import { planProblem, planWords } from './schedule-words.ts';

const plan: ExaminationPlan = {
  ...{ firstWithinHours: 1, untilHours: 336, graceMinutes: 30 },
  steps: [
    { fromHours: 0, everyHours: 4 },
    { fromHours: 24, everyHours: 12 },
  ],
};
type Pairs = readonly (readonly [number, number])[];
const listed = (pairs: Pairs): ExaminationStep[] =>
  pairs.map(([fromHours, everyHours]) => ({ fromHours, everyHours }));
const steps = (...pairs: Pairs): Partial<ExaminationPlan> => ({ steps: listed(pairs) });
const after = (...pairs: Pairs): Partial<ExaminationPlan> => ({ afterThrombolysis: listed(pairs) });

describe('a schedule in words', () => {
  it('says all of it', () => {
    expect(planWords(plan).replaceAll('\u00a0', ' ')).toBe(
      'first within 1 h, then every 4 h; from 24 h on every 12 h, until 336 h after admission; overdue 30 min after it was due',
    );
  });

  it('says what is asked after thrombolysis', () => {
    const words = planWords({
      ...plan,
      afterThrombolysis: [
        { fromHours: 0, everyHours: 0.25 },
        { fromHours: 8, everyHours: 1 },
      ],
    });
    expect(words.replaceAll('\u00a0', ' ')).toMatch(
      /was due; after thrombolysis every 15 min; from 8 h on every 1 h for 24 h$/,
    );
    expect(planWords({ ...plan, afterThrombolysis: [] })).toBe(planWords(plan));
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
    [after([0, 0.25], [2, 0.5], [8, 1]), null],
    [after(), null],
    [after([0, 0.1]), 'every 0.25 to 12 h'],
    [after([1, 1]), 'begins at hour 0'],
    [after([0, 1], [0, 2]), 'later than the one before'],
    [after([0, 1], [1.5, 2]), 'whole hours'],
    [after([0, 1], [24, 2]), 'within 24 h'],
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
