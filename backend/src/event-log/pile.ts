import type { LogBatch, LogRecord, LogSlice, TopicPartition } from '../pipeline/event-log.ts';

export interface PileLimits {
  /** Of one micro-batch, and of what may wait for the next. */
  readonly records: number;
  /** Bytes of values that may wait; one fetch may come on top. */
  readonly bytes: number;
}

/** Slices that were fetched while a batch is in hand; they form the next. At most one for each topic-partition. */
export class Pile {
  readonly #limits: PileLimits;
  readonly #slices = new Map<string, LogSlice>();
  #records = 0;
  #bytes = 0;

  constructor(limits: PileLimits) {
    this.#limits = limits;
  }

  get empty(): boolean {
    return this.#slices.size === 0;
  }

  /** Nothing more should be fetched until something was taken. */
  get full(): boolean {
    return this.#records >= this.#limits.records || this.#bytes >= this.#limits.bytes;
  }

  /** `slice.from` must be where the last slice of that topic-partition ended. */
  add(slice: LogSlice): void {
    const key = placeOf(slice);
    const before = this.#slices.get(key);
    const joined =
      before === undefined
        ? slice
        : { ...slice, from: before.from, records: [...before.records, ...slice.records] };
    this.#slices.set(key, joined);
    this.#count(slice.records, 1);
  }

  /** The next micro-batch, oldest slices first; a slice that would pass the limit is cut, its rest stays in front. */
  take(): LogBatch {
    const slices: LogSlice[] = [];
    let room = this.#limits.records;
    for (const [key, slice] of this.#slices) {
      if (room <= 0) break;
      const rest = cut(slice, room);
      const taken = rest === null ? slice : { ...slice, ...upTo(slice, rest) };
      if (rest === null) this.#slices.delete(key);
      else this.#slices.set(key, rest);
      slices.push(taken);
      this.#count(taken.records, -1);
      room -= Math.max(1, taken.records.length);
    }
    return { slices };
  }

  clear(): void {
    this.#slices.clear();
    this.#records = 0;
    this.#bytes = 0;
  }

  #count(records: readonly LogRecord[], sign: 1 | -1): void {
    this.#records += sign * records.length;
    for (const record of records) this.#bytes += sign * record.value.length;
  }
}

/** What is left of `slice` after its first `room` records; null when nothing is. */
function cut(slice: LogSlice, room: number): LogSlice | null {
  const next = slice.records[room];
  if (next === undefined) return null;
  return { ...slice, from: next.offset, records: slice.records.slice(room) };
}

function upTo(slice: LogSlice, rest: LogSlice): Pick<LogSlice, 'to' | 'records'> {
  const records = slice.records.slice(0, slice.records.length - rest.records.length);
  return { to: rest.from, records };
}

export function placeOf({ topic, partition }: TopicPartition): string {
  return `${topic}/${partition}`;
}
