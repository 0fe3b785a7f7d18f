import type { NewLogRecord } from '../pipeline/event-log.ts';
import { partitionOfKey } from './murmur2.ts';

/** A record whose partition is decided. */
export interface PlacedRecord extends NewLogRecord {
  readonly partition: number;
}

/**
 * How many partitions the topics have, or shall have: what exists decides, `otherwise` where none exists. Throws, naming every topic, when
 * those that exist differ: partition n would then not hold the same patients on each.
 */
export function agreedPartitions(
  topics: readonly string[],
  existing: ReadonlyMap<string, number>,
  otherwise: number,
): number {
  const found = topics.flatMap((topic) => {
    const partitions = existing.get(topic);
    return partitions === undefined ? [] : [{ topic, partitions }];
  });
  const first = found[0]?.partitions ?? otherwise;
  if (found.some((one) => one.partitions !== first)) {
    const list = found.map((one) => `${one.topic} has ${String(one.partitions)}`).join(', ');
    throw new Error(`topics must have the same number of partitions: ${list}`);
  }
  return first;
}

/** Which topics are known to exist, and where a record belongs. */
export class TopicDirectory {
  readonly #read: (topics: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  readonly #counts = new Map<string, number>();
  #rotation = 0;

  /** `read` gives the number of partitions of those topics that exist. */
  constructor(read: (topics: readonly string[]) => Promise<ReadonlyMap<string, number>>) {
    this.#read = read;
  }

  forget(): void {
    this.#counts.clear();
  }

  async learn(records: readonly NewLogRecord[]): Promise<void> {
    const unknown = new Set<string>();
    for (const { topic } of records) if (!this.#counts.has(topic)) unknown.add(topic);
    if (unknown.size === 0) return;
    for (const [topic, count] of await this.#read([...unknown])) this.#counts.set(topic, count);
  }

  /** Throws for a topic that does not exist. Records without a key take turns. */
  place(record: NewLogRecord): PlacedRecord {
    const partitions = this.#counts.get(record.topic);
    if (partitions === undefined) throw new Error(`topic ${record.topic} does not exist`);
    if (record.key !== null) {
      return { ...record, partition: partitionOfKey(record.key, partitions) };
    }
    this.#rotation += 1;
    return { ...record, partition: this.#rotation % partitions };
  }
}
