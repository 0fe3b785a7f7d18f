import * as z from 'zod';
import {
  reviewAboutSchema,
  reviewPolicySchema,
  reviewShareSchema,
  reviewSpreadSchema,
  reviewTimeSchema,
} from './figures.ts';

const count = z.number().int().min(0);

/** "One new alert a day for 35 patients" and its kin: finds `on` for a number of alerts; `off` keeps its share of `on`. */
export const WHAT_IF_PRESETS = ['one-a-day-for-35', 'two-a-day-for-35', 'today'] as const;
export type WhatIfPreset = (typeof WHAT_IF_PRESETS)[number];

const number = z.coerce.number();

/** Of the query string, beside the cohort's filter. What is left out is as today; `off` moves with `on`. `preset` decides `on` and `off`, whatever they say. */
export const whatIfQuerySchema = z.object({
  on: number.min(0.001).max(0.999).optional(),
  off: number.min(0).max(0.999).optional(),
  minimumMinutes: number
    .min(0)
    .max(24 * 60)
    .optional(),
  /** A number, or `never`. */
  risingBy: z.union([z.literal('never'), number.min(0.005).max(1)]).optional(),
  preset: z.enum(WHAT_IF_PRESETS).optional(),
  /** `true`: with `curve`, which takes longer. */
  curve: z.stringbool().default(false),
});
export type WhatIfQuery = z.input<typeof whatIfQuerySchema>;
export type WhatIfAsked = z.output<typeof whatIfQuerySchema>;

/** What a policy would have cost and brought on the cohort's stored scores. */
export const whatIfFiguresSchema = z.object({
  policy: reviewPolicySchema,
  /** First rings and repeats. */
  alerts: count,
  repeats: count,
  /** Stays with at least one. */
  stays: count,
  per100PatientDays: z.number().nullable(),
  /** The same as a ward says it: new alerts a day for 35 patients. */
  perDayFor35: z.number().nullable(),
  /** Alerts that END followed within 24 h, of those of which it is known. */
  ppv: reviewShareSchema,
  undecided: count,
  /** END with an alert before it. */
  sensitivity: reviewShareSchema,
  /** First alert to END as charted. */
  leadHours: reviewSpreadSchema,
  /** Of all END: first alert at least 6 h before. */
  atLeast6h: reviewShareSchema,
  missedEnds: count,
});
export type WhatIfFigures = z.output<typeof whatIfFiguresSchema>;

/** `GET /api/review/what-if`. Nothing is changed by it. */
export const whatIfReviewSchema = reviewAboutSchema.extend({
  scores: count,
  /** The policy that was asked for, or that the preset found. */
  asked: whatIfFiguresSchema,
  /** Today's policy on the same scores: of each ward its own, though `policy` is that of the house unless one ward was asked for. */
  today: whatIfFiguresSchema,
  /** Wards among the stays with limits of their own. */
  ownLimits: z.array(z.string()),
  preset: z.enum(WHAT_IF_PRESETS).nullable(),
  /** False: even the highest threshold rings more often than the preset allows; `asked` is the nearest. */
  presetReached: z.boolean().nullable(),
  /** The trade: alerts and sensitivity at thresholds from low to high, the other settings as asked; null unless asked for. */
  curve: z
    .array(
      whatIfFiguresSchema.pick({
        policy: true,
        per100PatientDays: true,
        sensitivity: true,
        ppv: true,
        missedEnds: true,
      }),
    )
    .nullable(),
  /** How long one policy took to work out, milliseconds. */
  tookMs: z.number(),
});
export type WhatIfReview = z.output<typeof whatIfReviewSchema>;

/**
 * Body of `POST /api/review/proposals`, beside the cohort's filter in the query string: the numbers are worked out anew by the server, so that
 * nobody proposes with numbers of their own. Answers 201 with the proposal.
 */
export const proposalRequestSchema = z.object({
  policy: reviewPolicySchema.refine(({ on, off }) => off <= on, 'off lies above on'),
  /** Why, in a sentence for the administrator. */
  note: z.string().trim().max(1000).default(''),
});
export type ProposalRequest = z.input<typeof proposalRequestSchema>;

/** A proposal as stored: never changed, and nothing is changed by it. */
export const proposalSchema = z.object({
  id: z.string(),
  at: reviewTimeSchema,
  by: z.string(),
  byName: z.string(),
  note: z.string(),
  /** The cohort as it was asked for, as a query string without `?`. */
  cohort: z.string(),
  stays: count,
  ends: count,
  patientDays: z.number(),
  proposed: whatIfFiguresSchema,
  today: whatIfFiguresSchema,
});
export type Proposal = z.output<typeof proposalSchema>;

/** `GET /api/review/proposals`: newest first. */
export const proposalsSchema = z.array(proposalSchema);
