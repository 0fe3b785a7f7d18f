import type { ExaminationPlan, ExaminationStep } from '@endwatch/contracts';
import { NBSP } from './figures.ts';
import { LOCALE } from './locale.ts';

const HOURS = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });

export function hoursWords(hours: number): string {
  return `${HOURS.format(hours)}${NBSP}h`;
}

/** "First within 1 h. Every 4 h; from 24 h on every 12 h. Until 14 days. Overdue 30 min after it was due." */
export function planWords(plan: ExaminationPlan): string {
  const [first, rhythm] = [hoursWords(plan.firstWithinHours), stepsWords(plan.steps)];
  const until = hoursWords(plan.untilHours);
  const grace = `${String(plan.graceMinutes)}${NBSP}min`;
  const whole = $localize`:@@settings.plan.whole:first within ${first}:first:, then ${rhythm}:rhythm:, until ${until}:until: after admission; overdue ${grace}:grace: after it was due`;
  const after = plan.afterThrombolysis ?? [];
  if (after.length === 0) return whole;
  return $localize`:@@settings.plan.after:${whole}:plan:; after thrombolysis ${stepsWords(after)}:rhythm: for 24 h`;
}

function stepsWords(steps: readonly ExaminationStep[]): string {
  const words = steps.map(({ fromHours, everyHours }) => {
    const every = everyHours < 1 ? `${String(everyHours * 60)}${NBSP}min` : hoursWords(everyHours);
    if (fromHours === 0) return $localize`:@@settings.plan.every:every ${every}:every:`;
    const from = hoursWords(fromHours);
    return $localize`:@@settings.plan.every-from:from ${from}:from: on every ${every}:every:`;
  });
  return words.join('; ');
}

const RANGES: readonly (readonly [(plan: ExaminationPlan) => boolean, string])[] = [
  [
    ({ firstWithinHours: first }) => first >= 0.25 && first <= 24 && isQuarter(first),
    $localize`:@@settings.plan.bad-first:The first examination is due between 0.25 and 24 h after admission, in quarters of an hour`,
  ],
  [
    ({ steps }) =>
      steps.every(({ everyHours: every }) => every >= 0.5 && every <= 72 && isQuarter(every)),
    $localize`:@@settings.plan.bad-every:Examinations are due every 0.5 to 72 h, in quarters of an hour`,
  ],
  [
    ({ afterThrombolysis = [] }) =>
      afterThrombolysis.every(
        ({ everyHours: every }) => every >= 0.25 && every <= 12 && isQuarter(every),
      ),
    $localize`:@@settings.plan.bad-after-every:After thrombolysis examinations are due every 0.25 to 12 h, in quarters of an hour`,
  ],
  [
    ({ afterThrombolysis = [] }) => afterThrombolysis.every(({ fromHours }) => fromHours < 24),
    $localize`:@@settings.plan.bad-after-from:Steps after thrombolysis begin within 24 h of it`,
  ],
  [
    (plan) =>
      lists(plan).every((steps) => steps.every(({ fromHours: at }) => Number.isInteger(at))),
    $localize`:@@settings.plan.bad-from:Steps begin on whole hours`,
  ],
  [
    (plan) => lists(plan).every(([first]) => first?.fromHours === 0),
    $localize`:@@settings.plan.bad-begin:The first step begins at hour 0`,
  ],
  [
    (plan) => lists(plan).every(ascends),
    $localize`:@@settings.plan.bad-order:Each step begins later than the one before`,
  ],
  [
    ({ untilHours }) => untilHours >= 24 && untilHours <= 720 && Number.isInteger(untilHours),
    $localize`:@@settings.plan.bad-until:Examinations are due for 24 to 720 h`,
  ],
  [
    ({ steps, untilHours }) => (steps.at(-1)?.fromHours ?? 0) < untilHours,
    $localize`:@@settings.plan.bad-last:The last step begins after nothing is due any more`,
  ],
  [
    ({ graceMinutes: grace }) => grace >= 0 && grace <= 240 && Number.isInteger(grace),
    $localize`:@@settings.plan.bad-grace:The reminder comes 0 to 240 min after it was due`,
  ],
];

/** What is wrong with a schedule, as the server would say it too; null where it can be kept. */
export function planProblem(plan: ExaminationPlan): string | null {
  return RANGES.find(([holds]) => !holds(plan))?.[1] ?? null;
}

/** The second one is asked for nothing where it is empty. */
function lists({ steps, afterThrombolysis = [] }: ExaminationPlan): (readonly ExaminationStep[])[] {
  return afterThrombolysis.length === 0 ? [steps] : [steps, afterThrombolysis];
}

const ascends = (steps: readonly ExaminationStep[]): boolean =>
  steps.every(({ fromHours }, n) => n === 0 || fromHours > (steps[n - 1]?.fromHours ?? 0));

const isQuarter = (hours: number): boolean => Number.isInteger(hours * 4);
