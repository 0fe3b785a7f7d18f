import type { Admin } from 'kafkajs';

/** How far the readers of the inbound topics are. */
export class WorkedOff {
  readonly #admin: Admin;
  readonly #groupId: string;
  readonly #topics: readonly string[];

  constructor(admin: Admin, { groupId, topics }: { groupId: string; topics: readonly string[] }) {
    this.#admin = admin;
    this.#groupId = groupId;
    this.#topics = topics;
  }

  /** Ends of the topics now, by "topic/partition"; without those that are empty. */
  async ends(): Promise<ReadonlyMap<string, bigint>> {
    const all = await Promise.all(
      this.#topics.map(async (topic) =>
        (await this.#admin.fetchTopicOffsets(topic))
          .filter(({ high, low }) => high !== low)
          .map(({ partition, high }) => [`${topic}/${String(partition)}`, BigInt(high)] as const),
      ),
    );
    return new Map(all.flat());
  }

  /** Whether all before these ends is stored. */
  async isPast(ends: ReadonlyMap<string, bigint>): Promise<boolean> {
    const read = await this.#admin.fetchOffsets({
      ...{ groupId: this.#groupId, topics: [...this.#topics] },
    });
    const stored = new Map(
      read.flatMap(({ topic, partitions }) =>
        partitions.map(({ partition, offset }) => [
          `${topic}/${String(partition)}`,
          BigInt(offset),
        ]),
      ),
    );
    return [...ends].every(([place, end]) => (stored.get(place) ?? -1n) >= end);
  }
}
