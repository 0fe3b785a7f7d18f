import type { Kafka } from 'kafkajs';
import {
  EventLog,
  type LogConsumer,
  type LogHealth,
  type LogPosition,
  type LogSubscription,
  type NewLogRecord,
} from '../pipeline/event-log.ts';
import { type BackOffSettings, DEFAULT_BACK_OFF } from './back-off.ts';
import { CheckedProducer } from './checked-producer.ts';
import { KafkaAdmin } from './kafka-admin.ts';
import { kafkaClient, type SaslSettings } from './kafka-connection.ts';
import { type FetchLimits, KafkaMember, type KafkaTimings } from './kafka-member.ts';
import { partitionOfKey } from './murmur2.ts';
import { messageOf, type Report, silent } from './report.ts';

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

const DEFAULT_LIMITS: FetchLimits = {
  records: 1_000,
  bytes: 16 * 1024 * 1024,
  bytesPerPartition: 1024 * 1024,
  fetchBytes: 8 * 1024 * 1024,
};

/** Apache Kafka, by kafkajs. */
export class KafkaEventLog extends EventLog {
  readonly #settings: Required<KafkaEventLogSettings>;
  readonly #kafka: Kafka;
  readonly #admin: KafkaAdmin;
  readonly #producer: CheckedProducer;
  readonly #members = new Set<KafkaMember>();
  readonly #counts = new Map<string, number>();
  #partitions: number;
  #rotation = 0;
  #failure: string | null = null;

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
    this.#partitions = settings.partitions;
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
      const positions = await this.#producer.append(placed);
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
    const member = new KafkaMember({
      ...this.#settings,
      kafka: this.#kafka,
      admin: this.#admin,
      groupId: `${this.#settings.topicPrefix}-scorer`,
      topics,
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
    this.#partitions = await this.#admin.ensure(topics, this.#settings.partitions);
    for (const topic of topics) this.#counts.set(topic, this.#partitions);
  }

  override health(): LogHealth {
    const unwell = [...this.#members].find((member) => !member.health.connected);
    if (unwell !== undefined) return unwell.health;
    if (this.#failure !== null) return { connected: false, detail: this.#failure };
    const [first] = this.#members;
    return { connected: true, detail: first?.health.detail ?? 'kafka' };
  }

  override async close(): Promise<void> {
    await Promise.all([...this.#members].map((member) => member.stop()));
    this.#members.clear();
    await this.#producer.close();
    await this.#admin.close();
  }

  #place(record: NewLogRecord): number {
    const partitions = this.#counts.get(record.topic);
    if (partitions === undefined) throw new Error(`topic ${record.topic} does not exist`);
    if (record.key !== null) return partitionOfKey(record.key, partitions);
    this.#rotation += 1;
    return this.#rotation % partitions;
  }

  async #learn(topics: readonly string[]): Promise<void> {
    const unknown = [...new Set(topics)].filter((topic) => !this.#counts.has(topic));
    if (unknown.length === 0) return;
    for (const [topic, count] of await this.#admin.partitions(unknown)) {
      this.#counts.set(topic, count);
    }
  }
}
