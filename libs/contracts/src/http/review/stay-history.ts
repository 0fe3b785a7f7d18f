import * as z from 'zod';
import { ALERT_KINDS, ALERT_PRIORITIES, ALERT_STATES } from '../../terms/alert-kinds.ts';
import { boardRowSchema, endSchema } from '../board.ts';
import { endDefinitionSchema } from '../end-definition.ts';
import { adjudicationSchema } from './adjudication.ts';

const time = z.iso.datetime({ offset: true });

/**
 * `GET /api/review/stays/{patientId}?admittedAt=…&knownAt=…`. `admittedAt` chooses an earlier stay of the same patient (default: the newest).
 * `knownAt` shows everything as Endwatch knew it at that moment: what came later, corrections and retractions too, is not there.
 */
export const stayHistoryQuerySchema = z.object({
  admittedAt: time.optional(),
  knownAt: time.optional(),
});
export type StayHistoryQuery = z.output<typeof stayHistoryQuerySchema>;

const point = z.object({
  /** When it was true. */
  at: time,
  /** When Endwatch knew. */
  knownAt: time,
  value: z.number(),
  comparator: z.enum(['<', '<=', '>', '>=']).nullable(),
});

const riskPoint = z.object({
  scoreId: z.string(),
  /** The moment of the patient's time that it speaks of. */
  asOf: time,
  knownAt: time,
  next24h: z.number(),
  by48h: z.number().nullable(),
  by7d: z.number().nullable(),
  band: z.enum(['low', 'medium', 'high']),
  modelVersion: z.string(),
});

/** Everything of one stay on one time axis. */
export const stayHistorySchema = z.object({
  patientId: z.string(),
  encounterId: z.string(),
  ward: z.string().nullable(),
  age: z.number().int().nullable(),
  sex: z.enum(['female', 'male', 'other', 'unknown']),
  admittedAt: time,
  dischargedAt: time.nullable(),
  died: z.boolean(),
  /** The moment whose knowledge this is; null = all that is known now. */
  knownAt: time.nullable(),
  /** What the board showed at `knownAt`, its name empty: a review is of the care. Null = on no board then; absent where no moment was asked for. */
  tile: boardRowSchema.nullable().optional(),
  loadedAfterwards: z.boolean(),
  /** Admissions of all stays of this patient, oldest first. */
  stays: z.array(z.object({ encounterId: z.string(), admittedAt: time })),
  /** A fact, by the rule in force, from the examinations below. */
  end: endSchema.extend({
    reason: z.string(),
    deltaTotal: z.number().int().nullable(),
    deltaMotor: z.number().int().nullable(),
    referenceAt: time.nullable(),
    knownAt: time.nullable(),
    /** By which it was judged; null where nothing could be. */
    judgedBy: endDefinitionSchema.nullable().optional(),
  }),
  /** What was judged of END by then, newest first: that one counts. */
  adjudications: z.array(adjudicationSchema),
  examinations: z.array(
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
    }),
  ),
  /** Each examination that was due by the schedule, and the one that answered it; null = none did. */
  due: z.array(
    z.object({ dueAt: time, doneAt: time.nullable(), lateMinutes: z.number().int().nullable() }),
  ),
  measurements: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['vital', 'laboratory']),
      unit: z.string(),
      points: z.array(point),
    }),
  ),
  reports: z.array(
    z.object({
      id: z.string(),
      title: z.string().nullable(),
      text: z.string(),
      /** For paper: what is recognised as a name, a date or a number of a person is masked, as in exports. */
      masked: z.object({ title: z.string().nullable(), text: z.string() }),
      status: z.string(),
      at: time,
      knownAt: time,
    }),
  ),
  conditions: z.array(z.object({ condition: z.string(), at: time, knownAt: time })),
  treatments: z.array(z.object({ treatment: z.string(), at: time, knownAt: time })),
  risk: z.object({
    /** What the board showed, in order of `knownAt`: each holds until the next one. */
    knownThen: z.array(riskPoint),
    /** What stands, in order of `asOf`: with corrections and late values in it. */
    knownNow: z.array(riskPoint),
  }),
  alerts: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(ALERT_KINDS),
      priority: z.enum(ALERT_PRIORITIES),
      state: z.enum(ALERT_STATES),
      ward: z.string().nullable(),
      raisedAt: time,
      reason: z.string(),
      transitions: z.array(
        z.object({
          at: time,
          from: z.enum(ALERT_STATES).nullable(),
          to: z.enum(ALERT_STATES),
          /** A username, or `system`. */
          by: z.string(),
          reason: z.string(),
        }),
      ),
    }),
  ),
});
export type StayHistory = z.output<typeof stayHistorySchema>;
