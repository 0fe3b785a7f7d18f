import * as z from 'zod';
import { ALERT_KINDS } from './alert.ts';
import { DUTIES } from './rota.ts';

const minutes = z.number().int().min(1).max(1440);

/** An END that asks for a repeat goes another way than one that is confirmed. */
export const ESCALATION_KEYS = [...ALERT_KINDS, 'end-suspected'] as const;
export type EscalationName = (typeof ESCALATION_KEYS)[number];

export const escalationRuleSchema = z
  .object({
    /** Whom to tell, each so many minutes after it was raised or after the step before. */
    steps: z.array(z.object({ to: z.enum(DUTIES), minutes })).max(8),
    /** The last step again and again; null = not. */
    repeatMinutes: minutes.nullable(),
    /** How long somebody may have it before it is asked after; null = as long as they like. */
    remindMinutes: minutes.nullable(),
  })
  .refine((rule) => rule.repeatMinutes === null || rule.steps.length > 0, 'nothing to repeat');

/** Every kind of alert, so that none is forgotten. */
export const escalationSchema = z.record(z.enum(ESCALATION_KEYS), escalationRuleSchema);
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
  value: escalationSchema,
  /** Whether it is the ward's own. */
  own: z.boolean(),
  /** Earlier and present ones, newest first. */
  versions: z.array(
    z.object({
      at: z.iso.datetime({ offset: true }),
      by: z.string(),
      value: escalationSchema.nullable(),
    }),
  ),
});
export type EscalationView = z.output<typeof escalationViewSchema>;
