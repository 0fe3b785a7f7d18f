import * as z from 'zod';
import { ALERT_KINDS } from '../../terms/alert-kinds.ts';
import {
  reviewAboutSchema,
  reviewShareSchema,
  reviewSpreadSchema,
  reviewStayLinkSchema,
} from './figures.ts';

const count = z.number().int().min(0);

/** How a group of alerts was answered. Acknowledged = the first time a person took, acknowledged, snoozed or closed it. */
export const answeredSchema = z.object({
  alerts: count,
  /** Of those that were acknowledged before, or still open without it: what was over before by itself needed nobody. */
  within5: reviewShareSchema,
  within15: reviewShareSchema,
  within30: reviewShareSchema,
  /** Raised to acknowledged, of those acknowledged. */
  minutes: reviewSpreadSchema,
  /** Went on to the next duty at least once. */
  escalated: reviewShareSchema,
  /** Over without anybody ever having acknowledged it. */
  missed: reviewShareSchema,
  /** Rang again: raised anew, or the same kind for the same patient within 24 h of the one before. */
  repeated: reviewShareSchema,
});
export type Answered = z.output<typeof answeredSchema>;

/** `key` is what it is grouped by: a kind, an hour 0–23, a weekday 1 (Monday) – 7, both by the site's clock. */
export const answeredByKindSchema = answeredSchema.extend({
  kind: z.enum(ALERT_KINDS),
  perPatientDay: z.number().nullable(),
});
export const answeredByHourSchema = answeredSchema.extend({
  hour: z.number().int().min(0).max(23),
});
export const answeredByWeekdaySchema = answeredSchema.extend({
  weekday: z.number().int().min(1).max(7),
});

/** One cell of the heat map, site's clock. */
export const loadCellSchema = z.object({
  hour: z.number().int().min(0).max(23),
  weekday: z.number().int().min(1).max(7),
  alerts: count,
  /** Hours that nurses in charge were there: one for each ward and hour in which the cohort had a patient. */
  nurseHours: z.number(),
  /** Null without any nurse-hour. */
  perNurseHour: z.number().nullable(),
});
export type LoadCell = z.output<typeof loadCellSchema>;

/** Alerts that rang after `before` others on the same ward in the 2 h before. */
export const fatigueRowSchema = z.object({
  /** "0", "1", "2–3", "4–7", "8 or more". */
  before: z.string(),
  from: count,
  alerts: count,
  minutes: reviewSpreadSchema,
  within15: reviewShareSchema,
});
export type FatigueRow = z.output<typeof fatigueRowSchema>;

/** One confirmed END and how long it took until somebody knew; minutes, null where it did not happen. `at` = charted. */
export const endResponseSchema = reviewStayLinkSchema.extend({
  alertId: z.string().nullable(),
  /** Charted to have happened → Endwatch knew. */
  toKnown: z.number().nullable(),
  /** Endwatch knew → alert. */
  toRaised: z.number().nullable(),
  /** Alert → acknowledged. */
  toAcknowledged: z.number().nullable(),
  /** Charted to have happened → acknowledged. */
  total: z.number().nullable(),
});
export type EndResponse = z.output<typeof endResponseSchema>;

/** How often a reason was given for alerts of a kind. `reason` null: in words that are in no list. */
export const reasonCountSchema = z.object({
  kind: z.enum(ALERT_KINDS),
  act: z.enum(['acknowledged', 'declined']),
  reason: z.string().nullable(),
  n: count,
});
export type ReasonCount = z.output<typeof reasonCountSchema>;

/** `GET /api/review/response`: how well we answered. */
export const responseReviewSchema = reviewAboutSchema.extend({
  timeZone: z.string(),
  /** Technical alerts are in no figure but `byKind`. */
  overall: answeredSchema,
  perPatientDay: z.number().nullable(),
  /** Ward-shifts with a patient of the cohort: how many alerts each had. Shifts of 8 h from 06:00, 14:00 and 22:00. */
  wardShifts: z.object({
    shifts: count,
    alerts: count,
    mean: z.number().nullable(),
    spread: reviewSpreadSchema,
    most: count,
  }),
  byKind: z.array(answeredByKindSchema),
  byHour: z.array(answeredByHourSchema),
  byWeekday: z.array(answeredByWeekdaySchema),
  endToAcknowledged: z.object({
    totalMinutes: reviewSpreadSchema,
    toKnownMinutes: reviewSpreadSchema,
    toRaisedMinutes: reviewSpreadSchema,
    toAcknowledgedMinutes: reviewSpreadSchema,
    /** Of END with an alert; who charted it late is in `toKnown`. */
    never: reviewShareSchema,
    /** Slowest first, those never acknowledged on top. */
    list: z.array(endResponseSchema),
  }),
  overdueExaminations: z.object({
    reminders: count,
    per100PatientDays: z.number().nullable(),
    /** From the reminder until an examination was charted. */
    minutesUntilExamined: reviewSpreadSchema,
    /** Patients with at least one. */
    stays: reviewShareSchema,
    within60: reviewShareSchema,
    neverExamined: reviewShareSchema,
  }),
  /** 168 cells, Monday 0 h first. */
  load: z.array(loadCellSchema),
  fatigue: z.array(fatigueRowSchema),
  reasons: z.array(reasonCountSchema),
});
export type ResponseReview = z.output<typeof responseReviewSchema>;
