import * as z from 'zod';

const time = z.iso.datetime({ offset: true });
const probability = z.number().min(0).max(1);

const findingSchema = z.object({
  /** A quantity, `nihss`, a fact of the history, or `report`. */
  name: z.string(),
  label: z.string(),
  unit: z.string(),
});

export const explainedInputSchema = findingSchema.extend({
  /** Null for a report. */
  value: z.number().nullable(),
  ageHours: z.number().nullable(),
  /** Shapley value: what knowing it adds to the risk of the next 24 h. */
  share: z.number(),
  /** Of `share`, which is a mean over orders of finding out. */
  standardError: z.number(),
});

export const explainedChangeSchema = findingSchema.extend({
  before: z.number().nullable(),
  after: z.number().nullable(),
  /** It was not known at the score before. */
  isNew: z.boolean(),
  share: z.number(),
});

export const explanationSchema = z.object({
  scoreId: z.string(),
  patientId: z.string(),
  asOf: time,
  next24h: probability,
  model: z.object({ version: z.string(), trainedOn: z.enum(['simulated', 'site']) }),
  /** In a ward's words. */
  sentence: z.string(),
  /** At that hour with nothing known of the patient. `inputs` add up from here to `next24h`. */
  baseRisk: probability,
  /** The largest share, up or down, first. */
  inputs: z.array(explainedInputSchema),
  missing: z.array(z.string()),
  /** Null where none was read. */
  reports: z
    .object({
      /** With every word blank; the words add up from here to `next24h`. */
      blankRisk: probability,
      completenessGap: z.number(),
      texts: z.array(
        z.object({
          id: z.string(),
          title: z.string().nullable(),
          effectiveAt: time,
          text: z.string(),
          /** Places in `text`, `to` exclusive, in order; words that the model reads. */
          words: z.array(
            z.object({ from: z.number().int(), to: z.number().int(), share: z.number() }),
          ),
        }),
      ),
    })
    .nullable(),
  /** Why the words of the reports are not explained although reports were read. */
  reportsUnexplained: z.string().nullable(),
  /** Against the score before; null for a first one. */
  change: z
    .object({
      scoreId: z.string(),
      asOf: time,
      next24h: probability,
      /** What the passing of time alone changed. */
      timeShare: z.number(),
      inputs: z.array(explainedChangeSchema),
    })
    .nullable(),
});
export type Explanation = z.infer<typeof explanationSchema>;
export type ExplainedInput = z.infer<typeof explainedInputSchema>;
export type ExplainedChange = z.infer<typeof explainedChangeSchema>;
