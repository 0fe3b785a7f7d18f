import * as z from 'zod';
import { reviewDefinitionSchema, reviewEstimateSchema, reviewTimeSchema } from './figures.ts';

const count = z.number().int().min(0);

/** One input in one week beside the patients the model learned from. */
export const inputDriftViewSchema = z.object({
  feature: z.string(),
  /** Monday, UTC. */
  week: reviewTimeSchema,
  patients: count,
  /** Share missing, and among those the model learned from. */
  missing: z.number().nullable(),
  expectedMissing: z.number(),
  /** Below 0.1 is usually read as stable, above 0.25 as shifted; null with fewer than 50 values. */
  psi: z.number().nullable(),
});
export type InputDriftView = z.output<typeof inputDriftViewSchema>;

/** Admissions of one week, forecast and followed for 7 days, and both arms of the control chart after it. */
export const calibrationWeekSchema = z.object({
  week: reviewTimeSchema,
  stays: count,
  ends: count,
  expected: z.number(),
  observedToExpected: reviewEstimateSchema,
  /** Evidence for more END than forecast, and for fewer; at or above `limit` is an alarm, after which that arm begins at 0 again. */
  more: z.number().min(0),
  fewer: z.number().min(0),
  alarm: z.enum(['more', 'fewer']).nullable(),
});
export type CalibrationWeek = z.output<typeof calibrationWeekSchema>;

/**
 * Whether an administrator knows of the alarm. `seen`: on these pages; `reached`: by a phone, pager or mail; `waiting`: it is under way;
 * `unreached`: nothing that they can be reached by, or none of it worked; `later`: they became an administrator after it was told.
 */
export const toldAdministratorSchema = z.object({
  username: z.string(),
  name: z.string(),
  outcome: z.enum(['seen', 'reached', 'waiting', 'unreached', 'later']),
  /** When they saw it. */
  seenAt: reviewTimeSchema.nullable(),
});
export type ToldAdministrator = z.output<typeof toldAdministratorSchema>;

/** `GET /api/review/drift/alarm`. `alarm` is null where the newest is of more than 90 days ago, or there was none. */
export const toldAlarmSchema = z.object({
  alarm: z
    .object({
      week: reviewTimeSchema,
      direction: z.enum(['more', 'fewer']),
      toldAt: reviewTimeSchema,
      /** By name. */
      administrators: z.array(toldAdministratorSchema),
    })
    .nullable(),
});
export type ToldAlarm = z.output<typeof toldAlarmSchema>;

/** `GET /api/review/drift`: of the whole house and the model in service, by week, the oldest first. Not of a cohort: the tables are kept for all. */
export const driftReviewSchema = z.object({
  at: reviewTimeSchema,
  model: z.object({ version: z.string(), trainedOn: z.enum(['simulated', 'site']) }),
  definitions: z.array(reviewDefinitionSchema),
  /** Weeks with any input drift kept; the newest last. */
  weeks: z.array(reviewTimeSchema),
  /** Ordered by feature, then week. */
  inputs: z.array(inputDriftViewSchema),
  calibration: z.object({
    /** An arm at or above it is an alarm. */
    limit: z.number(),
    /** The chart looks for so many times the END forecast: 1.5 and 1 / 1.5. */
    ratio: z.number(),
    weeks: z.array(calibrationWeekSchema),
    /** Newest alarm; administrators have been told of it. */
    alarm: z.object({ week: reviewTimeSchema, direction: z.enum(['more', 'fewer']) }).nullable(),
  }),
});
export type DriftReview = z.output<typeof driftReviewSchema>;
