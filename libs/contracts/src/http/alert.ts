import * as z from 'zod';
import { ALERT_KINDS, ALERT_PRIORITIES, ALERT_STATES } from '../terms/alert-kinds.ts';

export const alertSchema = z.object({
  id: z.string(),
  patientId: z.string(),
  ward: z.string(),
  kind: z.enum(ALERT_KINDS),
  priority: z.enum(ALERT_PRIORITIES),
  state: z.enum(ALERT_STATES),
  raisedAt: z.iso.datetime({ offset: true }),
  stateSince: z.iso.datetime({ offset: true }),
  reason: z.string(),
  scoreId: z.string().nullable(),
  holder: z.string().nullable(),
  /** The account of who has it: two people may have one name. Not there on tiles of an older version. */
  holderAccount: z.string().nullable().optional(),
  escalatesAt: z.iso.datetime({ offset: true }).nullable(),
});
export type Alert = z.infer<typeof alertSchema>;

/** Body of `POST /api/alerts/{id}/acknowledge`; who it was is the account that is signed in. */
export const acknowledgeSchema = z.object({
  reason: z.string().max(200).nullish(),
  note: z.string().max(2000).nullish(),
});
export type Acknowledge = z.infer<typeof acknowledgeSchema>;
