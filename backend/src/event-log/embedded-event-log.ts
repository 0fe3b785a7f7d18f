import type { EpochMs } from '@endwatch/clinical';
import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import {
  EventLog,
  type LogConsumer,
  type LogHealth,
  type LogPosition,
  type LogSubscription,
  type NewLogRecord,
  type NextOffset,
} from '../pipeline/event-log.ts';
import { type BackOffSettings, DEFAULT_BACK_OFF } from './back-off.ts';
import { EmbeddedAppender } from './embedded-appender.ts';
import { EmbeddedMember } from './embedded-member.ts';
import type { ReadLimits } from './embedded-reader.ts';
import { LogBook } from './log-book.ts';
import { type Report, silent } from './report.ts';
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
  readonly #book: LogBook;
  #partitions: number;

  constructor(settings: EmbeddedEventLogSettings) {
    super();
    this.#settings = {
      limits: DEFAULT_LIMITS,
      backOff: DEFAULT_BACK_OFF,
      report: silent,
      ...settings,
    };
    this.#book = new LogBook('embedded', (topics) => this.#count(topics));
    this.#partitions = settings.partitions;
    this.#appender = new EmbeddedAppender(settings.pool, CHANNEL);
  }

  /** Of the topics that `ensureTopics` saw. */
  get partitions(): number {
    return this.#partitions;
  }

  override append(records: readonly NewLogRecord[]): Promise<readonly LogPosition[]> {
    return this.#book.append(records, (placed) => this.#appender.append(placed));
  }

  override consume(topics: readonly string[], consumer: LogConsumer): Promise<LogSubscription> {
    const member = new EmbeddedMember({
      ...this.#settings,
      group: `${this.#settings.topicPrefix}-scorer`,
      channel: CHANNEL,
      member: randomInt(1, 2 ** 31 - 1),
      topics,
      partitions: this.#partitions,
      consumer,
    });
    return this.#book.join(member);
  }

  override async ensureTopics(
    topics: readonly string[],
    others: readonly string[] = [],
  ): Promise<void> {
    this.#book.forgetTopics();
    const all = [...topics, ...others];
    const existing = await this.#count(all);
    this.#partitions = agreedPartitions(topics, existing, this.#settings.partitions);
    await this.#settings.pool.query(
      `insert into log_partition (topic, partition)
       select topic, partition from unnest($1::text[]) as t(topic), generate_series(0, $2::int - 1) as g(partition)
       on conflict do nothing`,
      [all.filter((topic) => !existing.has(topic)), this.#partitions],
    );
    // Somebody else may have created them at the same moment, otherwise.
    agreedPartitions(topics, await this.#count(topics), this.#partitions);
  }

  /**
   * Removes records the log took before `before`, consumed or not, as a Kafka topic's retention does; resolves with their number. Offsets go on
   * from where they were.
   */
  async prune(before: EpochMs): Promise<number> {
    const { rowCount } = await this.#settings.pool.query(
      'delete from log_record where at < to_timestamp($1::double precision / 1000)',
      [before],
    );
    return rowCount ?? 0;
  }

  override async ends(topics: readonly string[]): Promise<readonly NextOffset[]> {
    const { rows } = await this.#book.noting(() =>
      this.#settings.pool.query<{ topic: string; partition: number; next_offset: string }>(
        'select topic, partition, next_offset from log_partition where topic = any($1::text[])',
        [topics],
      ),
    );
    return rows.map(({ topic, partition, next_offset: next }) => ({
      ...{ topic, partition, offset: BigInt(next) },
    }));
  }

  override health(): LogHealth {
    return this.#book.health();
  }

  override close(): Promise<void> {
    return this.#book.stopMembers();
  }

  async #count(topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.#settings.pool.query<{ topic: string; partitions: number }>(
      'select topic, count(*)::int as partitions from log_partition where topic = any($1::text[]) group by topic',
      [topics],
    );
    return new Map(rows.map((row) => [row.topic, row.partitions]));
  }
}
