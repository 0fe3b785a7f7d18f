import * as z from 'zod';

/** ISO 8601 with offset. */
export const reviewTimeSchema = z.iso.datetime({ offset: true });

const interval = z.tuple([z.number(), z.number()]);

/** `k` of `n`, with Wilson's 95 % interval. `value` and `ci95` are null where `n` is 0, `ci95` also where patients come several times. */
export const reviewShareSchema = z.object({
  k: z.number().int(),
  n: z.number().int(),
  value: z.number().nullable(),
  ci95: interval.nullable(),
});
export type ReviewShare = z.output<typeof reviewShareSchema>;

/** A figure with its 95 % interval; null where too few patients allow none, or where patients come several times. */
export const reviewEstimateSchema = z.object({
  value: z.number().nullable(),
  ci95: interval.nullable(),
});
export type ReviewEstimate = z.output<typeof reviewEstimateSchema>;

/** Middle and quartiles of `n` values, in the unit that the field's name says; null where `n` is 0. */
export const reviewSpreadSchema = z.object({
  n: z.number().int(),
  median: z.number().nullable(),
  quartiles: interval.nullable(),
});
export type ReviewSpread = z.output<typeof reviewSpreadSchema>;

/** One word of the page and what it means, how it is counted and who is left out: to be shown with the figures. */
export const reviewDefinitionSchema = z.object({ term: z.string(), text: z.string() });
export type ReviewDefinition = z.output<typeof reviewDefinitionSchema>;

/** A stay, for a link to it; `at` is the moment that is of interest there. */
export const reviewStayLinkSchema = z.object({
  patientId: z.string(),
  encounterId: z.string(),
  ward: z.string().nullable(),
  bed: z.string().nullable(),
  /** Which of the patient's stays. */
  admittedAt: reviewTimeSchema,
  at: reviewTimeSchema,
});
export type ReviewStayLink = z.output<typeof reviewStayLinkSchema>;

/** Who was looked at, when. Stays: of the cohort's filter. */
export const reviewAboutSchema = z.object({
  at: reviewTimeSchema,
  stays: z.number().int(),
  /** Stays with charted and confirmed END. */
  ends: z.number().int(),
  patientDays: z.number(),
  /** Of the stays: Endwatch heard of them only when they were over. Forecasts are judged as if all had been known when it was true; alerts are not. */
  loadedAfterwards: z.number().int(),
  definitions: z.array(reviewDefinitionSchema),
});
export type ReviewAbout = z.output<typeof reviewAboutSchema>;

/** When a risk alert is raised, repeated and ended; risks are those of the next 24 h, 0 to 1. */
export const reviewPolicySchema = z.object({
  /** Raised at or above. */
  on: z.number().min(0.001).max(0.999),
  /** Ends below; not above `on`. */
  off: z.number().min(0).max(0.999),
  /** How long the risk must have stayed at or above `on`. */
  minimumMinutes: z
    .number()
    .min(0)
    .max(24 * 60),
  /** A further rise since the last alert that rings again (0.1 = ten points of a hundred); null: never again. */
  risingBy: z.number().min(0.005).max(1).nullable(),
});
export type ReviewPolicy = z.output<typeof reviewPolicySchema>;
