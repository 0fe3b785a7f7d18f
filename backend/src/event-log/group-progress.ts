import type { Consumer } from 'kafkajs';
import type { LogBatch, NextOffset } from '../pipeline/event-log.ts';
import type { Cursor } from './kafka-cursors.ts';
import { placeOf } from './pile.ts';

const TELL_EVERY_MS = 1_000;
/** A member that lost a partition while its word was on the way says less than is stored, after the new owner told more. */
const REMIND_EVERY_MS = 30_000;

/**
 * Tells the group where Postgres stands, for tools that show its lag, and for whoever loads a history and waits until it is worked off: when an
 * epoch begins, and after each batch, the last before a pause too. What was not taken is told again. Nothing here ever reads it: Postgres says where to begin.
 */
export class GroupProgress {
  readonly #next = new Map<string, NextOffset>();
  #consumer: Consumer | null = null;
  #lastTold = -Infinity;
  #due: NodeJS.Timeout | null = null;
  #telling = false;
  #news = false;

  forget(): void {
    this.#next.clear();
    this.#consumer = null;
    this.#news = false;
    this.#cancel();
  }

  begin(cursors: readonly Cursor[], consumer: Consumer): void {
    this.forget();
    this.#consumer = consumer;
    // Not what is stored, where the log ends before it: that would count as read.
    for (const { topic, partition, fetch } of cursors) this.#put({ topic, partition }, fetch);
    this.#soon();
  }

  committed(batch: LogBatch): void {
    for (const slice of batch.slices) this.#put(slice, slice.to);
    this.#soon();
  }

  #put({ topic, partition }: Omit<NextOffset, 'offset'>, offset: bigint): void {
    this.#next.set(placeOf({ topic, partition }), { topic, partition, offset });
  }

  #soon(): void {
    if (this.#news) return;
    this.#news = true;
    if (!this.#telling)
      this.#after(Math.max(0, this.#lastTold + TELL_EVERY_MS - performance.now()));
  }

  #after(ms: number): void {
    this.#cancel();
    this.#due = setTimeout(() => {
      void this.#tell();
    }, ms);
    this.#due.unref();
  }

  #cancel(): void {
    if (this.#due !== null) clearTimeout(this.#due);
    this.#due = null;
  }

  async #tell(): Promise<void> {
    const consumer = this.#consumer;
    if (consumer === null) return;
    this.#telling = true;
    this.#news = false;
    this.#lastTold = performance.now();
    const offsets = [...this.#next.values()].map((one) => ({
      ...one,
      offset: one.offset.toString(),
    }));
    const taken = await consumer.commitOffsets(offsets).then(
      () => true,
      () => false,
    );
    this.#telling = false;
    if (this.#consumer === null) return;
    this.#after(taken && !this.#isNew() ? REMIND_EVERY_MS : TELL_EVERY_MS);
  }

  /** Asked anew after the wait; the compiler would take the first answer for good. */
  #isNew(): boolean {
    return this.#news;
  }
}
