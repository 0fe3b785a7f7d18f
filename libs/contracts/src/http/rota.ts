import * as z from 'zod';
import { DUTIES } from '../terms/duties.ts';

const time = z.iso.datetime({ offset: true });

export const shiftSchema = z.object({
  id: z.string(),
  /** Null = every ward. */
  ward: z.string().nullable(),
  duty: z.enum(DUTIES),
  username: z.string(),
  name: z.string(),
  from: time,
  to: time,
  origin: z.enum(['planned', 'swap', 'cover']),
  replaces: z.string().nullable(),
});
export type ShiftView = z.output<typeof shiftSchema>;

export const rotaSchema = z.object({
  /** Of the site: shifts are planned by its clock. */
  timeZone: z.string(),
  from: time,
  to: time,
  shifts: z.array(shiftSchema),
  /** When nobody is on duty, by duty, for who has every ward. */
  gaps: z.array(z.object({ duty: z.enum(DUTIES), from: time, to: time })),
  /** Who is on duty now; null = nobody. */
  now: z.record(z.enum(DUTIES), z.string().nullable()),
  /** Who can be put on the rota. */
  people: z.array(z.object({ username: z.string(), name: z.string(), role: z.string() })),
});
export type Rota = z.output<typeof rotaSchema>;

const username = z.string().min(1).max(80);

export const planSchema = z.object({
  ward: z.string().min(1).max(200).nullable().default(null),
  duty: z.enum(DUTIES),
  date: z.iso.date(),
  days: z.number().int().min(1).max(92),
  starts: z
    .array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/))
    .min(1)
    .max(6),
  people: z.array(username).min(1).max(40),
});
export type RotaPlan = z.input<typeof planSchema>;

export const coverSchema = z.object({
  username,
  from: time.optional(),
  to: time.optional(),
});
export const swapSchema = z.object({ first: z.string().max(80), second: z.string().max(80) });

/** Query of `POST /api/rota/import`; the body is `text/calendar`. */
export const rotaImportQuerySchema = z.object({
  /** `true`: only answer with what would change. */
  dryRun: z.enum(['true', 'false']).default('false'),
  /** For events that do not say of which ward they are; none: of every ward. */
  ward: z.string().min(1).max(200).optional(),
  /** For events that do not say as what somebody is on duty. */
  duty: z.enum(DUTIES).optional(),
});

/** What a calendar changes in the rota, or would. */
export const rotaImportSchema = z.object({
  dryRun: z.boolean(),
  /** Events that are in the rota already as they are. */
  unchanged: z.number().int(),
  add: z.array(shiftSchema),
  change: z.array(z.object({ before: shiftSchema, after: shiftSchema })),
  withdraw: z.array(shiftSchema),
  /** Events that become no shift: where they begin in the file, what they are called, and why. */
  refused: z.array(
    z.object({
      line: z.number().int(),
      summary: z.string(),
      from: time.nullable(),
      reason: z.string(),
    }),
  ),
});
export type RotaImport = z.output<typeof rotaImportSchema>;
