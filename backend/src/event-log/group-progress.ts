import type { Consumer } from 'kafkajs';
import type { LogBatch, LogSlice } from '../pipeline/event-log.ts';
import { placeOf } from './pile.ts';

const TELL_EVERY_MS = 1_000;

/**
 * Tells the group what was committed, for tools that show its lag, and for whoever loads a history and waits until it is worked off: the last batch
 * before a pause too. Nothing here ever reads it: Postgres says where to begin.
 */
export class GroupProgress {
  readonly #committed = new Map<string, LogSlice>();
  #lastTold = -Infinity;
  #due: NodeJS.Timeout | null = null;

  forget(): void {
    this.#committed.clear();
    if (this.#due !== null) clearTimeout(this.#due);
    this.#due = null;
  }

  committed(batch: LogBatch, consumer: Consumer | null): void {
    for (const slice of batch.slices)
      this.#committed.set(placeOf(slice), { ...slice, records: [] });
    if (this.#due !== null) return;
    const pause = Math.max(0, this.#lastTold + TELL_EVERY_MS - performance.now());
    this.#due = setTimeout(() => {
      this.#tell(consumer);
    }, pause);
    this.#due.unref();
  }

  #tell(consumer: Consumer | null): void {
    this.#due = null;
    this.#lastTold = performance.now();
    const offsets = [...this.#committed.values()].map(({ topic, partition, to }) => ({
      topic,
      partition,
      offset: to.toString(),
    }));
    consumer?.commitOffsets(offsets).catch(() => undefined);
  }
}
