import type { Kafka } from 'kafkajs';
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
import { CheckedProducer } from './checked-producer.ts';
import { KafkaAdmin } from './kafka-admin.ts';
import { kafkaClient, type SaslSettings } from './kafka-connection.ts';
import { KafkaMember } from './kafka-member.ts';
import type { FetchLimits, KafkaTimings } from './kafka-session.ts';
import { LogBook } from './log-book.ts';
import { type Report, silent } from './report.ts';

export interface KafkaEventLogSettings {
  readonly brokers: readonly string[];
  readonly topicPrefix: string;
  /** Of topics that do not exist yet. */
  readonly partitions: number;
  readonly ssl?: boolean;
  readonly sasl?: SaslSettings | null;
  readonly timings?: KafkaTimings;
  readonly limits?: FetchLimits;
  readonly backOff?: BackOffSettings;
  readonly report?: Report;
}

/** A member that is killed is replaced within 6 s; brokers allow no less by default. */
const DEFAULT_TIMINGS: KafkaTimings = { sessionMs: 6_000, heartbeatMs: 500, maxWaitMs: 100 };

/** The further behind, the larger a batch: patients are rescored, tiles written and scores sent once for each, whatever its size. */
const DEFAULT_LIMITS: FetchLimits = {
  records: 16_000,
  bytes: 32 * 1024 * 1024,
  bytesPerPartition: 1024 * 1024,
  fetchBytes: 8 * 1024 * 1024,
};

/** Apache Kafka, by kafkajs. */
export class KafkaEventLog extends EventLog {
  readonly #settings: Required<KafkaEventLogSettings>;
  readonly #kafka: Kafka;
  readonly #admin: KafkaAdmin;
  readonly #producer: CheckedProducer;
  readonly #book: LogBook;
  #partitions: number;

  constructor(settings: KafkaEventLogSettings) {
    super();
    this.#settings = {
      ssl: false,
      sasl: null,
      timings: DEFAULT_TIMINGS,
      limits: DEFAULT_LIMITS,
      backOff: DEFAULT_BACK_OFF,
      report: silent,
      ...settings,
    };
    const connection = { ...this.#settings, clientId: settings.topicPrefix };
    this.#kafka = kafkaClient(connection, 'patient');
    const brisk = kafkaClient(connection, 'brisk');
    this.#admin = new KafkaAdmin(brisk, this.#settings.report);
    this.#producer = new CheckedProducer(brisk);
    this.#book = new LogBook('kafka', (topics) => this.#admin.partitions(topics));
    this.#partitions = settings.partitions;
  }

  /** Of the topics that `ensureTopics` saw. */
  get partitions(): number {
    return this.#partitions;
  }

  override append(records: readonly NewLogRecord[]): Promise<readonly LogPosition[]> {
    return this.#book.append(records, (placed) => this.#producer.append(placed));
  }

  override consume(topics: readonly string[], consumer: LogConsumer): Promise<LogSubscription> {
    const member = new KafkaMember({
      ...this.#settings,
      kafka: this.#kafka,
      admin: this.#admin,
      groupId: `${this.#settings.topicPrefix}-scorer`,
      topics,
      consumer,
    });
    return this.#book.join(member);
  }

  override async ensureTopics(
    topics: readonly string[],
    others: readonly string[] = [],
  ): Promise<void> {
    this.#book.forgetTopics();
    this.#partitions = await this.#admin.ensure({ topics, others }, this.#settings.partitions);
  }

  override async ends(topics: readonly string[]): Promise<readonly NextOffset[]> {
    return this.#book.noting(() => this.#admin.ends(topics));
  }

  override health(): LogHealth {
    return this.#book.health();
  }

  override async close(): Promise<void> {
    await this.#book.stopMembers();
    await this.#producer.close();
    await this.#admin.close();
  }
}
