import { SECOND, type EpochMs } from '@endwatch/clinical';
import { isCanary } from '../domain/canary/canary.ts';
import type { BatchOutcome, LogBatch, LogSlice, NextOffset } from '../pipeline/event-log.ts';
import type { Clock } from '../pipeline/ports.ts';

export interface StreamLag {
  /** In the log, not yet saved. */
  readonly records: number;
  /** Age of the oldest of them. */
  readonly seconds: number;
}

/** What is known of one topic-partition. */
interface Place {
  readonly topic: string;
  readonly partition: number;
  /** Next offset to be saved. */
  saved: bigint;
  /** Next offset that the log will give. */
  end: bigint;
  /** Not later than this the log took the oldest record that is not saved; null when there is none. */
  waitingSince: EpochMs | null;
}

/**
 * How far this process is behind the log: the records that are not saved yet, and the age of the oldest. What has not been fetched is known by
 * the log's newest offset, and is at least as young as the last record saved there.
 */
export class LagWatch {
  readonly #places = new Map<string, Place>();
  /** By topic: the oldest record of the batch in hand. */
  #inHand = new Map<string, EpochMs>();
  #failingSince: EpochMs | null = null;
  #newest: EpochMs | null = null;

  /** Since when nothing could be saved; null when the last batch was. */
  get failingSince(): EpochMs | null {
    return this.#failingSince;
  }

  /** When the log took the newest record that was saved. */
  get newestRecordAt(): EpochMs | null {
    return this.#newest;
  }

  assigned(partitions: readonly number[]): void {
    const owned = new Set(partitions);
    for (const [key, { partition }] of this.#places) {
      if (!owned.has(partition)) this.#places.delete(key);
    }
    // A batch that was not finished is somebody else's, or comes again.
    this.#inHand = new Map();
    this.#failingSince = null;
  }

  /** Offsets from which this process goes on. */
  begins(stored: readonly NextOffset[]): void {
    for (const { topic, partition, offset } of stored) {
      const key = keyOf({ topic, partition });
      const known = this.#places.get(key);
      const waits = known !== undefined && known.end > offset;
      this.#places.set(key, {
        ...{ topic, partition, saved: offset, end: waits ? known.end : offset },
        waitingSince: waits ? known.waitingSince : null,
      });
    }
  }

  /** Where the log ends: told from time to time, so that a standstill shows although nothing is fetched. */
  ends(ends: readonly NextOffset[], now: EpochMs): void {
    for (const next of ends) {
      const place = this.#places.get(keyOf(next));
      if (!place) continue;
      if (next.offset > place.end) place.end = next.offset;
      if (place.end > place.saved) place.waitingSince ??= now;
    }
  }

  async during(
    batch: LogBatch,
    clock: Clock,
    handle: () => Promise<BatchOutcome>,
  ): Promise<BatchOutcome> {
    // A batch that is tried again keeps counting from its first record.
    this.#inHand = oldestByTopic(batch, clock.now());
    let outcome: BatchOutcome;
    try {
      outcome = await handle();
    } catch (error) {
      this.#failingSince ??= clock.now();
      throw error;
    }
    this.#failingSince = null;
    this.#inHand = new Map();
    if (outcome === 'committed') for (const slice of batch.slices) this.#saved(slice, clock.now());
    return outcome;
  }

  /** By topic, those with nothing waiting too. */
  streams(now: EpochMs): ReadonlyMap<string, StreamLag> {
    const streams = new Map<string, StreamLag>();
    for (const { topic, saved, end, waitingSince } of this.#places.values()) {
      const before = streams.get(topic) ?? {
        records: 0,
        seconds: age(this.#inHand.get(topic), now),
      };
      streams.set(topic, {
        records: before.records + Number(end - saved),
        seconds: Math.max(before.seconds, age(waitingSince, now)),
      });
    }
    return streams;
  }

  seconds(now: EpochMs): number {
    const waiting = [...this.#places.values()].map(({ waitingSince }) => waitingSince);
    return [...waiting, ...this.#inHand.values()].reduce<number>(
      (most, since) => Math.max(most, age(since, now)),
      0,
    );
  }

  #saved({ topic, partition, to, highWatermark, records }: LogSlice, now: EpochMs): void {
    const key = keyOf({ topic, partition });
    const known = this.#places.get(key)?.end ?? 0n;
    const end = [known, highWatermark, to].reduce((a, b) => (a > b ? a : b));
    const newest = records.at(-1)?.timestamp ?? null;
    const waitingSince = end > to ? (newest ?? now) : null;
    this.#places.set(key, { topic, partition, saved: to, end, waitingSince });
    // A sender's clock that runs ahead makes nothing newer than now; a test message says nothing about the hospital.
    const theirs = records.findLast(({ key: of }) => of === null || !isCanary(of))?.timestamp;
    if (theirs !== undefined) this.#newest = Math.max(this.#newest ?? 0, Math.min(theirs, now));
  }
}

function oldestByTopic({ slices }: LogBatch, now: EpochMs): Map<string, EpochMs> {
  const oldest = new Map<string, EpochMs>();
  for (const { topic, records } of slices) {
    const [first] = records;
    if (first) oldest.set(topic, Math.min(first.timestamp, oldest.get(topic) ?? now));
  }
  return oldest;
}

function age(since: EpochMs | null | undefined, now: EpochMs): number {
  return since === null || since === undefined ? 0 : Math.max(0, (now - since) / SECOND);
}

function keyOf({ topic, partition }: { topic: string; partition: number }): string {
  return `${topic}/${partition}`;
}
