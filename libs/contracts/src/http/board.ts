import * as z from 'zod';
import { alertSchema } from './alert.ts';

const time = z.iso.datetime({ offset: true });

export const riskSchema = z.object({
  scoreId: z.string(),
  asOf: time,
  knownAt: time,
  next24h: z.number().min(0).max(1),
  by48h: z.number().min(0).max(1).nullable(),
  by7d: z.number().min(0).max(1).nullable(),
  admission: z.number().min(0).max(1).nullable(),
  band: z.enum(['low', 'medium', 'high']),
  trend: z.enum(['rising', 'steady', 'falling']),
  model: z.object({ version: z.string(), trainedOn: z.enum(['simulated', 'site']) }),
  missing: z.array(z.string()),
  outOfPopulation: z.array(z.string()),
});
export type Risk = z.infer<typeof riskSchema>;

export const endSchema = z.object({
  status: z.enum(['none', 'suspected', 'confirmed', 'not-evaluable']),
  rule: z.enum(['total', 'motor']).nullable(),
  at: time.nullable(),
});

export const boardRowSchema = z.object({
  patientId: z.string(),
  encounterId: z.string(),
  name: z.string(),
  bed: z.string().nullable(),
  age: z.number().int().nullable(),
  sex: z.enum(['female', 'male', 'other', 'unknown']),
  admittedAt: time,
  /** Absent from tiles that were written before it was added. */
  thrombolysedAt: time.nullable().optional(),
  nihss: z.object({
    total: z.number().int().nullable(),
    at: time.nullable(),
    admissionTotal: z.number().int().nullable(),
    motor: z.number().int().nullable(),
    admissionMotor: z.number().int().nullable(),
    nextDueAt: time.nullable(),
    series: z.array(z.object({ at: time, total: z.number().int() })),
  }),
  end: endSchema.extend({
    /** Rise of the deciding score over its reference; added for the badge "END 14:20 · +3". */
    delta: z.number().int().nullable(),
    /** One sentence on why, for a nurse. */
    reason: z.string().nullable(),
  }),
  risk: riskSchema.nullable(),
  /** Why there is no forecast, in a ward's words; null when there is one. */
  noRiskReason: z.string().nullable(),
  freshness: z.object({
    vitals: time.nullable(),
    labs: time.nullable(),
    report: time.nullable(),
    nihss: time.nullable(),
  }),
  alerts: z.array(alertSchema),
});
export type BoardRow = z.infer<typeof boardRowSchema>;

/** Of a ward as an administrator has set it; beds by their names. */
export const bedLayoutSchema = z.object({
  /** These first, in this order; the rest by their names. */
  order: z.array(z.string()),
  /** Not shown while nobody lies there. */
  hidden: z.array(z.string()),
});
export type BedLayout = z.infer<typeof bedLayoutSchema>;

export const boardSnapshotSchema = z.object({
  ward: z.object({ id: z.string(), name: z.string(), beds: bedLayoutSchema.optional() }),
  sequence: z.number().int().min(0),
  at: time,
  rows: z.array(boardRowSchema),
});
export type BoardSnapshot = z.infer<typeof boardSnapshotSchema>;

export const wardSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  patients: z.number().int(),
  openAlerts: z.number().int(),
  /** Left out of lists while it has no patients. */
  hidden: z.boolean().optional(),
});
export type WardSummary = z.infer<typeof wardSummarySchema>;
