import { setTimeout as wait } from 'node:timers/promises';
import type { EpochMs } from '@endwatch/clinical';
import type { Feed } from './feed.ts';
import type { Message } from './message.ts';

const TICK_MS = 250;
/** History goes out in batches of about this many messages. */
const BATCH = 100;

/** The ward's clock: runs `speed` times as fast as the wall's from `from` on and never ahead of it. */
export interface Clock {
  now(): EpochMs;
}

export function wardClock(from: EpochMs, speed: number, wall: () => EpochMs = Date.now): Clock {
  const began = wall();
  return { now: () => Math.min(wall(), from + (wall() - began) * speed) };
}

export interface HistoryOptions {
  readonly feed: Feed;
  readonly messages: readonly Message[];
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Sends what happened before as fast as it is taken, in order of effective time, so that a board fills from old to new. */
export async function sendHistory({ feed, messages, signal, say }: HistoryOptions): Promise<void> {
  const ordered = [...messages].sort(
    (a, b) => a.effectiveAt - b.effectiveAt || a.sendAt - b.sendAt,
  );
  let told = 0;
  for (let i = 0; i < ordered.length && !signal.aborted; i += BATCH) {
    await feed.send(ordered.slice(i, i + BATCH));
    const done = Math.min(ordered.length, i + BATCH);
    const tenth = Math.floor((10 * done) / ordered.length);
    if (tenth > told) say(`History: ${String(done)} of ${String(ordered.length)} messages`);
    told = tenth;
  }
}

export interface LiveOptions {
  readonly feed: Feed;
  readonly clock: Clock;
  /** Everything sent up to here has gone. */
  readonly from: EpochMs;
  /** Messages to be sent after `from` and up to `to`, in order. */
  readonly between: (from: EpochMs, to: EpochMs) => readonly Message[];
  readonly signal: AbortSignal;
}

/** Sends each message when its time comes, until stopped. What could not be sent while the other side was away follows when it is back. */
export async function sendLive({ feed, clock, from, between, signal }: LiveOptions): Promise<void> {
  let sentTo = from;
  while (!signal.aborted) {
    const now = clock.now();
    const due = between(sentTo, now);
    if (due.length > 0) await feed.send(due);
    sentTo = now;
    await wait(TICK_MS, undefined, { signal }).catch(() => undefined);
  }
}
