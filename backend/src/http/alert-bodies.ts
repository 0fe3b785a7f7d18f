import * as z from 'zod';
import { LONGEST_SNOOZE_MINUTES } from '../pipeline/alert-commands.ts';

const by = z.string().trim().min(1).max(80).optional();
const reason = z.string().trim().min(1).max(200);

export const snoozeSchema = z.object({
  minutes: z.number().int().min(1).max(LONGEST_SNOOZE_MINUTES),
  reason,
  by,
});
export const resolveSchema = z.object({ reason, by });
export const takeSchema = z.object({ by });
