import type {
  BatchOutcome,
  LogBatch,
  LogConsumer,
  LogRecord,
  NextOffset,
  TopicPartition,
} from '../../pipeline/event-log.ts';

export interface Committed extends LogRecord {
  readonly member: string;
}

/** What a member does besides committing; each may wait or reject. */
export interface Hooks {
  load?: (partitions: readonly TopicPartition[]) => Promise<void>;
  handle?: (batch: LogBatch) => Promise<void>;
}

export interface Member extends LogConsumer {
  /** What it was told to own, newest last. */
  readonly assignments: readonly (readonly number[])[];
  readonly batches: readonly LogBatch[];
  readonly loads: number;
}

/** Stands for Postgres: offsets that move by compare-and-set together with what was committed, shared by all members. */
export class CasStore {
  readonly committed: Committed[] = [];
  readonly #next = new Map<string, bigint>();
  readonly #waiting = new Set<() => void>();

  /** As another process would that committed up to `offset`. */
  move(place: TopicPartition, offset: bigint): void {
    this.#next.set(placeOf(place), offset);
  }

  next(place: TopicPartition): bigint {
    return this.#next.get(placeOf(place)) ?? 0n;
  }

  /** Resolves when `condition` holds, looked at after every call of any member. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
      });
    }
  }

  values(): string[] {
    return this.committed.map((record) => record.value.toString());
  }

  member(name: string, hooks: Hooks = {}): Member {
    const assignments: (readonly number[])[] = [];
    const batches: LogBatch[] = [];
    let loads = 0;
    return {
      assignments,
      batches,
      get loads() {
        return loads;
      },
      assigned: (partitions) => {
        assignments.push(partitions);
        this.#tell();
      },
      load: async (partitions) => {
        loads += 1;
        this.#tell();
        await hooks.load?.(partitions);
        return partitions.map((place): NextOffset => ({ ...place, offset: this.next(place) }));
      },
      handle: async (batch) => {
        batches.push(batch);
        this.#tell();
        await hooks.handle?.(batch);
        return this.#commit(name, batch);
      },
    };
  }

  #commit(member: string, batch: LogBatch): BatchOutcome {
    const held = batch.slices.every((slice) => this.next(slice) === slice.from);
    if (held) {
      for (const slice of batch.slices) {
        this.#next.set(placeOf(slice), slice.to);
        this.committed.push(...slice.records.map((record) => ({ ...record, member })));
      }
    }
    this.#tell();
    return held ? 'committed' : 'fenced';
  }

  #tell(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}

export function placeOf({ topic, partition }: TopicPartition): string {
  return `${topic}/${partition}`;
}
