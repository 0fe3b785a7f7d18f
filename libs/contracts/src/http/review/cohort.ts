import * as z from 'zod';
import { END_TYPES, STAY_SORTS, TREATMENT_FILTERS } from '../../terms/stay-choices.ts';
import { endSchema } from '../board.ts';
import { unlessEmpty } from '../unless-empty.ts';
import { endDefinitionSchema } from '../end-definition.ts';

const time = z.iso.datetime({ offset: true });

/** END as a filter asks for it: `early` up to 48 h from admission, `late` after it; both are confirmed. */
/** One parameter repeated (`ward=a&ward=b`), or once, or not at all. */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((given: unknown): unknown => {
    if (given === undefined || given === '') return [];
    return Array.isArray(given) ? (given as unknown[]) : [given];
  }, z.array(item).max(100));
const name = z.string().min(1).max(200);
/**
 * Which stays a view counts, as it stands in the address: query parameters of every `GET /api/review/…`. Several values of one parameter: any of
 * them, but of `condition` all. Nothing given = every stay of the account's wards.
 */
export const reviewFilterSchema = z.object({
  ward: listOf(name),
  /** First and last day of admission, `YYYY-MM-DD`, both included, by the clock on the site's wall. */
  from: unlessEmpty(z.iso.date()),
  to: unlessEmpty(z.iso.date()),
  /** Stays with a score of this model version; only its scores are looked at. */
  model: unlessEmpty(name),
  end: listOf(z.enum(END_TYPES)),
  treatment: listOf(z.enum(TREATMENT_FILTERS)),
  /** Whether the model knows patients like this one, by the newest score that stands; without any score: `out`. */
  population: unlessEmpty(z.enum(['in', 'out'])),
  condition: listOf(name),
  /** Id of a saved cohort: only stays of its frozen list. */
  cohort: unlessEmpty(z.uuid()),
});
export type ReviewFilter = z.output<typeof reviewFilterSchema>;

/** One step of the flow: how many stays it leaves out, and how many are left. In the order in which they are applied. */
export const flowStepSchema = z.object({
  key: z.enum([
    'all',
    'cohort',
    'ward',
    'dates',
    'model',
    'end',
    'treatment',
    'population',
    'condition',
  ]),
  /** In a reader's words, such as "Admitted within the dates". */
  label: z.string(),
  excluded: z.number().int(),
  remaining: z.number().int(),
});
export type FlowStep = z.output<typeof flowStepSchema>;

/** One stay in the table. Patient pages are open to who may review, so it carries ids; a CSV does not. */
export const reviewStayRowSchema = z.object({
  patientId: z.string(),
  encounterId: z.string(),
  ward: z.string().nullable(),
  age: z.number().int().nullable(),
  sex: z.enum(['female', 'male', 'other', 'unknown']),
  admittedAt: time,
  dischargedAt: time.nullable(),
  died: z.boolean(),
  conditions: z.array(z.string()),
  treatments: z.array(z.enum(['thrombolysis', 'thrombectomy'])),
  admissionNihss: z.number().int().nullable(),
  end: endSchema.extend({
    type: z.enum(END_TYPES),
    /** Hours from admission; null without END. */
    hours: z.number().nullable(),
    /** When Endwatch knew. */
    knownAt: time.nullable(),
    /** By which it was judged; null where nothing could be. */
    judgedBy: endDefinitionSchema.nullable().optional(),
  }),
  /** Of the newest score that stands. */
  modelVersions: z.array(z.string()),
  outOfPopulation: z.array(z.string()),
  examinations: z.number().int(),
  /** Those that stand. */
  scores: z.number().int(),
  alerts: z.number().int(),
  /** Endwatch heard of it only when it was over: what was known then is reckoned from when things were true. */
  loadedAfterwards: z.boolean(),
});
export type ReviewStayRow = z.output<typeof reviewStayRowSchema>;

/** `GET /api/review/stays`: the filter, and how the table is ordered and paged. CSV has every stay. */
export const reviewTableQuerySchema = reviewFilterSchema.extend({
  sort: z.enum(STAY_SORTS).default('admittedAt'),
  order: z.enum(['asc', 'desc']).default('desc'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type ReviewTableQuery = z.output<typeof reviewTableQuerySchema>;

/** How far the summaries that every view reads are behind what is stored. */
export const reviewFreshnessSchema = z.object({
  /** When the newest summary was made; null when there is none. */
  summarisedAt: time.nullable(),
  /** Patients of whom something has come since. */
  waiting: z.number().int(),
  /** Everything that came until then is counted; null until it was so once. */
  countedTo: time.nullable(),
  /** Something waits for longer than it does anyway: figures are not up to date. */
  behind: z.boolean(),
});
export type ReviewFreshness = z.output<typeof reviewFreshnessSchema>;

export const reviewTableSchema = z.object({
  flow: z.array(flowStepSchema),
  /** All that are counted, not only those of this page. */
  total: z.number().int(),
  rows: z.array(reviewStayRowSchema),
  /** What there is to choose from, over every stay of the account's wards. */
  choices: z.object({
    wards: z.array(z.string()),
    models: z.array(z.string()),
    conditions: z.array(z.string()),
  }),
  freshness: reviewFreshnessSchema,
  /** In service now. */
  model: z.object({ version: z.string(), trainedOn: z.enum(['simulated', 'site']) }),
});
export type ReviewTable = z.output<typeof reviewTableSchema>;

/** `POST /api/review/cohorts`: freezes the stays that the filter counts now. */
export const newCohortSchema = z.object({
  name: z.string().trim().min(1).max(200),
  filter: reviewFilterSchema,
});
export type NewCohort = z.output<typeof newCohortSchema>;

/** `GET /api/review/cohorts`, newest first. */
export const savedCohortSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  createdAt: time,
  createdBy: z.string(),
  createdByName: z.string(),
  /** As it was when the list was frozen. */
  filter: reviewFilterSchema,
  /** Of the frozen list, those on the reader's wards. */
  stays: z.number().int(),
  /** Only who made it, or an administrator, may. */
  mayDelete: z.boolean(),
});
export type SavedCohort = z.output<typeof savedCohortSchema>;
