import * as z from 'zod';
import { settingVersionSchema, settingWardSchema } from './setting.ts';

const wholeQuarters = z.number().multipleOf(0.25);

const stepSchema = z.object({
  fromHours: z.number().int('Steps begin on whole hours').min(0).max(720),
  everyHours: wholeQuarters
    .min(0.5, 'More often than every half hour nobody can examine')
    .max(72, 'Less often than every 72 h is no schedule'),
});
export type ExaminationStep = z.output<typeof stepSchema>;

const afterThrombolysisSchema = stepSchema.extend({
  fromHours: z
    .number()
    .int('Steps begin on whole hours')
    .min(0)
    .max(23, 'Steps after thrombolysis begin within 24 h of it'),
  everyHours: wholeQuarters
    .min(0.25, 'After thrombolysis: at most every quarter of an hour')
    .max(12, 'After thrombolysis: at least every 12 h'),
});

const ascends = (steps: readonly ExaminationStep[]): boolean =>
  steps.every(({ fromHours }, n) => fromHours > (steps[n - 1]?.fromHours ?? -1));

/** How often an NIHSS examination is due, and when it is overdue. Hours count from admission. */
export const examinationPlanSchema = z
  .object({
    firstWithinHours: wholeQuarters
      .min(0.25, 'The first examination: at least a quarter of an hour after admission')
      .max(24, 'The first examination: within 24 h of admission'),
    steps: z
      .array(stepSchema)
      .min(1, 'At least one step')
      .max(8, 'At most eight steps')
      .refine((steps) => steps[0]?.fromHours === 0, 'The first step begins at hour 0')
      .refine(ascends, 'Each step begins later than the one before'),
    /** Hours count from thrombolysis, for a day; the more frequent of both lists counts. None, or not given: as everybody. */
    afterThrombolysis: z
      .array(afterThrombolysisSchema)
      .max(8, 'At most eight steps')
      .refine(
        ([first]) => first === undefined || first.fromHours === 0,
        'The first step after thrombolysis begins at hour 0',
      )
      .refine(ascends, 'Each step begins later than the one before')
      .optional(),
    untilHours: z
      .number()
      .int()
      .min(24, 'Examinations are due for at least a day')
      .max(720, 'Examinations are due for at most 30 days'),
    /** After it was due, until it counts as overdue and a reminder is raised. */
    graceMinutes: z.number().int().min(0).max(240, 'Reminded at most 4 h after it was due'),
  })
  .refine(
    ({ steps, untilHours }) => (steps.at(-1)?.fromHours ?? 0) < untilHours,
    'The last step begins after nothing is due any more',
  );
export type ExaminationPlan = z.output<typeof examinationPlanSchema>;

/** `plan` null = taken back: for a ward as the house has it, for the house as shipped. */
export const examinationPlanChangeSchema = z.object({
  ward: settingWardSchema,
  plan: examinationPlanSchema.nullable(),
});
export type ExaminationPlanChange = z.input<typeof examinationPlanChangeSchema>;

export const examinationPlanViewSchema = z.object({
  ward: z.string().nullable(),
  /** What holds now. */
  plan: examinationPlanSchema,
  /** What holds where a ward has none of its own. */
  house: examinationPlanSchema,
  shipped: examinationPlanSchema,
  /** Whether somebody has set it, for this ward or, where none is asked for, for the house. */
  own: z.boolean(),
  /** Every ward with one of its own. */
  ownWards: z.array(z.string()),
  /** Earlier and present ones, newest first. */
  versions: z.array(settingVersionSchema.extend({ plan: examinationPlanSchema.nullable() })),
});
export type ExaminationPlanView = z.output<typeof examinationPlanViewSchema>;

/** What a plan would ask for; nothing is changed by asking. */
export const examinationPlanTrialSchema = z.object({
  ward: settingWardSchema,
  plan: examinationPlanSchema,
});
export type ExaminationPlanTrial = z.input<typeof examinationPlanTrialSchema>;

const load = z.object({
  /** Examinations that 10 patients need on each of the first seven days after admission, and on average from then on. */
  for10ByDay: z.array(z.number()).length(8),
  /** Examinations a day for the patients who are there now. */
  perDayNow: z.number(),
  /** Of each patient in the 24 h after thrombolysis that is given at admission. */
  afterThrombolysis: z.number().int(),
  overdueNow: z.number().int(),
});

export const examinationPlanPreviewSchema = z.object({
  /** On the board now: of the ward, or of every ward that goes by the house. */
  patients: z.number().int(),
  tried: load,
  today: load,
});
export type ExaminationPlanPreview = z.output<typeof examinationPlanPreviewSchema>;
