import type { EpochMs } from '@endwatch/clinical';
import type { BatchOutcome, LogBatch, LogSlice } from '../pipeline/event-log.ts';
import type { Clock } from '../pipeline/ports.ts';

/**
 * How far this process is behind the log, in seconds: the age of the oldest record that is not yet committed. What has not been fetched is
 * known by the partition's newest offset, and is at least as young as the last record committed there.
 */
export class LagWatch {
  /** `topic/partition` → when the last committed record of a partition that has more was taken by the log. */
  readonly #behind = new Map<string, EpochMs>();
  #oldestInHand: EpochMs | null = null;

  assigned(partitions: readonly number[]): void {
    const owned = new Set(partitions);
    for (const key of this.#behind.keys()) {
      if (!owned.has(Number(key.slice(key.lastIndexOf('/') + 1)))) this.#behind.delete(key);
    }
  }

  async during(
    batch: LogBatch,
    clock: Clock,
    handle: () => Promise<BatchOutcome>,
  ): Promise<BatchOutcome> {
    const oldest = batch.slices.flatMap(({ records }) => records[0]?.timestamp ?? []);
    // A retried batch keeps counting from its first record.
    if (oldest.length > 0) this.#oldestInHand = Math.min(...oldest, clock.now());
    const outcome = await handle();
    this.#oldestInHand = null;
    if (outcome === 'committed') for (const slice of batch.slices) this.#committed(slice);
    return outcome;
  }

  seconds(now: EpochMs): number {
    const since = [...this.#behind.values()];
    if (this.#oldestInHand !== null) since.push(this.#oldestInHand);
    return since.length === 0 ? 0 : Math.max(0, (now - Math.min(...since)) / 1000);
  }

  #committed(slice: LogSlice): void {
    const key = `${slice.topic}/${slice.partition}`;
    const newest = slice.records.at(-1);
    if (slice.highWatermark > slice.to && newest) this.#behind.set(key, newest.timestamp);
    else this.#behind.delete(key);
  }
}
