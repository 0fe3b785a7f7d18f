import * as z from 'zod';
import {
  reviewAboutSchema,
  reviewEstimateSchema,
  reviewPolicySchema,
  reviewShareSchema,
  reviewSpreadSchema,
  reviewStayLinkSchema,
  reviewTimeSchema,
} from './figures.ts';

const count = z.number().int().min(0);

/** Forecasts of one hour of the stay (or of all hours, or of a group of patients) beside what came within 24 h. Where a patient counts more than once no figure has an interval. */
export const forecastFiguresSchema = z.object({
  /** Forecasts that are judged: risk known at the hour, no END before it, outcome of the next 24 h known. */
  forecasts: count,
  patients: count,
  /** Forecasts that END followed within 24 h. */
  ends: count,
  /** AUC with DeLong's interval. */
  auc: reviewEstimateSchema,
  brier: z.number().nullable(),
  /** Sum of the risks: how many END should have come. */
  expected: z.number(),
  /** Observed END over expected ones; 1 = as forecast, above 1 = too low a forecast. */
  observedToExpected: reviewEstimateSchema,
  /** 1 = as extreme as they should be, below 1 = too extreme. */
  calibrationSlope: z.number().nullable(),
  /** At the operating point: share of END whose forecast was at or above it … */
  sensitivity: reviewShareSchema,
  /** … share of those without END that were below it … */
  specificity: reviewShareSchema,
  /** … and share of forecasts at or above it that END followed. */
  ppv: reviewShareSchema,
});
export type ForecastFigures = z.output<typeof forecastFiguresSchema>;

/** A landmark: the forecast that was known exactly so many hours after admission, one for each patient. */
export const forecastLandmarkSchema = forecastFiguresSchema.extend({
  hour: z.number(),
  /** Who is not judged at this hour, and why; each stay counts once, under the first that holds. */
  leftOut: z.object({
    /** END had been before this hour. */
    endedBefore: count,
    /** Left, died, or not yet there so long. */
    notThere: count,
    /** There was no risk on the board at that hour. */
    noForecast: count,
    /** Nobody examined late enough to know whether END came. */
    outcomeUnknown: count,
  }),
});
export type ForecastLandmark = z.output<typeof forecastLandmarkSchema>;

export const calibrationBinSchema = z.object({
  /** Limits of the risks in it. */
  from: z.number(),
  to: z.number(),
  n: count,
  ends: count,
  /** Mean risk: x of the plot. */
  predicted: z.number(),
  /** Share with END: y of the plot. */
  observed: z.number(),
  /** Null where a patient counts more than once. */
  ci95: z.tuple([z.number(), z.number()]).nullable(),
});

/** Observed to expected by month of admission (`2026-03`, site's clock), one forecast for each patient: at `hour`. */
export const forecastMonthSchema = z.object({
  month: z.string(),
  patients: count,
  ends: count,
  expected: z.number(),
  observedToExpected: reviewEstimateSchema,
});

/** Net benefit per patient when whoever's risk reaches `threshold` is looked at. */
export const decisionPointSchema = z.object({
  threshold: z.number(),
  model: z.number(),
  everybody: z.number(),
  nobody: z.number(),
});

/** One level of a factor: "Age" → "80 and over"; or an input: "Missing input" → "report". */
export const forecastGroupSchema = forecastFiguresSchema.extend({
  factor: z.string(),
  level: z.string(),
});
export type ForecastGroup = z.output<typeof forecastGroupSchema>;

/** END that no risk alert came before: solid fact, with the highest forecast of the 24 h before it as it was known then. */
export const unwarnedEndSchema = reviewStayLinkSchema.extend({
  /** When it was charted to have happened is `at`; when Endwatch knew: */
  knownAt: reviewTimeSchema,
  highest: z.object({ risk: z.number(), asOf: reviewTimeSchema }).nullable(),
  /** `no-forecast`: nothing on the board then; `below`: never at the threshold; `no-alert`: at it, but not long enough or the alert was of another time. */
  why: z.enum(['no-forecast', 'below', 'no-alert']),
  /** Of a stay loaded afterwards: no alert rang then, whether one would have is worked out with today's policy. */
  simulated: z.boolean(),
});
export type UnwarnedEnd = z.output<typeof unwarnedEndSchema>;

/** A risk alert that no END followed within 24 h, although examined long enough to know; `at` = raised. */
export const falseAlarmSchema = reviewStayLinkSchema.extend({
  /** Null where it is simulated. */
  alertId: z.string().nullable(),
  kind: z.enum(['risk-high', 'risk-rising']),
  /** Risk on the board when it rang; null where it is no longer known. */
  risk: z.number().nullable(),
  /** Would have rung under today's policy; the stay was loaded afterwards. */
  simulated: z.boolean(),
});
export type FalseAlarm = z.output<typeof falseAlarmSchema>;

/** What risk alerts told before END. */
export const warningSchema = z.object({
  ends: count,
  /** END with a risk alert at any time before. */
  warned: reviewShareSchema,
  /** END with a risk alert that rang within the 24 h before. */
  warnedWithinDay: reviewShareSchema,
  /** First alert to END as charted, of those warned. */
  leadHours: reviewSpreadSchema,
  /** Of all END: first alert at least 6 h before. */
  atLeast6h: reviewShareSchema,
  /** Right-open; the last one has no upper limit. */
  leadHistogram: z.array(
    z.object({ fromHours: z.number(), toHours: z.number().nullable(), ends: count }),
  ),
  alerts: count,
  /** Alerts that are neither right nor wrong: nobody examined for 24 h after them, or END had been already. In no share. */
  undecided: count,
  /** Alerts that END followed within 24 h. */
  followed: reviewShareSchema,
  per100PatientDays: z.number().nullable(),
});
export type Warning = z.output<typeof warningSchema>;

/** The model in the shadow beside the one in service, on the same inputs and patients. */
export const shadowBesideSchema = z.object({
  inService: z.string(),
  shadow: z.string(),
  pairs: count,
  patients: count,
  /** Risk of the shadow minus that in service. */
  meanDifference: z.number().nullable(),
  /** Share that one puts into another band than the other. */
  otherBand: z.number().nullable(),
  hours: z.array(
    z.object({
      hour: z.number(),
      patients: count,
      ends: count,
      aucInService: z.number().nullable(),
      aucShadow: z.number().nullable(),
      /** Shadow minus in service, DeLong for pairs. */
      difference: reviewEstimateSchema.extend({ p: z.number().nullable() }),
      brierInService: z.number().nullable(),
      brierShadow: z.number().nullable(),
    }),
  ),
});
export type ShadowBeside = z.output<typeof shadowBesideSchema>;

/**
 * `GET /api/review/forecast`: how good the forecast was. Every forecast in it was known at the moment it is judged for (`known_at`), and every
 * outcome came after that moment.
 */
export const forecastReviewSchema = reviewAboutSchema.extend({
  /** How far ahead is judged, hours. */
  horizonHours: z.number(),
  /** In service; `on` is the operating point. */
  policy: reviewPolicySchema,
  /** Of the judged forecasts, the most frequent first; simulated: learned from simulated patients, to be said beside the figures. */
  models: z.array(z.object({ version: z.string(), forecasts: count })),
  trainedOn: z.enum(['simulated', 'site']),
  landmarks: z.array(forecastLandmarkSchema),
  /** All landmarks together: a patient counts once for each hour. */
  overall: forecastFiguresSchema,
  calibration: z.object({
    bins: z.array(calibrationBinSchema),
    /** Mean gap between risk and share, weighted by patients. */
    expectedError: z.number().nullable(),
  }),
  months: z.object({ hour: z.number(), rows: z.array(forecastMonthSchema) }),
  decisionCurve: z.array(decisionPointSchema),
  /** What really rang; stays loaded afterwards are not in it. */
  warning: warningSchema,
  /** What would have rung under today's policy, of stays loaded afterwards only; null without any. Never to be added to what rang. */
  wouldHaveWarned: warningSchema.nullable(),
  /** Newest first. */
  unwarned: z.array(unwarnedEndSchema),
  falseAlarms: z.array(falseAlarmSchema),
  /** At `groupsHour`, one forecast for each patient. */
  groupsHour: z.number(),
  subgroups: z.array(forecastGroupSchema),
  missingInputs: z.array(forecastGroupSchema),
  /** Null: no model runs in the shadow. */
  shadow: shadowBesideSchema.nullable(),
});
export type ForecastReview = z.output<typeof forecastReviewSchema>;
