import type { Admin, Kafka } from 'kafkajs';
import { setTimeout as wait } from 'node:timers/promises';
import type { NextOffset } from '../pipeline/event-log.ts';
import type { Cursor } from './kafka-cursors.ts';
import { placeOf } from './pile.ts';
import type { Report } from './report.ts';
import { agreedPartitions } from './topic-partitions.ts';

/** Largest record that topics made by Endwatch take: above the 5 MiB that a message may have, with its headers. */
const MAX_MESSAGE_BYTES = 8 * 1024 * 1024;
const VISIBLE_WITHIN_MS = 30_000;
const CONFIRM_AFTER_MS = 1_000;

interface Span {
  readonly low: bigint;
  readonly high: bigint;
}

/** Of `topics` those that exist must have the same number of partitions; `others` any. */
export interface Wanted {
  readonly topics: readonly string[];
  readonly others: readonly string[];
}

/** Questions about topics, over a connection that is made anew after any failure. */
export class KafkaAdmin {
  readonly #kafka: Kafka;
  readonly #report: Report;
  #connection: Promise<Admin> | null = null;

  constructor(kafka: Kafka, report: Report) {
    this.#kafka = kafka;
    this.#report = report;
  }

  async close(): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    await connection?.then((admin) => admin.disconnect()).catch(() => undefined);
  }

  /** Partitions of those topics that exist. */
  async partitions(topics: readonly string[]): Promise<Map<string, number>> {
    return this.#with(async (admin) => {
      const existing = await admin.listTopics();
      const wanted = topics.filter((topic) => existing.includes(topic));
      if (wanted.length === 0) return new Map<string, number>();
      const metadata = await admin.fetchTopicMetadata({ topics: wanted });
      return new Map(metadata.topics.map((topic) => [topic.name, topic.partitions.length]));
    });
  }

  /** Creates what is missing; resolves with the number of partitions once every topic is to be seen. Throws where `topics` differ. */
  async ensure({ topics, others }: Wanted, otherwise: number): Promise<number> {
    const all = [...topics, ...others];
    const existing = await this.partitions(all);
    const numPartitions = agreedPartitions(topics, existing, otherwise);
    const missing = all.filter((topic) => !existing.has(topic));
    if (missing.length === 0) return numPartitions;
    await this.#with((admin) =>
      admin.createTopics({
        waitForLeaders: false,
        topics: missing.map((topic) => ({
          topic,
          numPartitions,
          configEntries: [{ name: 'max.message.bytes', value: String(MAX_MESSAGE_BYTES) }],
        })),
      }),
    ).catch((error: unknown) => {
      // Somebody else may be creating them too; whether they are there is what counts.
      this.#report({
        level: 'warn',
        event: 'kafka.create-topics',
        detail: { error: String(error) },
      });
    });
    await this.#visible(new Map(all.map((topic) => [topic, existing.get(topic) ?? numPartitions])));
    return numPartitions;
  }

  /** Where to begin, from what Postgres says: at that offset, unless the log no longer has it or never had it. */
  async cursors(stored: readonly NextOffset[]): Promise<readonly Cursor[]> {
    let spans = await this.#spans(stored);
    const beyond = (next: NextOffset): boolean => next.offset > spanOf(spans, next).high;
    if (stored.some(beyond)) {
      // A new leader may for a moment not know how far the log goes.
      await wait(CONFIRM_AFTER_MS);
      spans = await this.#spans(stored);
    }
    return stored.map((next) => {
      const span = spanOf(spans, next);
      const inside = next.offset >= span.low && next.offset <= span.high;
      if (!inside) this.#tellOutOfRange(next, span);
      return {
        topic: next.topic,
        partition: next.partition,
        stored: next.offset,
        fetch: inside ? next.offset : span.low,
      };
    });
  }

  /** Where every partition of these topics ends. */
  async ends(topics: readonly string[]): Promise<readonly NextOffset[]> {
    return this.#with(async (admin) => {
      const each = topics.map(async (topic) =>
        (await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => ({
          ...{ topic, partition, offset: BigInt(high) },
        })),
      );
      return (await Promise.all(each)).flat();
    });
  }

  #tellOutOfRange(next: NextOffset, span: Span): void {
    this.#report({
      level: 'error',
      event: next.offset < span.low ? 'kafka.records-expired' : 'kafka.log-shorter-than-stored',
      detail: {
        topic: next.topic,
        partition: next.partition,
        stored: next.offset.toString(),
        first: span.low.toString(),
        end: span.high.toString(),
      },
    });
  }

  async #spans(stored: readonly NextOffset[]): Promise<Map<string, Span>> {
    const topics = [...new Set(stored.map((next) => next.topic))];
    const spans = new Map<string, Span>();
    await this.#with(async (admin) => {
      for (const topic of topics) {
        for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
          spans.set(placeOf({ topic, partition }), { low: BigInt(low), high: BigInt(high) });
        }
      }
    });
    return spans;
  }

  async #visible(partitions: ReadonlyMap<string, number>): Promise<void> {
    const topics = [...partitions.keys()];
    const deadline = performance.now() + VISIBLE_WITHIN_MS;
    for (;;) {
      const answering = await this.#answering(topics).catch(() => new Map<string, number>());
      if (topics.every((topic) => answering.get(topic) === partitions.get(topic))) return;
      if (performance.now() > deadline) {
        throw new Error(`topics were not created within 30 s: ${topics.join(', ')}`);
      }
      await wait(100);
    }
  }

  /** Topic → how many of its partitions answer. A broker is named leader some time before it knows so itself. */
  async #answering(topics: readonly string[]): Promise<Map<string, number>> {
    return this.#with(async (admin) => {
      const counts = new Map<string, number>();
      for (const topic of topics) {
        counts.set(topic, (await admin.fetchTopicOffsets(topic)).length);
      }
      return counts;
    });
  }

  async #with<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    this.#connection ??= this.#connect();
    const connection = this.#connection;
    try {
      return await work(await connection);
    } catch (error) {
      if (this.#connection === connection) this.#connection = null;
      connection.then((admin) => admin.disconnect()).catch(() => undefined);
      throw error;
    }
  }

  async #connect(): Promise<Admin> {
    const admin = this.#kafka.admin();
    await admin.connect();
    return admin;
  }
}

function spanOf(spans: ReadonlyMap<string, Span>, next: NextOffset): Span {
  const span = spans.get(placeOf(next));
  if (span === undefined) throw new Error(`the log has no partition ${placeOf(next)}`);
  return span;
}
