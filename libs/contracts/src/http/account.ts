import * as z from 'zod';
import { NO_PERSON, RESERVED_USER_NAMES } from '../machine.ts';
import { ROLES } from '../terms/rights.ts';

const time = z.iso.datetime({ offset: true });
const username = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._@-]{0,79}$/, 'lower-case letters, digits and . _ @ -, at most 80');
const name = z.string().trim().min(1).max(80);
const nameOfPerson = name.refine((one) => one !== NO_PERSON, `"${NO_PERSON}" is nobody's name`);
const password = z.string().min(12).max(200);
const wards = z.array(z.string().min(1).max(200)).max(200).nullable();

export const accountSchema = z.object({
  username,
  name,
  role: z.enum(ROLES),
  wards,
  disabledAt: time.nullable(),
});
export type AccountView = z.output<typeof accountSchema>;

/** Without a password one is made, and shown once. */
export const newAccountSchema = z.object({
  // The audit names people by it.
  username: username.refine((one) => !RESERVED_USER_NAMES.includes(one), {
    error: ({ input }) => `"${String(input)}" is nobody's name`,
  }),
  name: nameOfPerson,
  role: z.enum(ROLES),
  wards: wards.default(null),
  password: password.optional(),
});
export type NewAccount = z.input<typeof newAccountSchema>;

export const accountChangeSchema = z.object({
  name: nameOfPerson.optional(),
  role: z.enum(ROLES).optional(),
  wards: wards.optional(),
  disabled: z.boolean().optional(),
  /** True: a new password is made, and shown once. */
  newPassword: z.boolean().optional(),
});
export type AccountChange = z.output<typeof accountChangeSchema>;

/** `password`: the one that was made, shown this once. */
export const changedAccountSchema = accountSchema.extend({ password: z.string().nullable() });
export type ChangedAccount = z.output<typeof changedAccountSchema>;

export const newTokenSchema = z.object({
  username,
  label: name,
  /** Null = until it is revoked. */
  days: z.number().int().min(1).max(3660).nullable().default(null),
});
export type NewToken = z.input<typeof newTokenSchema>;

export const tokenSchema = z.object({
  id: z.string(),
  username,
  label: z.string(),
  createdAt: time,
  createdBy: z.string(),
  expiresAt: time.nullable(),
  revokedAt: time.nullable(),
});
export type TokenView = z.output<typeof tokenSchema>;

/** `token`: shown this once; only its digest is kept. */
export const madeTokenSchema = tokenSchema.extend({ token: z.string() });
export type MadeToken = z.output<typeof madeTokenSchema>;

export const auditEntrySchema = z.object({
  id: z.string(),
  at: time,
  actor: z.string(),
  role: z.string().nullable(),
  action: z.string(),
  patientId: z.string().nullable(),
  wardId: z.string().nullable(),
  subject: z.string().nullable(),
  origin: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditEntryView = z.output<typeof auditEntrySchema>;
