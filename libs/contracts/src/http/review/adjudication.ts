import * as z from 'zod';
import { END_CAUSES, JUDGEMENTS, NO_END_REASONS } from '../../terms/adjudication.ts';
import {
  reviewAboutSchema,
  reviewShareSchema,
  reviewSpreadSchema,
  reviewStayLinkSchema,
  reviewTimeSchema,
} from './figures.ts';
import { warningSchema } from './forecast.ts';

const count = z.number().int().min(0);
/** Which of the patient's stays. */
const admittedAt = reviewTimeSchema;

/** `POST /api/review/stays/{patientId}/adjudications`: what END was, by somebody who has read the stay. Nothing is overwritten; the newest counts. */
export const newAdjudicationSchema = z.discriminatedUnion('judgement', [
  z.object({
    admittedAt,
    judgement: z.literal('end'),
    /** When it happened; within the stay. */
    at: reviewTimeSchema,
    cause: z.enum(END_CAUSES),
  }),
  z.object({ admittedAt, judgement: z.literal('no-end'), reason: z.enum(NO_END_REASONS) }),
  z.object({ admittedAt, judgement: z.literal('undecided') }),
]);
export type NewAdjudication = z.output<typeof newAdjudicationSchema>;

export const adjudicationSchema = z.object({
  judgement: z.enum(JUDGEMENTS),
  /** Of an END only. */
  at: reviewTimeSchema.nullable(),
  cause: z.enum(END_CAUSES).nullable(),
  /** Of none only. */
  reason: z.enum(NO_END_REASONS).nullable(),
  decidedAt: reviewTimeSchema,
  by: z.string(),
  byName: z.string(),
});
export type Adjudication = z.output<typeof adjudicationSchema>;

/** `GET /api/review/adjudications`: END as charted beside END as judged. A stay that nobody could decide counts as judged, and in no comparison. */
export const adjudicationReviewSchema = reviewAboutSchema.extend({
  judged: count,
  undecided: count,
  /** END was charted, and nobody has judged it; newest first. */
  waiting: z.array(reviewStayLinkSchema),
  /** Stays, first as charted, then as judged. */
  table: z.object({ endEnd: count, endNone: count, noneEnd: count, noneNone: count }),
  /** Of the END charted, those judged to be one; of those judged to be one, the charted. */
  chartedRight: reviewShareSchema,
  judgedCharted: reviewShareSchema,
  /** Cohen's, of charted and judged; null where there is no spread. */
  kappa: z.number().nullable(),
  causes: z.array(z.object({ cause: z.enum(END_CAUSES), ends: count })),
  reasons: z.array(z.object({ reason: z.enum(NO_END_REASONS), stays: count })),
  /** END as charted after END as judged, of those that are both. */
  chartedAfterHours: reviewSpreadSchema,
  /** Alerts of the same judged stays before END as charted, and before END as judged. Of stays loaded afterwards: those that would have rung. */
  byCharted: warningSchema,
  byJudged: warningSchema,
});
export type AdjudicationReview = z.output<typeof adjudicationReviewSchema>;
