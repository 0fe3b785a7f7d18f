import * as z from 'zod';
import { alertSchema } from '../http/alert.ts';
import { boardRowSchema, boardSnapshotSchema, type BoardSnapshot } from '../http/board.ts';

const time = z.iso.datetime({ offset: true });
const head = { ward: z.string(), sequence: z.number().int().min(1), at: time, knownAt: time };

export const boardEventSchema = z.discriminatedUnion('type', [
  z.object({ ...head, type: z.literal('row'), row: boardRowSchema }),
  z.object({ ...head, type: z.literal('left'), patientId: z.string() }),
  z.object({ ...head, type: z.literal('alert'), alert: alertSchema }),
]);
export type BoardEvent = z.infer<typeof boardEventSchema>;

/**
 * What keeps the screens from being live, or that nothing comes in, in the server's own judgement: `cannot-save` (the database is away, full or
 * read-only), `not-taking-in` (nobody works off what arrives), `no-data` (the event log does not answer), `catching-up` (`since`: what came
 * later is not shown yet), `test-alert-missing` (alerts may not arrive: the one of the test patient did not), `quiet` (no stream of the hospital
 * has brought anything).
 */
export const troubleSchema = z.object({
  kind: z.enum([
    'cannot-save',
    'not-taking-in',
    'no-data',
    'catching-up',
    'test-alert-missing',
    'quiet',
  ]),
  since: time,
});
export type Trouble = z.infer<typeof troubleSchema>;

export const heartbeatSchema = z.object({
  ward: z.string(),
  sequence: z.number().int().min(0),
  at: time,
  lag: z.object({ seconds: z.number().min(0) }),
  trouble: troubleSchema.nullable().optional(),
});
export type Heartbeat = z.infer<typeof heartbeatSchema>;

export const joinSchema = z.object({
  ward: z.string().min(1).max(200),
  /** Null as good as left out. */
  after: z.number().int().min(0).nullish(),
});
export type Join = z.infer<typeof joinSchema>;

export const leaveSchema = z.object({ ward: z.string().min(1).max(200) });

export type LeaveAnswer = { ok: true } | { ok: false; problem: string };

export type JoinAnswer =
  | { ok: true; sequence: number; snapshot?: BoardSnapshot; events?: BoardEvent[] }
  /** `passing`: it cannot be answered now; what was shown may be shown still. */
  | { ok: false; problem: string; passing?: boolean };

export const joinAnswerSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    sequence: z.number().int().min(0),
    snapshot: boardSnapshotSchema.optional(),
    events: z.array(boardEventSchema).optional(),
  }),
  z.object({ ok: z.literal(false), problem: z.string(), passing: z.boolean().optional() }),
]);

/** socket.io event maps of namespace `/live`. */
export interface ServerToClient {
  board: (events: BoardEvent[]) => void;
  heartbeat: (beat: Heartbeat) => void;
  /** What is shown of the ward must be drawn anew: join again. */
  redraw: (ward: { ward: string }) => void;
}
export interface ClientToServer {
  join: (join: Join, answer: (answer: JoinAnswer) => void) => void;
  leave: (leave: { ward: string }, answer?: (answer: LeaveAnswer) => void) => void;
}
