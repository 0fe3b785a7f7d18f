import type {
  Consumer,
  ConsumerGroupJoinEvent,
  ConsumerStartBatchProcessEvent,
  EachBatchPayload,
  Kafka,
} from 'kafkajs';
import { setTimeout as wait } from 'node:timers/promises';
import { coPartition } from './co-partition.ts';
import type { Skipped } from './kafka-cursors.ts';
import type { PileLimits } from './pile.ts';
import { messageOf } from './report.ts';

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

export interface SessionSettings {
  readonly kafka: Kafka;
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly timings: KafkaTimings;
  readonly limits: FetchLimits;
}

/** What happens during a session; all are called by kafkajs, `joined` before the first fetch of a generation, without waiting. */
export interface SessionEvents {
  readonly joined: (consumer: Consumer, event: ConsumerGroupJoinEvent) => void;
  readonly batch: (payload: EachBatchPayload) => Promise<void>;
  /** Something without records was fetched. */
  readonly skipped: (skipped: Skipped) => void;
  /** A broker answered anything at all. */
  readonly answered: () => void;
  /** Stopping: what is waited for before the partitions are given back. */
  readonly finished: () => Promise<void>;
}

/** More topic-partitions than one fetch brings: each batch of a fetch must arrive without waiting for another. */
const CONCURRENT_BATCHES = 1_024;
const DISCONNECT_WITHIN_MS = 3_000;

/**
 * One kafkajs consumer, from connecting until it crashes or `stop` aborts; resolves with the reason. kafkajs itself does not restart it: it
 * does so for some errors only.
 */
export async function runSession(
  settings: SessionSettings,
  events: SessionEvents,
  stop: AbortSignal,
): Promise<string> {
  const consumer = newConsumer(settings);
  const over = Promise.withResolvers<string>();
  const stopped = (): void => {
    over.resolve('stopped');
  };
  stop.addEventListener('abort', stopped);
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    over.resolve(messageOf(payload.error));
  });
  listen(consumer, events);
  const unwatch = whenClockIsSetBack(settings.timings, () => {
    over.resolve('the clock was set back');
  });
  try {
    // A broker that is away is waited for, but not by a process that is to leave.
    await Promise.race([begin(consumer, settings, events), over.promise]);
    const why = await over.promise;
    await events.finished();
    return why;
  } catch (error) {
    return messageOf(error);
  } finally {
    unwatch();
    stop.removeEventListener('abort', stopped);
    await within(DISCONNECT_WITHIN_MS, consumer.disconnect());
  }
}

async function begin(
  consumer: Consumer,
  { topics }: SessionSettings,
  { batch }: SessionEvents,
): Promise<void> {
  await consumer.connect();
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: CONCURRENT_BATCHES,
    eachBatch: batch,
  });
}

function listen(consumer: Consumer, events: SessionEvents): void {
  consumer.on(consumer.events.GROUP_JOIN, (event) => {
    events.joined(consumer, event);
  });
  consumer.on(consumer.events.REQUEST, events.answered);
  consumer.on(consumer.events.START_BATCH_PROCESS, ({ payload }) => {
    if (payload.batchSize === 0) events.skipped(skippedOf(payload));
  });
}

/** `firstOffset` is null, whatever the types say, where all that was fetched lies before what was asked for. */
function skippedOf({
  topic,
  partition,
  ...offsets
}: ConsumerStartBatchProcessEvent['payload']): Skipped {
  const last = BigInt(offsets.lastOffset);
  const first = offsets.firstOffset as string | null;
  return {
    ...{ topic, partition, last, first: first === null ? last : BigInt(first) },
    highWatermark: BigInt(offsets.highWatermark),
  };
}

/**
 * kafkajs times its heartbeats by the wall clock: set back by ten minutes it would send none for as long, and lose its partitions without
 * being told. A new consumer begins with the new time.
 */
function whenClockIsSetBack(
  { sessionMs, heartbeatMs }: KafkaTimings,
  tell: () => void,
): () => void {
  const ahead = (): number => Date.now() - performance.now();
  let most = ahead();
  const timer = setInterval(() => {
    most = Math.max(most, ahead());
    if (most - ahead() > sessionMs / 3) tell();
  }, heartbeatMs);
  return () => {
    clearInterval(timer);
  };
}

function newConsumer({ kafka, groupId, timings, limits }: SessionSettings): Consumer {
  return kafka.consumer({
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
