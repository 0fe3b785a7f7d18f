import * as z from 'zod';
import { ALERT_KINDS, ALERT_PRIORITIES, ALERT_STATES } from '../terms/alert-kinds.ts';
import { alertSchema } from './alert.ts';
import { boardRowSchema, endSchema } from './board.ts';
import { endDefinitionSchema } from './end-definition.ts';

const time = z.iso.datetime({ offset: true });

export const trajectorySchema = z.object({
  patientId: z.string(),
  admittedAt: time,
  definition: z.object({
    name: z.string(),
    total: z.number(),
    motor: z.number(),
    windowHours: z.number(),
    baseline: z.enum(['admission', 'running-minimum']),
  }),
  assessments: z.array(
    z.object({
      id: z.string(),
      at: time,
      knownAt: time,
      total: z.number().int().nullable(),
      motor: z.number().int().nullable(),
      items: z.record(z.string(), z.union([z.number().int(), z.literal('UN')])),
      partial: z.boolean(),
      status: z.string(),
      rater: z.string().nullable(),
      /** Why an item is untestable, where the sender said so. */
      untestable: z.record(z.string(), z.string()).optional(),
    }),
  ),
  end: endSchema.extend({
    deltaTotal: z.number().int().nullable(),
    deltaMotor: z.number().int().nullable(),
    reference: time.nullable(),
    /** By which it was judged; null where nothing could be. `definition` of the trajectory: which is in force. */
    judgedBy: endDefinitionSchema.nullable().optional(),
  }),
  risk: z.array(
    z.object({
      scoreId: z.string(),
      asOf: time,
      knownAt: time,
      next24h: z.number(),
      by48h: z.number().nullable(),
      by7d: z.number().nullable(),
      modelVersion: z.string(),
      superseded: z.boolean(),
    }),
  ),
  /** What became of the alerts of the stay, in order; `by` is `system` where a rule did it. */
  alertEvents: z
    .array(
      z.object({
        alertId: z.string(),
        kind: z.enum(ALERT_KINDS),
        priority: z.enum(ALERT_PRIORITIES),
        at: time,
        from: z.enum(ALERT_STATES).nullable(),
        to: z.enum(ALERT_STATES),
        by: z.string(),
        reason: z.string(),
      }),
    )
    .optional(),
});
export type Trajectory = z.infer<typeof trajectorySchema>;

export const patientInputSchema = z.object({
  name: z.string(),
  /** LOINC code it came under. */
  code: z.string().nullable(),
  value: z.number().nullable(),
  comparator: z.enum(['<', '<=', '>', '>=']).nullable(),
  unit: z.string(),
  effectiveAt: time.nullable(),
  issuedAt: time.nullable(),
  receivedAt: time.nullable(),
  status: z.string().nullable(),
  source: z.string().nullable(),
  ageMinutes: z.number().nullable(),
  usedAs: z.enum(['measured', 'carried-forward', 'missing']),
});
export type PatientInput = z.infer<typeof patientInputSchema>;

export const patientDetailSchema = boardRowSchema.extend({
  ward: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Null while in hospital. Death ends a stay as a discharge does. */
  dischargedAt: time.nullable().optional(),
  died: z.boolean().optional(),
  inputs: z.array(patientInputSchema),
  /** Every laboratory sample of the stay: which values it gave, by when they came in (to the minute), oldest first. */
  samples: z.array(z.object({ at: time, receivedAt: time, names: z.array(z.string()) })).optional(),
  reports: z.array(
    z.object({
      id: z.string(),
      title: z.string().nullable(),
      text: z.string(),
      status: z.string(),
      effectiveAt: time,
      issuedAt: time.nullable(),
      receivedAt: time,
      versions: z.array(
        z.object({ version: z.string(), status: z.string(), text: z.string(), receivedAt: time }),
      ),
    }),
  ),
  history: z.array(z.object({ condition: z.string(), since: time.nullable() })),
  treatments: z.array(z.object({ treatment: z.string(), at: time })),
});
export type PatientDetail = z.infer<typeof patientDetailSchema>;

/** What was known of a patient at a moment, whatever has come to light since. */
export const asKnownSchema = z.object({
  at: time,
  /** When anything of this stay was first known. */
  first: time.nullable(),
  /** The changes in what was known next to `at`, before and after it. */
  previous: time.nullable(),
  next: time.nullable(),
  /** As the board had it; null where the patient was on none. */
  tile: boardRowSchema.nullable(),
  detail: patientDetailSchema.nullable(),
  trajectory: trajectorySchema.nullable(),
});
export type AsKnown = z.infer<typeof asKnownSchema>;

export const alertHistorySchema = z.array(alertSchema);
