import type { Batch } from 'kafkajs';
import type { LogRecord, LogSlice, NextOffset, TopicPartition } from '../pipeline/event-log.ts';
import { placeOf } from './pile.ts';

/** Where one topic-partition stands. */
export interface Cursor extends TopicPartition {
  /** What Postgres holds, or will once the slices that were handed over are committed: the next slice begins here. */
  readonly stored: bigint;
  /** Where the next fetch must begin: the same, unless the log no longer has that offset. */
  readonly fetch: bigint;
}

/** Something without records: the records of a transaction that was aborted, the marker of one, compacted records. */
export interface Skipped extends TopicPartition {
  readonly first: bigint;
  readonly last: bigint;
  readonly highWatermark: bigint;
}

type Accepted = LogSlice | 'unready' | 'astray';

/**
 * Which records may be handed over. kafkajs fetches from where it believes it is; after a silent reset (offset out of range) or between two
 * generations of the group that is not where Postgres is, and only this comparison notices.
 */
export class KafkaCursors {
  readonly #cursors = new Map<string, Cursor>();
  /** Where a partition was found astray last: when it happens twice at one place although the log has the offset, it is a hole. */
  readonly #astray = new Map<string, bigint>();

  /** Nothing is accepted until `begin`. */
  clear(): void {
    this.#cursors.clear();
  }

  begin(cursors: readonly Cursor[]): void {
    this.clear();
    for (const cursor of cursors) this.#cursors.set(placeOf(cursor), cursor);
  }

  /**
   * The slice that adds nothing but its end, so that nobody waits for what brings no record; `unready` before `begin` and where it was passed
   * already, `astray` when something lies between.
   */
  skip(skipped: Skipped): Accepted {
    const cursor = this.#cursors.get(placeOf(skipped));
    if (cursor === undefined || skipped.last < cursor.fetch) return 'unready';
    if (skipped.first > cursor.fetch && this.#strays(cursor)) return 'astray';
    return this.#move(cursor, { ...skipped, records: [] });
  }

  /** The slice that `batch` adds; `unready` before `begin`, `astray` when it was not fetched from where it must begin. */
  accept(batch: Batch): Accepted {
    const cursor = this.#cursors.get(placeOf(batch));
    if (cursor === undefined) return 'unready';
    if (BigInt(fetchedOffset(batch)) !== cursor.fetch && this.#strays(cursor)) return 'astray';
    const records = batch.messages
      .map((message) => toRecord(batch, message))
      .filter(({ offset }) => offset >= cursor.fetch);
    const highWatermark = BigInt(batch.highWatermark);
    return this.#move(cursor, { last: BigInt(batch.lastOffset()), records, highWatermark });
  }

  /** True the first time at one place. */
  #strays(cursor: Cursor): boolean {
    const place = placeOf(cursor);
    if (this.#astray.get(place) === cursor.fetch) return false;
    this.#astray.set(place, cursor.fetch);
    return true;
  }

  #move(
    cursor: Cursor,
    {
      last,
      records,
      highWatermark,
    }: Pick<Skipped, 'last' | 'highWatermark'> & Pick<LogSlice, 'records'>,
  ): LogSlice {
    const { topic, partition, stored, fetch } = cursor;
    const to = last + 1n > fetch ? last + 1n : fetch;
    this.#cursors.set(placeOf(cursor), { ...cursor, stored: to, fetch: to });
    return { topic, partition, from: stored, to, records, highWatermark };
  }
}

/** kafkajs has it, its types do not. */
function fetchedOffset(batch: Batch): string {
  return (batch as Batch & { readonly fetchedOffset: string | number }).fetchedOffset.toString();
}

function toRecord(batch: Batch, message: Batch['messages'][number]): LogRecord {
  return {
    topic: batch.topic,
    partition: batch.partition,
    offset: BigInt(message.offset),
    key: message.key === null ? null : message.key.toString('utf8'),
    value: message.value ?? Buffer.alloc(0),
    headers: toHeaders(message.headers ?? {}),
    timestamp: Number(message.timestamp),
  };
}

type KafkaHeaders = NonNullable<Batch['messages'][number]['headers']>;

/** Of a name that comes more than once the last value holds, as for a map. A header may be without value, whatever the types of kafkajs say. */
export function toHeaders(headers: KafkaHeaders): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const last = (Array.isArray(value) ? value.at(-1) : value) as
      Buffer | string | null | undefined;
    if (last !== undefined && last !== null) texts[name.toLowerCase()] = last.toString();
  }
  return texts;
}

/** An offset for every partition asked for: 0 where nothing is stored. */
export function everyOffset(
  owned: readonly TopicPartition[],
  stored: readonly NextOffset[],
): readonly NextOffset[] {
  const known = new Map(stored.map((next) => [placeOf(next), next.offset]));
  return owned.map((place) => ({ ...place, offset: known.get(placeOf(place)) ?? 0n }));
}
