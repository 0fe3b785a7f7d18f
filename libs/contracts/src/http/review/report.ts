import * as z from 'zod';
import { END_TYPES } from '../../terms/stay-choices.ts';
import { flowStepSchema } from './cohort.ts';
import { driftReviewSchema } from './drift.ts';
import { reviewTimeSchema } from './figures.ts';
import { forecastReviewSchema } from './forecast.ts';
import { responseReviewSchema } from './response.ts';

const count = z.number().int();

/** A month of the site's calendar, `2026-03`. */
export const monthSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

/** `GET /api/review/reports`: a report that is kept. */
export const keptReportSchema = z.object({
  month: monthSchema,
  /** The month was not over. */
  provisional: z.boolean(),
  composedAt: reviewTimeSchema,
  /** Null: by itself. */
  composedBy: z.string().nullable(),
  modelVersion: z.string(),
  stays: count,
  ends: count,
});
export type KeptReport = z.output<typeof keptReportSchema>;

/**
 * `GET /api/review/reports/{month}`: the figures of the stays admitted within a month, of the whole house, as they were when they were composed. No
 * stay can be told from it: lists of single ones are empty and only counted.
 */
export const monthReportSchema = keptReportSchema.extend({
  timeZone: z.string(),
  /** Admitted from here on, and before there. */
  from: reviewTimeSchema,
  to: reviewTimeSchema,
  trainedOn: z.enum(['simulated', 'site']),
  flow: z.array(flowStepSchema),
  endTypes: z.array(z.object({ type: z.enum(END_TYPES), stays: count })),
  died: count,
  /** Still in hospital when it was composed. */
  present: count,
  forecast: forecastReviewSchema,
  /** How many were in the lists of the forecast. */
  unwarned: count,
  falseAlarms: count,
  response: responseReviewSchema,
  /** Weeks up to the end of the month, at most thirteen. */
  drift: driftReviewSchema,
});
export type MonthReport = z.output<typeof monthReportSchema>;

export const monthReportQuerySchema = z.object({
  /** `now`: worked out again from what is known today, and not kept. */
  figures: z.enum(['kept', 'now']).default('kept'),
});
export type MonthReportQuery = z.output<typeof monthReportQuerySchema>;
