import type { EpochMs } from '@endwatch/clinical';
import type { Trouble } from '@endwatch/contracts';

/** How far what is on the screen can be trusted to be now. */
export type Connection =
  | { readonly state: 'connecting' }
  /** `quietSince`: everything works, but no stream has brought anything for long. */
  | { readonly state: 'live'; readonly quietSince?: EpochMs }
  /** Connected, but what arrives is older than it should be; `lagSeconds` is 0 while a gap is being fetched. */
  | {
      readonly state: 'catching-up';
      readonly since: EpochMs;
      readonly lagSeconds: number;
      readonly trouble?: ServerTrouble;
    }
  /** `since` is the last sign of life; null when there never was one. */
  | { readonly state: 'offline'; readonly since: EpochMs | null }
  /** The server answered and said no. `passing`: not for good, and what is shown was the reader's to see. */
  | { readonly state: 'refused'; readonly problem: string; readonly passing: boolean };

/** What the server says keeps its boards from being live. */
export interface ServerTrouble {
  readonly kind: Exclude<Trouble['kind'], 'quiet'>;
  readonly since: EpochMs;
}

export interface Refusal {
  readonly problem: string;
  readonly passing: boolean;
}

/** What a socket is known to be doing; times by the server's clock. */
export interface SocketSigns {
  readonly connected: boolean;
  /** True once the ward's board and every event since are on the screen. */
  readonly complete: boolean;
  readonly lastSignOfLife: EpochMs | null;
  /** Since when this ward has been asked for. */
  readonly askedAt: EpochMs;
  /** Since when it has not been live. */
  readonly notLiveSince: EpochMs | null;
  readonly lagSeconds: number;
  /** As the last heartbeat had it. */
  readonly trouble: Trouble | null;
  readonly refusal: Refusal | null;
}

/** Heartbeats come every 5 s: two missed and a margin. */
export const SILENCE_LIMIT_MS = 12_000;
export const LAG_LIMIT_SECONDS = 10;

/** Judges the signs at `now`. Silence counts as offline even where the socket believes itself open. */
export function judgeConnection(signs: SocketSigns, now: EpochMs): Connection {
  if (signs.refusal !== null) return { state: 'refused', ...signs.refusal };
  const alive = signs.lastSignOfLife;
  if (alive === null) {
    const patient = now - signs.askedAt <= SILENCE_LIMIT_MS;
    return patient ? { state: 'connecting' } : { state: 'offline', since: null };
  }
  if (!signs.connected || now - alive > SILENCE_LIMIT_MS) {
    return { state: 'offline', since: alive };
  }
  return judgeData(signs, now);
}

/** The connection is good; how good is what comes over it? */
function judgeData(signs: SocketSigns, now: EpochMs): Connection {
  const { trouble } = signs;
  const said = trouble && { kind: trouble.kind, since: Date.parse(trouble.since) };
  const lagging = signs.lagSeconds > LAG_LIMIT_SECONDS;
  const stands = said !== null && said.kind !== 'quiet';
  if (signs.complete && !lagging && !stands) {
    return said === null ? { state: 'live' } : { state: 'live', quietSince: said.since };
  }
  return {
    state: 'catching-up',
    since: signs.notLiveSince ?? now,
    lagSeconds: lagging ? signs.lagSeconds : 0,
    ...(stands ? { trouble: { kind: said.kind, since: said.since } as ServerTrouble } : {}),
  };
}

/** Same to a reader: spares the screen a change that says nothing. */
export function sameConnection(a: Connection, b: Connection): boolean {
  return a.state === b.state && JSON.stringify(a) === JSON.stringify(b);
}
