import { MINUTE, SECOND, type EpochMs } from '@endwatch/clinical';
import type { Trouble } from '@endwatch/contracts';

/** What a scorer says of itself: in seconds ago, so that its clock need not be right. */
export interface ScorerSigns {
  readonly lagSeconds: number;
  readonly logAwaySeconds: number | null;
  readonly failingSeconds: number | null;
  readonly newestRecordSeconds: number | null;
}

/** What a scorer last said of itself. Times of the database's clock. */
export interface ScorerReport {
  readonly reportedAt: EpochMs;
  /** Age of its oldest record that is not saved yet. */
  readonly lagSeconds: number;
  /** Since when it has not heard of the event log. */
  readonly logAwaySince: EpochMs | null;
  /** Since when nothing could be saved. */
  readonly failingSince: EpochMs | null;
  /** When the log took the newest record that it saved. */
  readonly newestRecordAt: EpochMs | null;
}

/** What can be read in Postgres of how the product does. */
export interface StatusReading {
  /** The database's clock, by which the reports are dated. */
  readonly now: EpochMs;
  readonly readOnly: boolean;
  /** Of the last day. */
  readonly scorers: readonly ScorerReport[];
}

/** How far what the screens can show is behind, and why if it is anybody's fault. */
export interface ServiceState {
  readonly lagSeconds: number;
  readonly trouble: ServiceTrouble | null;
}

export interface ServiceTrouble {
  readonly kind: Trouble['kind'];
  readonly since: EpochMs;
}

/** A scorer that has not reported for this long counts as gone. */
const GONE_AFTER = 10 * SECOND;
/** Below this nobody is told: a batch is in hand. */
const LATE_FROM_SECONDS = 10;
/** One commit that has to be tried again is no trouble yet. */
const FAILING_FROM = 5 * SECOND;
/** A hospital's wards chart more often than this, day and night. */
const SILENT_AFTER = 60 * MINUTE;

/** How things stand by what was read just now; `now` and the answer are of the reading's clock. */
export function judgeService({ now, readOnly, scorers }: StatusReading): ServiceState {
  const alive = scorers.filter(({ reportedAt }) => now - reportedAt <= GONE_AFTER);
  const lagSeconds = lagOf(now, scorers, alive);
  const state = (kind: Trouble['kind'], since: EpochMs): ServiceState => ({
    lagSeconds,
    trouble: { kind, since },
  });
  const failing = earliest(alive.map(({ failingSince }) => failingSince));
  if (failing !== null && now - failing > FAILING_FROM) return state('cannot-save', failing);
  if (alive.length === 0) {
    const last = latest(scorers.map(({ reportedAt }) => reportedAt));
    return state(readOnly ? 'cannot-save' : 'not-taking-in', last ?? now);
  }
  if (readOnly) return state('cannot-save', now);
  const away = earliest(alive.map(({ logAwaySince }) => logAwaySince));
  if (away !== null) return state('no-data', away);
  if (lagSeconds > LATE_FROM_SECONDS) return state('catching-up', now - lagSeconds * SECOND);
  const newest = latest(scorers.map(({ newestRecordAt }) => newestRecordAt));
  if (newest !== null && now - newest > SILENT_AFTER) return state('quiet', newest);
  return { lagSeconds, trouble: null };
}

/** Postgres could not be read since then: what has come meanwhile is neither saved nor shown. */
export function judgeUnread(since: EpochMs, now: EpochMs): ServiceState {
  return {
    lagSeconds: Math.max(0, (now - since) / SECOND),
    trouble: { kind: 'cannot-save', since },
  };
}

/** With nobody alive at least the silence of the last one; an event log that is away may hold anything since. */
function lagOf(now: EpochMs, all: readonly ScorerReport[], alive: readonly ScorerReport[]): number {
  if (alive.length === 0) {
    const last = all.toSorted((a, b) => b.reportedAt - a.reportedAt)[0];
    return last ? last.lagSeconds + (now - last.reportedAt) / SECOND : 0;
  }
  return Math.max(
    0,
    ...alive.map(({ lagSeconds, logAwaySince }) =>
      Math.max(lagSeconds, logAwaySince === null ? 0 : (now - logAwaySince) / SECOND),
    ),
  );
}

function earliest(times: readonly (EpochMs | null)[]): EpochMs | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function latest(times: readonly (EpochMs | null)[]): EpochMs | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.max(...known);
}
