import * as z from 'zod';
import { flowStepSchema, reviewFilterSchema } from './cohort.ts';

/** `by`: hours from admission at which the band is chosen; `admission` = the first forecast, within 6 h. */
const landmark = z.union([z.literal('admission'), z.coerce.number().min(1).max(167)]);

/**
 * Query of `GET /api/review/outcomes/{trajectories|incidence|subgroups}`. `known`: by the score that was known at the landmark (`then`), or by the
 * one that stands for that moment with all that came in later (`now`).
 */
export const outcomeQuerySchema = reviewFilterSchema.extend({
  by: landmark.default('admission'),
  known: z.enum(['then', 'now']).default('then'),
});
export type OutcomeQuery = z.output<typeof outcomeQuerySchema>;

/** `curves=1` adds the course of every single stay. */
export const trajectoryQuerySchema = outcomeQuerySchema.extend({
  curves: z.stringbool().default(false),
});
export type TrajectoryQuery = z.output<typeof trajectoryQuerySchema>;

const BANDS = ['low', 'medium', 'high'] as const;
const band = z.enum(BANDS);
const share = z.number().min(0).max(1);
/** 95 %; null where it cannot be told. */
const interval = z.tuple([z.number(), z.number()]).nullable();

/** What every outcome view says of whom it counts. */
const outcome = z.object({
  /** The cohort's flow, then what this view cannot count: see `left`. */
  flow: z.array(flowStepSchema),
  /** Stays of the cohort that this view cannot count, by reason in a reader's words. */
  left: z.array(z.object({ reason: z.string(), stays: z.number().int() })),
  /** Hours from admission at which the band was chosen; null = at admission. */
  landmarkHours: z.number().nullable(),
  known: z.enum(['then', 'now']),
  /** On the risk of END within 24 h; those of the model in service. */
  thresholds: z.object({ medium: share, high: share }),
  /** Stays that Endwatch heard of only when they were over: counted as if everything had been known when it was true. */
  loadedAfterwards: z.number().int(),
});

/** NIHSS over 14 days. The value of a day: the charted total nearest to that many times 24 h after admission, at most 12 h from it. */
export const outcomeTrajectoriesSchema = outcome.extend({
  bands: z.array(
    z.object({
      band,
      stays: z.number().int(),
      days: z.array(
        z.object({
          day: z.number().int(),
          /** Stays with an examination that day: whoever died or left is not among them. */
          n: z.number().int(),
          mean: z.number().nullable(),
          /** t distribution. */
          ci95: interval,
          median: z.number().nullable(),
          quartiles: interval,
        }),
      ),
    }),
  ),
  /** Linear mixed model: how many points a day the medium and high bands change more than the low one; null where it cannot be fitted. */
  slope: z
    .object({ difference: z.number(), ci95: z.tuple([z.number(), z.number()]), p: z.number() })
    .nullable(),
  /** Only with `curves=1`. */
  curves: z
    .array(
      z.object({
        patientId: z.string(),
        band,
        /** Hours from admission, and the total. */
        points: z.array(z.tuple([z.number(), z.number().int()])),
      }),
    )
    .nullable(),
});
export type OutcomeTrajectories = z.output<typeof outcomeTrajectoriesSchema>;

const step = z.object({
  /** From admission. */
  hours: z.number(),
  value: share,
  ci95: interval,
});

/**
 * Time from admission to the first confirmed END among those without END, in hospital, at the landmark. Aalen–Johansen: death and discharge compete
 * with END. Kaplan–Meier (as the paper has it): they are censored. Values at 48 h and 7 d are null after the last observed time.
 */
export const outcomeIncidenceSchema = outcome.extend({
  bands: z.array(
    z.object({
      band,
      stays: z.number().int(),
      aalenJohansen: z.object({
        end: z.array(step),
        death: z.array(step),
        discharge: z.array(step),
        at48h: step.nullable(),
        at7d: step.nullable(),
      }),
      kaplanMeier: z.object({
        /** Probability of no END; `value` at 48 h and 7 d is that of END, 1 − survival. */
        survival: z.array(step),
        at48h: step.nullable(),
        at7d: step.nullable(),
      }),
      atRisk: z.array(z.object({ hours: z.number(), stays: z.number().int() })),
      /** Early = up to 48 h from admission. */
      end: z.object({
        early: z.number().int(),
        late: z.number().int(),
        none: z.number().int(),
        /** Shares of all of the band, Wilson. */
        earlyShare: share.nullable(),
        earlyCi95: interval,
        lateShare: share.nullable(),
        lateCi95: interval,
      }),
    }),
  ),
  /** Over the bands, to 48 h and to 7 d. */
  logRank: z.object({
    to48h: z.object({ chiSquare: z.number().nullable(), df: z.number(), p: z.number().nullable() }),
    to7d: z.object({ chiSquare: z.number().nullable(), df: z.number(), p: z.number().nullable() }),
  }),
});
export type OutcomeIncidence = z.output<typeof outcomeIncidenceSchema>;

const level = z.object({
  /** Such as "NIHSS ≥ 8". */
  label: z.string(),
  stays: z.number().int(),
  ends: z.number().int(),
  /** Share with END after the landmark within 7 d, Wilson. */
  share: share.nullable(),
  ci95: interval,
  /** Of the risk by 7 d at the landmark, DeLong. */
  auc: share.nullable(),
  aucCi95: interval,
});

/** Forest of subgroups: NIHSS, hypertension, atrial fibrillation, diabetes, age, sex. */
export const outcomeSubgroupsSchema = outcome.extend({
  overall: level,
  factors: z.array(
    z.object({
      key: z.enum(['nihss', 'hypertension', 'atrial-fibrillation', 'diabetes', 'age', 'sex']),
      with: level,
      without: level,
      /** Stays of whom it is not known. */
      unknown: z.number().int(),
      /** Whether the AUC differs between the levels; Holm over the factors. */
      p: z.number().nullable(),
      pHolm: z.number().nullable(),
    }),
  ),
});
export type OutcomeSubgroups = z.output<typeof outcomeSubgroupsSchema>;
