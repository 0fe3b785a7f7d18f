import * as z from 'zod';
import { alertSchema } from './alert.ts';
import { boardRowSchema } from './board.ts';
import { reportLineSchema } from './handover.ts';
import { DUTIES } from '../terms/duties.ts';

const time = z.iso.datetime({ offset: true });
const channel = z.enum(['web-push', 'webhook', 'email']);
const label = z.string().trim().min(1).max(80);

/** As `PushSubscription.toJSON()` of a browser gives it. */
export const pushSubscriptionSchema = z.object({
  subscription: z.object({
    endpoint: z.url().max(2000),
    keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
  }),
  label,
});
export type NewPushSubscription = z.output<typeof pushSubscriptionSchema>;

export const newContactSchema = z.discriminatedUnion('channel', [
  z.object({ channel: z.literal('email'), address: z.email().max(200), label }),
  /** For an administrator. `secret`: what its signature is made with. */
  z.object({
    channel: z.literal('webhook'),
    address: z.url({ protocol: /^https?$/ }).max(2000),
    secret: z.string().min(16).max(200),
    username: z.string().min(1).max(80),
    label,
  }),
]);

export const contactSchema = z.object({
  id: z.string(),
  channel,
  label,
  /** Where it goes, as far as that may be shown: the host, or the address of mail. */
  place: z.string(),
});
export type ContactView = z.output<typeof contactSchema>;

/** A paging system that somebody is reached by. */
export const pagerSchema = contactSchema.extend({ username: z.string() });
export type PagerView = z.output<typeof pagerSchema>;

export const deliveryStateSchema = z.object({
  channel,
  state: z.enum(['queued', 'sent', 'confirmed', 'unconfirmed', 'failed', 'withdrawn']),
  problem: z.string().nullable(),
});
export type DeliveryView = z.output<typeof deliveryStateSchema>;

/** Somebody who was told of an alert outside the ward. */
export const toldSchema = deliveryStateSchema.extend({
  name: z.string(),
  stage: z.string(),
  at: time,
});
export type ToldView = z.output<typeof toldSchema>;

/** What somebody on call has to see to. */
export const onCallSchema = z.object({
  at: time,
  /** As what the reader is on duty now. */
  duties: z.array(z.object({ duty: z.string(), ward: z.string().nullable(), until: time })),
  /** When nobody is on duty in the next 24 h. */
  gaps: z.array(
    z.object({
      duty: z.enum(DUTIES),
      /** What the ward is called; null = every ward of the reader. */
      ward: z.string().nullable(),
      from: time,
      /** Null = not within the 24 h. */
      to: time.nullable(),
    }),
  ),
  /** Most urgent first: told to the reader and still open, gone on to anybody, or held by the reader. */
  alerts: z.array(
    z.object({
      alert: alertSchema,
      wardName: z.string(),
      row: boardRowSchema,
      toldMe: z.boolean(),
      mine: z.boolean(),
      told: z.array(toldSchema),
      /** The newest of the patient, what it comes to in one line; null where none came. */
      report: reportLineSchema.nullable(),
    }),
  ),
});
export type OnCall = z.output<typeof onCallSchema>;
export type ComingGap = OnCall['gaps'][number];
