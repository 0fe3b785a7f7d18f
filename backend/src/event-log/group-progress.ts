import type { Consumer } from 'kafkajs';
import type { LogBatch, LogSlice } from '../pipeline/event-log.ts';
import { placeOf } from './pile.ts';

const TELL_EVERY_MS = 5_000;

/** Tells the group what was committed, for tools that show its lag. Nothing here ever reads it: Postgres says where to begin. */
export class GroupProgress {
  readonly #committed = new Map<string, LogSlice>();
  #lastTold = 0;

  forget(): void {
    this.#committed.clear();
  }

  committed(batch: LogBatch, consumer: Consumer | null): void {
    for (const slice of batch.slices)
      this.#committed.set(placeOf(slice), { ...slice, records: [] });
    const now = performance.now();
    if (now - this.#lastTold < TELL_EVERY_MS) return;
    this.#lastTold = now;
    const offsets = [...this.#committed.values()].map(({ topic, partition, to }) => ({
      topic,
      partition,
      offset: to.toString(),
    }));
    consumer?.commitOffsets(offsets).catch(() => undefined);
  }
}
