import { setTimeout as wait } from 'node:timers/promises';
import { INBOUND_STREAMS, topicName } from '@endwatch/contracts';
import {
  Kafka,
  logLevel,
  Partitioners,
  type Message as KafkaMessage,
  type Producer,
} from 'kafkajs';
import { logEnds } from '../faults/log-contents.ts';
import { toKafka } from '../simulator/feed-kafka.ts';
import { Load } from '../simulator/load.ts';
import type { Message } from '../simulator/message.ts';

const AT_ONCE = 500;
/** One portion of a steady stream. */
const TICK_MS = 20;

export interface StreamSettings {
  readonly brokers: string;
  readonly prefix: string;
  readonly partitions: number;
  readonly patients: number;
  readonly wards?: number;
  readonly admittedHoursAgo: readonly [least: number, most: number];
}

export interface SteadySettings {
  readonly rate: number;
  readonly seconds: number;
  /** Patients about whom nothing is sent. */
  readonly except?: ReadonlySet<string>;
}

/**
 * Wards as an interface engine shows them to the log: who is there, then the realistic mix in the order of time. A record's time in the log is
 * that of the moment it is said to have been sent at.
 */
export class WardStream {
  readonly #load: Load;
  readonly #settings: StreamSettings;
  readonly #producer: Producer;
  /** Times of the records of each "topic/partition", in the order of their offsets. */
  readonly #book = new Map<string, number[]>();
  #sent = 0;
  #bytes = 0;

  private constructor(settings: StreamSettings, producer: Producer) {
    this.#settings = settings;
    this.#producer = producer;
    this.#load = new Load({ ...settings, seed: 1, startedAt: Date.now() });
  }

  /** Creates the topics. */
  static async open(settings: StreamSettings): Promise<WardStream> {
    const { brokers, prefix, partitions } = settings;
    const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });
    const admin = kafka.admin();
    await admin.connect();
    const topics = topicsOf(prefix).map((topic) => ({ topic, numPartitions: partitions }));
    await admin.createTopics({ topics, waitForLeaders: true });
    await admin.disconnect();
    const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    return new WardStream(settings, producer);
  }

  get prefix(): string {
    return this.#settings.prefix;
  }

  /** Mean size of the messages sent, without headers. */
  get messageBytes(): number {
    return this.#bytes / this.#sent;
  }

  /** The same wards again on topics of their own. */
  beside(): Promise<WardStream> {
    return WardStream.open({ ...this.#settings, prefix: `${this.prefix}-floor` });
  }

  /** Admissions and what the first hours of each stay brought; resolves with how many resources that is. */
  async warm(): Promise<number> {
    return this.#send([...this.#load.admissions(), ...this.#load.firstHours()], Date.now());
  }

  /** `count` records as they came at `rate` a second up to a second ago; resolves with the number of resources. */
  async recent(count: number, rate: number): Promise<number> {
    const end = Date.now() - 1_000;
    let resources = 0;
    for (let from = 0; from < count; from += AT_ONCE) {
      const at = Math.round(end - ((count - from) * 1_000) / rate);
      const messages = this.#load.next(Math.min(AT_ONCE, count - from), at, 1_000 / rate);
      resources += await this.#send(messages, at);
    }
    return resources;
  }

  /** `rate` records a second as time passes, whether or not the ones before are taken yet; resolves with the number of resources. */
  async steady({ rate, seconds, except = new Set() }: SteadySettings): Promise<number> {
    const start = performance.now();
    const open: Promise<number>[] = [];
    let sent = 0;
    for (let n = 1; sent < rate * seconds; n++) {
      await wait(Math.max(0, start + n * TICK_MS - performance.now()));
      const due = Math.min(
        rate * seconds,
        Math.floor((rate * (performance.now() - start)) / 1_000),
      );
      const now = Date.now();
      const messages = this.#load.next(due - sent, now);
      sent = due;
      open.push(
        this.#send(
          messages.filter(({ patientId }) => !except.has(patientId ?? '')),
          now,
        ),
      );
    }
    return (await Promise.all(open)).reduce((sum, each) => sum + each, 0);
  }

  /** Records in the inbound topics: as the broker says, for a repeat after a lost answer is a record too. */
  async inLog(): Promise<number> {
    const { brokers, prefix } = this.#settings;
    const ends = await logEnds(brokers, topicsOf(prefix));
    return ends.reduce((sum, { end }) => sum + Number(end), 0);
  }

  /** Time of the oldest record that is not before these offsets; null when there is none. */
  oldestFrom(offsets: ReadonlyMap<string, number>): number | null {
    const waiting = [...this.#book].flatMap(
      ([place, times]) => times[offsets.get(place) ?? 0] ?? [],
    );
    return waiting.length === 0 ? null : Math.min(...waiting);
  }

  close(): Promise<void> {
    return this.#producer.disconnect();
  }

  async #send(messages: readonly Message[], at: number): Promise<number> {
    for (let from = 0; from < messages.length; from += AT_ONCE) {
      const some = Map.groupBy(messages.slice(from, from + AT_ONCE), ({ stream }) => stream);
      await this.#producer.sendBatch({
        topicMessages: [...some].map(([stream, of]) => ({
          topic: topicName(this.#settings.prefix, stream),
          messages: of.map((message) =>
            this.#placed(topicName(this.#settings.prefix, stream), message, at),
          ),
        })),
      });
    }
    return messages.reduce((total, { resources }) => total + resources.length, 0);
  }

  /** Placed here and not by the producer, so that the book knows where. */
  #placed(topic: string, message: Message, at: number): KafkaMessage {
    const record = toKafka(message);
    const partitionMetadata = Array.from(
      { length: this.#settings.partitions },
      (_, partitionId) => ({
        ...{ partitionId, leader: 1, partitionErrorCode: 0, replicas: [1], isr: [1] },
      }),
    );
    const partition = partitionerOf({ topic, partitionMetadata, message: record });
    const place = `${topic}/${String(partition)}`;
    const times = this.#book.get(place) ?? [];
    times.push(at);
    this.#sent += 1;
    this.#bytes += Buffer.byteLength(record.value ?? '');
    this.#book.set(place, times);
    return { ...record, partition, timestamp: String(at) };
  }
}

/** Kafka's default partitioner, as a function of the key. */
const partitionerOf = Partitioners.DefaultPartitioner();

function topicsOf(prefix: string): string[] {
  return INBOUND_STREAMS.map((stream) => topicName(prefix, stream));
}
