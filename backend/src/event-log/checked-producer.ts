import {
  type Kafka,
  type Message,
  Partitioners,
  type Producer,
  type RecordMetadata,
} from 'kafkajs';
import type { LogPosition, TopicPartition } from '../pipeline/event-log.ts';
import type { PlacedRecord } from './topic-partitions.ts';

interface Waiting {
  readonly record: PlacedRecord;
  readonly resolve: (position: LogPosition) => void;
  readonly reject: (error: unknown) => void;
}

/** A producer and how many sends still count on it. */
interface Holder {
  readonly producer: Producer;
  readonly connected: Promise<void>;
  sends: number;
  discarded: boolean;
}

export interface ProducerLimits {
  /** Of one request: below the smallest `max.message.bytes` in use, or a single record. */
  readonly requestBytes: number;
  readonly requestRecords: number;
  /** Of everything that waits: what comes on top is refused at once. */
  readonly queuedBytes: number;
}

const DEFAULT_LIMITS: ProducerLimits = {
  requestBytes: 512 * 1024,
  requestRecords: 2_000,
  queuedBytes: 64 * 1024 * 1024,
};

/**
 * What acknowledges to a sender must go through here. kafkajs resolves a send over several partitions although one of them was never sent,
 * when its leader moves to a broker that already answered; and after a rejected send its idempotent sequence may be wrong. So: one partition
 * for each request, the answer compared with what was sent, plain (not idempotent) requests with `acks: all`, one at a time for each
 * partition, and a producer that rejected anything is never used again. A rejected append may have reached the log all the same.
 */
export class CheckedProducer {
  readonly #kafka: Kafka;
  readonly #limits: ProducerLimits;
  readonly #lanes = new Map<string, Waiting[]>();
  #holder: Holder | null = null;
  #queuedBytes = 0;
  #closed = false;

  constructor(kafka: Kafka, limits: ProducerLimits = DEFAULT_LIMITS) {
    this.#kafka = kafka;
    this.#limits = limits;
  }

  /** Positions in the order of `records`. Rejects, after every request has ended, when any record is not known to be stored. */
  async append(records: readonly PlacedRecord[]): Promise<readonly LogPosition[]> {
    if (this.#closed) throw new Error('the producer is closed');
    const bytes = records.reduce((sum, record) => sum + record.value.length, 0);
    if (this.#queuedBytes > 0 && this.#queuedBytes + bytes > this.#limits.queuedBytes) {
      throw new Error('the event log has too much waiting to be written');
    }
    this.#queuedBytes += bytes;
    const results = await Promise.allSettled(records.map((record) => this.#enqueue(record)));
    this.#queuedBytes -= bytes;
    return results.map((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    });
  }

  /** Connects, so that the first record need not wait for it. */
  async connect(): Promise<void> {
    const holder = this.#current();
    await holder.connected.catch((error: unknown) => {
      this.#discard(holder);
      throw error;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const holder = this.#holder;
    this.#holder = null;
    await holder?.producer.disconnect().catch(() => undefined);
  }

  #enqueue(record: PlacedRecord): Promise<LogPosition> {
    return new Promise((resolve, reject) => {
      const name = laneName(record);
      const lane = this.#lanes.get(name);
      const waiting = { record, resolve, reject };
      if (lane !== undefined) {
        lane.push(waiting);
        return;
      }
      this.#lanes.set(name, [waiting]);
      // The rest of the same append joins the first request.
      queueMicrotask(() => void this.#drain(name));
    });
  }

  async #drain(name: string): Promise<void> {
    const lane = this.#lanes.get(name) ?? [];
    while (lane.length > 0) {
      const group = this.#takeRequest(lane);
      try {
        const base = await this.#send(group.map((waiting) => waiting.record));
        group.forEach(({ record, resolve }, index) => {
          const { topic, partition } = record;
          resolve({ topic, partition, offset: base + BigInt(index) });
        });
      } catch (error) {
        // What waits behind would only wait as long again, and overtake what must be sent anew.
        for (const waiting of [...group, ...lane.splice(0)]) waiting.reject(error);
      }
    }
    this.#lanes.delete(name);
  }

  #takeRequest(lane: Waiting[]): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { record } of lane) {
      bytes += record.value.length + (record.key?.length ?? 0) * 3 + 256;
      if (
        count > 0 &&
        (bytes > this.#limits.requestBytes || count >= this.#limits.requestRecords)
      ) {
        break;
      }
      count += 1;
    }
    return lane.splice(0, count);
  }

  /** Offset of the first record. */
  async #send(records: readonly PlacedRecord[]): Promise<bigint> {
    const [first] = records;
    if (first === undefined) throw new Error('nothing to send');
    const { topic, partition } = first;
    const holder = this.#current();
    holder.sends += 1;
    try {
      await holder.connected;
      const answer = await holder.producer.send({
        topic,
        acks: -1,
        messages: records.map(toMessage),
      });
      return checkedOffset(answer, { topic, partition });
    } catch (error) {
      this.#discard(holder);
      throw error;
    } finally {
      holder.sends -= 1;
      this.#bury(holder);
    }
  }

  #current(): Holder {
    if (this.#closed) throw new Error('the producer is closed');
    if (this.#holder === null) {
      const producer = this.#kafka.producer({
        createPartitioner: Partitioners.DefaultPartitioner,
        allowAutoTopicCreation: false,
        idempotent: false,
        retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 6 },
      });
      const connected = producer.connect();
      connected.catch(() => undefined);
      this.#holder = { producer, connected, sends: 0, discarded: false };
    }
    return this.#holder;
  }

  #discard(holder: Holder): void {
    holder.discarded = true;
    if (this.#holder === holder) this.#holder = null;
    this.#bury(holder);
  }

  /** Not before its other requests have been answered: they may well succeed. */
  #bury(holder: Holder): void {
    if (holder.discarded && holder.sends === 0) {
      holder.producer.disconnect().catch(() => undefined);
    }
  }
}

function laneName({ topic, partition }: TopicPartition): string {
  return `${topic}/${String(partition)}`;
}

function toMessage(record: PlacedRecord): Message {
  return {
    key: record.key,
    value: record.value,
    headers: { ...record.headers },
    partition: record.partition,
  };
}

/** Throws unless the answer is about exactly the partition that was sent, and good. */
export function checkedOffset(answer: readonly RecordMetadata[], sent: TopicPartition): bigint {
  const [only, ...others] = answer;
  const matches =
    only?.topicName === sent.topic && only.partition === sent.partition && others.length === 0;
  if (!matches || only.errorCode !== 0 || only.baseOffset === undefined) {
    throw new Error(`no acknowledgement for ${laneName(sent)}`);
  }
  const offset = BigInt(only.baseOffset);
  if (offset < 0n) throw new Error(`no position for ${laneName(sent)}`);
  return offset;
}
