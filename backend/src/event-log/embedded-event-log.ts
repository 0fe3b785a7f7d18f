import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import {
  EventLog,
  type LogConsumer,
  type LogHealth,
  type LogPosition,
  type LogSubscription,
  type NewLogRecord,
} from '../pipeline/event-log.ts';
import { type BackOffSettings, DEFAULT_BACK_OFF } from './back-off.ts';
import { EmbeddedAppender } from './embedded-appender.ts';
import { EmbeddedMember } from './embedded-member.ts';
import type { ReadLimits } from './embedded-reader.ts';
import { partitionOfKey } from './murmur2.ts';
import { messageOf, type Report, silent } from './report.ts';
import { agreedPartitions } from './topic-partitions.ts';

export interface EmbeddedEventLogSettings {
  /** For appending and reading; EMBEDDED_LOG_SCHEMA has been run on it. Not closed by the log. */
  readonly pool: Pool;
  /** The same database, for the one session that listens and holds locks. */
  readonly databaseUrl: string;
  readonly topicPrefix: string;
  /** Of topics that do not exist yet. */
  readonly partitions: number;
  readonly limits?: ReadLimits;
  readonly backOff?: BackOffSettings;
  readonly report?: Report;
}

const CHANNEL = 'endwatch_log';
const DEFAULT_LIMITS: ReadLimits = { records: 1_000, bytes: 8 * 1024 * 1024 };

/** The log as an append-only table: one box, a demonstration, most tests. Several processes may share it. */
export class EmbeddedEventLog extends EventLog {
  readonly #settings: Required<EmbeddedEventLogSettings>;
  readonly #appender: EmbeddedAppender;
  readonly #members = new Set<EmbeddedMember>();
  readonly #counts = new Map<string, number>();
  #partitions: number;
  #rotation = 0;
  #failure: string | null = null;

  constructor(settings: EmbeddedEventLogSettings) {
    super();
    this.#settings = {
      limits: DEFAULT_LIMITS,
      backOff: DEFAULT_BACK_OFF,
      report: silent,
      ...settings,
    };
    this.#partitions = settings.partitions;
    this.#appender = new EmbeddedAppender(settings.pool, CHANNEL);
  }

  /** Of the topics that `ensureTopics` saw. */
  get partitions(): number {
    return this.#partitions;
  }

  override async append(records: readonly NewLogRecord[]): Promise<readonly LogPosition[]> {
    if (records.length === 0) return [];
    try {
      await this.#learn(records.map((record) => record.topic));
      const placed = records.map((record) => ({ ...record, partition: this.#place(record) }));
      const positions = await this.#appender.append(placed);
      this.#failure = null;
      return positions;
    } catch (error) {
      this.#failure = messageOf(error);
      throw error;
    }
  }

  override async consume(
    topics: readonly string[],
    consumer: LogConsumer,
  ): Promise<LogSubscription> {
    const member = new EmbeddedMember({
      ...this.#settings,
      group: `${this.#settings.topicPrefix}-scorer`,
      channel: CHANNEL,
      member: randomInt(1, 2 ** 31 - 1),
      topics,
      partitions: this.#partitions,
      consumer,
    });
    this.#members.add(member);
    await member.joined;
    return {
      stop: async () => {
        await member.stop();
        this.#members.delete(member);
      },
    };
  }

  override async ensureTopics(topics: readonly string[]): Promise<void> {
    this.#counts.clear();
    await this.#read(topics);
    this.#partitions = agreedPartitions(topics, this.#counts, this.#settings.partitions);
    const missing = topics.filter((topic) => !this.#counts.has(topic));
    await this.#settings.pool.query(
      `insert into log_partition (topic, partition)
       select topic, partition from unnest($1::text[]) as t(topic), generate_series(0, $2::int - 1) as g(partition)
       on conflict do nothing`,
      [missing, this.#partitions],
    );
    await this.#read(topics);
  }

  override health(): LogHealth {
    const unwell = [...this.#members].find((member) => !member.health.connected);
    if (unwell !== undefined) return unwell.health;
    if (this.#failure !== null) return { connected: false, detail: this.#failure };
    const [first] = this.#members;
    return { connected: true, detail: first?.health.detail ?? 'embedded' };
  }

  override async close(): Promise<void> {
    await Promise.all([...this.#members].map((member) => member.stop()));
    this.#members.clear();
  }

  #place(record: NewLogRecord): number {
    const partitions = this.#counts.get(record.topic);
    if (partitions === undefined) throw new Error(`topic ${record.topic} does not exist`);
    if (record.key !== null) return partitionOfKey(record.key, partitions);
    this.#rotation += 1;
    return this.#rotation % partitions;
  }

  async #learn(topics: readonly string[]): Promise<void> {
    const unknown = topics.filter((topic) => !this.#counts.has(topic));
    if (unknown.length > 0) await this.#read(unknown);
  }

  async #read(topics: readonly string[]): Promise<void> {
    const { rows } = await this.#settings.pool.query<{ topic: string; partitions: number }>(
      'select topic, count(*)::int as partitions from log_partition where topic = any($1::text[]) group by topic',
      [topics],
    );
    for (const row of rows) this.#counts.set(row.topic, row.partitions);
  }
}
