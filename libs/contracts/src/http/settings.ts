import * as z from 'zod';
import { ESCALATION_KEYS, type EscalationName } from '../terms/alert-kinds.ts';
import { ESCALATION_TARGETS } from '../terms/duties.ts';
import { settingVersionSchema } from './setting.ts';

const minutes = z.number().int().min(1).max(1440);

export const escalationRuleSchema = z
  .object({
    /** Whom to tell, each so many minutes after it was raised or after the step before. */
    steps: z.array(z.object({ to: z.enum(ESCALATION_TARGETS), minutes })).max(8),
    /** The last step again and again; null = not. */
    repeatMinutes: minutes.nullable(),
    /** How long somebody may have it before it is asked after; null = as long as they like. */
    remindMinutes: minutes.nullable(),
  })
  .refine((rule) => rule.repeatMinutes === null || rule.steps.length > 0, 'nothing to repeat');

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const quietHours = z
  .object({ from: clock, to: clock })
  .refine(({ from, to }) => from !== to, 'quiet hours that never end');

const rules = Object.fromEntries(
  ESCALATION_KEYS.map((key) => [key, escalationRuleSchema]),
) as Record<EscalationName, typeof escalationRuleSchema>;

/** Every kind of alert, so that none is forgotten; hours by the clock on the wall of the site. */
export const escalationSchema = z.object({
  ...rules,
  /** When phones are not rung for what is of low or medium priority; null = they always are. */
  quietHours: quietHours.nullable().default(null),
  /** When what somebody has taken and left open is handed to who comes. */
  shiftEnds: z
    .array(clock)
    .max(6)
    .refine((ends) => new Set(ends).size === ends.length, 'the same end twice')
    .default([]),
});
export type Escalation = z.output<typeof escalationSchema>;

export const escalationChangeSchema = z.object({
  /** Null = every ward that has none of its own. */
  ward: z.string().min(1).max(200).nullable(),
  /** Null = as the house has it; for the house itself: as shipped. */
  value: escalationSchema.nullable(),
});
export type EscalationChange = z.output<typeof escalationChangeSchema>;

export const escalationViewSchema = z.object({
  ward: z.string().nullable(),
  /** Of the wall that hours are read from. */
  timeZone: z.string(),
  value: escalationSchema,
  /** Whether it is the ward's own. */
  own: z.boolean(),
  /** Earlier and present ones, newest first. */
  versions: z.array(settingVersionSchema.extend({ value: escalationSchema.nullable() })),
});
export type EscalationView = z.output<typeof escalationViewSchema>;
