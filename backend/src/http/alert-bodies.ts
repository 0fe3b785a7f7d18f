import * as z from 'zod';
import { LONGEST_SNOOZE_MINUTES } from '../pipeline/alert-commands.ts';

const reason = z.string().trim().min(1).max(200);

export const snoozeSchema = z.object({
  minutes: z.number().int().min(1).max(LONGEST_SNOOZE_MINUTES),
  reason,
});
export const resolveSchema = z.object({ reason });
/** `over`: from somebody who has it already. */
export const takeSchema = z.object({ over: z.boolean().optional() });
export const declineSchema = z.object({ reason });
