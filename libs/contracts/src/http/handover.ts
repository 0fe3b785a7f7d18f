import * as z from 'zod';
import { ALERT_KINDS, ALERT_STATES } from '../terms/alert-kinds.ts';
import { boardRowSchema, riskSchema } from './board.ts';

const time = z.iso.datetime({ offset: true });

/** What a report comes to, in one line. */
export const reportLineSchema = z.object({
  at: time,
  title: z.string().nullable(),
  line: z.string(),
});

/** What happened with the patients of a ward within the last hours, for who comes on duty. */
export const handoverSchema = z.object({
  ward: z.object({ id: z.string(), name: z.string() }),
  from: time,
  at: time,
  patients: z.array(
    z.object({
      row: boardRowSchema,
      /** NIHSS total that stood when the shift began; null when none was charted before. */
      nihssBefore: z.number().int().nullable(),
      /** Risk of the next 24 h as it was known then; null when there was none. */
      riskBefore: z.number().min(0).max(1).nullable(),
      /** By the limits of the model in service. */
      bandBefore: riskSchema.shape.band.nullable(),
      alerts: z.array(
        z.object({
          kind: z.enum(ALERT_KINDS),
          at: time,
          to: z.enum(ALERT_STATES),
          by: z.string(),
          reason: z.string(),
        }),
      ),
      reports: z.array(reportLineSchema),
    }),
  ),
});
export type Handover = z.output<typeof handoverSchema>;
