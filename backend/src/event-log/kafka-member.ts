import type { Consumer, ConsumerGroupJoinEvent, EachBatchPayload, Kafka } from 'kafkajs';
import { setTimeout as wait } from 'node:timers/promises';
import type {
  LogBatch,
  LogConsumer,
  LogHealth,
  LogSlice,
  NextOffset,
  TopicPartition,
} from '../pipeline/event-log.ts';
import { BackOff, type BackOffSettings } from './back-off.ts';
import { coPartition } from './co-partition.ts';
import { deliver } from './deliver.ts';
import type { KafkaAdmin } from './kafka-admin.ts';
import { KafkaCursors } from './kafka-cursors.ts';
import { Pile, type PileLimits, placeOf } from './pile.ts';
import { messageOf, type Report } from './report.ts';

export interface KafkaTimings {
  /** How long the group waits for a member that died without a word. */
  readonly sessionMs: number;
  readonly heartbeatMs: number;
  /** How long the broker holds a fetch open when nothing is there. */
  readonly maxWaitMs: number;
}

export interface FetchLimits extends PileLimits {
  readonly bytesPerPartition: number;
  /** Of one fetch from one broker. */
  readonly fetchBytes: number;
}

export interface KafkaMemberSettings {
  readonly kafka: Kafka;
  readonly admin: KafkaAdmin;
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly consumer: LogConsumer;
  readonly timings: KafkaTimings;
  readonly limits: FetchLimits;
  readonly backOff: BackOffSettings;
  readonly report: Report;
}

interface Assignment {
  readonly topic: string;
  readonly partitions: number[];
}

/** More topic-partitions than one fetch brings: each batch of a fetch must reach `eachBatch` without waiting for another. */
const CONCURRENT_BATCHES = 1_024;
const DISCONNECT_WITHIN_MS = 3_000;
const TELL_GROUP_EVERY_MS = 5_000;

/**
 * One member of the scorer group. Fetched batches are piled up and delivered as micro-batches, one at a time, while the next are being
 * fetched; a full pile holds the fetching up (heartbeats go on). Every join of the group, every fenced batch and every fetch that went astray
 * begins a new epoch: what was fetched is dropped, Postgres is asked where to begin.
 */
export class KafkaMember {
  readonly #settings: KafkaMemberSettings;
  readonly #stop = new AbortController();
  readonly #joined = Promise.withResolvers<undefined>();
  readonly #ended: Promise<void>;
  readonly #cursors = new KafkaCursors();
  readonly #pile: Pile;
  readonly #fences: BackOff;
  #consumer: Consumer | null = null;
  #assignment: readonly Assignment[] = [];
  #epoch = new AbortController();
  #delivery: Promise<void> | null = null;
  #room = Promise.withResolvers<undefined>();
  #lastAnswer = -Infinity;
  readonly #committed = new Map<string, LogSlice>();
  #lastTold = 0;
  #detail = 'joining';

  constructor(settings: KafkaMemberSettings) {
    this.#settings = settings;
    this.#pile = new Pile(settings.limits);
    this.#fences = new BackOff(settings.backOff);
    this.#ended = this.#run();
  }

  /** Resolves when the first assignment is being consumed. */
  get joined(): Promise<undefined> {
    return this.#joined.promise;
  }

  get health(): LogHealth {
    const silence = performance.now() - this.#lastAnswer;
    const connected = silence < Math.max(this.#settings.timings.sessionMs, 2_000);
    return { connected, detail: connected ? this.#detail : 'no broker answers' };
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.#newEpoch();
    this.#hold();
    await this.#delivery;
    this.#joined.resolve(undefined);
    await this.#ended;
  }

  async #run(): Promise<void> {
    const backOff = new BackOff(this.#settings.backOff);
    while (!this.#stop.signal.aborted) {
      const error = await this.#session(backOff);
      this.#newEpoch();
      if (this.#stop.signal.aborted) break;
      this.#detail = `consumer failed: ${error}`;
      this.#settings.report({ level: 'warn', event: 'kafka.consumer-lost', detail: { error } });
      await backOff.pause(this.#stop.signal);
    }
    await this.#delivery;
    this.#settings.consumer.assigned([]);
  }

  /** One kafkajs consumer from connecting to its crash or the stop. kafkajs itself does not restart it: not every error counts as retriable there. */
  async #session(backOff: BackOff): Promise<string> {
    const consumer = this.#newConsumer();
    const over = Promise.withResolvers<string>();
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      over.resolve(messageOf(payload.error));
    });
    consumer.on(consumer.events.GROUP_JOIN, (event) => {
      backOff.succeeded();
      this.#onJoin(consumer, event);
    });
    this.#stop.signal.addEventListener('abort', () => {
      over.resolve('stopped');
    });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...this.#settings.topics], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: CONCURRENT_BATCHES,
        eachBatch: (payload) => this.#onBatch(payload),
      });
      const why = await over.promise;
      // Stopping: the batch in hand ends before the partitions are given back.
      await this.#delivery;
      return why;
    } catch (error) {
      return messageOf(error);
    } finally {
      this.#consumer = null;
      await within(DISCONNECT_WITHIN_MS, consumer.disconnect());
    }
  }

  #newConsumer(): Consumer {
    const { kafka, groupId, timings, limits } = this.#settings;
    const consumer = kafka.consumer({
      groupId,
      partitionAssigners: [coPartition],
      sessionTimeout: timings.sessionMs,
      rebalanceTimeout: Math.max(timings.sessionMs, 10_000),
      heartbeatInterval: timings.heartbeatMs,
      maxWaitTimeInMs: timings.maxWaitMs,
      maxBytesPerPartition: limits.bytesPerPartition,
      maxBytes: limits.fetchBytes,
      allowAutoTopicCreation: false,
      retry: {
        initialRetryTime: 100,
        maxRetryTime: 1_000,
        retries: 20,
        restartOnFailure: () => Promise.resolve(false),
      },
    });
    consumer.on(consumer.events.REQUEST, () => {
      this.#lastAnswer = performance.now();
    });
    consumer.on(consumer.events.START_BATCH_PROCESS, ({ payload }) => {
      if (payload.batchSize === 0) this.#cursors.skip(payload, BigInt(payload.lastOffset));
    });
    return consumer;
  }

  /** kafkajs emits this before the first fetch of the generation and does not wait: whatever is not done at once comes too late. */
  #onJoin(consumer: Consumer, { payload }: ConsumerGroupJoinEvent): void {
    this.#consumer = consumer;
    this.#assignment = Object.entries(payload.memberAssignment).map(([topic, partitions]) => ({
      topic,
      partitions,
    }));
    this.#restart('joined');
  }

  #newEpoch(): AbortSignal {
    this.#epoch.abort();
    this.#epoch = new AbortController();
    this.#cursors.clear();
    this.#committed.clear();
    this.#pile.clear();
    this.#makeRoom();
    return this.#epoch.signal;
  }

  /** Drops what was fetched, holds the fetching, and begins again from Postgres. */
  #restart(why: 'joined' | 'fenced' | 'astray'): void {
    const epoch = this.#newEpoch();
    const consumer = this.#consumer;
    if (consumer === null || this.#stop.signal.aborted || !this.#hold()) return;
    this.#settings.report({
      level: why === 'joined' ? 'info' : 'warn',
      event: `kafka.${why}`,
      detail: { topics: this.#assignment.length, partitions: this.#partitions().join(' ') },
    });
    void this.#begin({ why, consumer, epoch });
  }

  /** Fetches nothing more. False when the consumer is not running any more: the session that follows begins with a join. */
  #hold(): boolean {
    try {
      this.#consumer?.pause([...this.#assignment]);
      return true;
    } catch {
      return false;
    }
  }

  async #begin(start: { why: string; consumer: Consumer; epoch: AbortSignal }): Promise<void> {
    const { why, consumer, epoch } = start;
    await this.#delivery;
    if (epoch.aborted) return;
    if (why === 'joined') this.#settings.consumer.assigned(this.#partitions());
    else await this.#fences.pause(epoch);
    const backOff = new BackOff(this.#settings.backOff);
    while (!epoch.aborted) {
      try {
        await this.#seek(consumer, epoch);
        return;
      } catch (error) {
        this.#settings.report({
          level: 'warn',
          event: 'kafka.load-failed',
          detail: { error: messageOf(error) },
        });
        await backOff.pause(epoch);
      }
    }
  }

  async #seek(consumer: Consumer, epoch: AbortSignal): Promise<void> {
    const owned: TopicPartition[] = this.#assignment.flatMap(({ topic, partitions }) =>
      partitions.map((partition) => ({ topic, partition })),
    );
    const cursors = await this.#settings.admin.cursors(
      complete(owned, await this.#settings.consumer.load(owned)),
    );
    if (epoch.aborted) return;
    for (const { topic, partition, fetch } of cursors) {
      consumer.seek({ topic, partition, offset: fetch.toString() });
    }
    this.#cursors.begin(cursors);
    consumer.resume([...this.#assignment]);
    this.#detail = `${this.#partitions().length} partitions`;
    this.#joined.resolve(undefined);
  }

  async #onBatch({ batch, heartbeat, resolveOffset }: EachBatchPayload): Promise<void> {
    const epoch = this.#epoch.signal;
    while (this.#pile.full && !epoch.aborted) {
      await Promise.race([this.#room.promise, wait(this.#settings.timings.heartbeatMs)]);
      await heartbeat();
    }
    if (epoch.aborted) return;
    const slice = this.#cursors.accept(batch);
    if (slice === 'unready') return;
    if (slice === 'astray') {
      this.#restart('astray');
      return;
    }
    this.#pile.add(slice);
    resolveOffset(batch.lastOffset());
    this.#delivery ??= this.#deliver();
  }

  async #deliver(): Promise<void> {
    // The other batches of the same fetch arrive in this turn of the event loop.
    await new Promise(setImmediate);
    while (!this.#pile.empty) {
      const epoch = this.#epoch.signal;
      const batch = this.#pile.take();
      this.#makeRoom();
      const outcome = await deliver(batch, this.#settings, epoch);
      if (epoch.aborted) continue;
      if (outcome === 'fenced') this.#restart('fenced');
      if (outcome === 'committed') this.#tellGroup(batch);
    }
    this.#delivery = null;
  }

  #makeRoom(): void {
    this.#room.resolve(undefined);
    this.#room = Promise.withResolvers();
  }

  /** For tools that show a group's lag; nothing here ever reads it. */
  #tellGroup(batch: LogBatch): void {
    this.#fences.succeeded();
    for (const slice of batch.slices) this.#committed.set(placeOf(slice), slice);
    const now = performance.now();
    if (now - this.#lastTold < TELL_GROUP_EVERY_MS) return;
    this.#lastTold = now;
    const offsets = [...this.#committed.values()].map(({ topic, partition, to }) => ({
      topic,
      partition,
      offset: to.toString(),
    }));
    this.#consumer?.commitOffsets(offsets).catch(() => undefined);
  }

  #partitions(): readonly number[] {
    const numbers = new Set(this.#assignment.flatMap(({ partitions }) => partitions));
    return [...numbers].sort((a, b) => a - b);
  }
}

/** An offset for every partition asked for: 0 where nothing is stored. */
function complete(
  owned: readonly TopicPartition[],
  stored: readonly NextOffset[],
): readonly NextOffset[] {
  const known = new Map(stored.map((next) => [placeOf(next), next.offset]));
  return owned.map((place) => ({ ...place, offset: known.get(placeOf(place)) ?? 0n }));
}

/** A consumer whose broker is gone may take long to say goodbye; the group forgets it by itself. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  const late = new AbortController();
  await Promise.race([
    work.catch(() => undefined),
    wait(ms, undefined, { signal: late.signal }).catch(() => undefined),
  ]);
  late.abort();
}
