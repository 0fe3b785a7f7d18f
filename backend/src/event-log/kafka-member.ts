import type { Consumer, EachBatchPayload } from 'kafkajs';
import { setTimeout as wait } from 'node:timers/promises';
import type { LogConsumer, LogHealth, LogSlice, TopicPartition } from '../pipeline/event-log.ts';
import { BackOff, type BackOffSettings } from './back-off.ts';
import { deliver } from './deliver.ts';
import { GroupProgress } from './group-progress.ts';
import type { KafkaAdmin } from './kafka-admin.ts';
import { everyOffset, KafkaCursors } from './kafka-cursors.ts';
import { runSession, type SessionSettings } from './kafka-session.ts';
import { Pile } from './pile.ts';
import { messageOf, type Report } from './report.ts';

export interface KafkaMemberSettings extends SessionSettings {
  readonly admin: KafkaAdmin;
  readonly consumer: LogConsumer;
  readonly backOff: BackOffSettings;
  readonly report: Report;
}

interface Assignment {
  readonly topic: string;
  readonly partitions: number[];
}

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
  readonly #progress = new GroupProgress();
  readonly #pile: Pile;
  /** A process that lost its partitions without knowing may be fenced again and again until it hears of it. */
  readonly #fences: BackOff;
  #consumer: Consumer | null = null;
  #assignment: readonly Assignment[] = [];
  #epoch = new AbortController();
  #delivery: Promise<void> | null = null;
  #room = Promise.withResolvers<undefined>();
  #lastAnswer = -Infinity;
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
    const stop = this.#stop.signal;
    const backOff = new BackOff(this.#settings.backOff);
    for (;;) {
      const error = await this.#session(backOff);
      this.#consumer = null;
      this.#newEpoch();
      if (stop.aborted) break;
      this.#detail = `consumer failed: ${error}`;
      this.#tell('warn', 'kafka.consumer-lost', { error });
      await backOff.pause(stop);
    }
    await this.#delivery;
    this.#settings.consumer.assigned([]);
  }

  #session(backOff: BackOff): Promise<string> {
    return runSession(
      this.#settings,
      {
        // Whatever is not done at once here comes too late: the first fetch follows.
        joined: (consumer, { payload }) => {
          backOff.succeeded();
          this.#consumer = consumer;
          this.#assignment = Object.entries(payload.memberAssignment).map(
            ([topic, partitions]) => ({ topic, partitions }),
          );
          this.#restart('joined');
        },
        batch: (payload) => this.#onBatch(payload),
        skipped: (skipped) => this.#take(this.#cursors.skip(skipped)),
        answered: () => {
          this.#lastAnswer = performance.now();
        },
        finished: () => this.#delivery ?? Promise.resolve(),
      },
      this.#stop.signal,
    );
  }

  #newEpoch(): AbortSignal {
    this.#epoch.abort();
    this.#epoch = new AbortController();
    this.#cursors.clear();
    this.#progress.forget();
    this.#pile.clear();
    this.#makeRoom();
    return this.#epoch.signal;
  }

  /** Drops what was fetched, holds the fetching, and begins again from Postgres. */
  #restart(why: 'joined' | 'fenced' | 'astray'): void {
    const [epoch, consumer] = [this.#newEpoch(), this.#consumer];
    if (consumer === null || this.#stop.signal.aborted || !this.#hold()) return;
    const level = why === 'joined' ? 'info' : 'warn';
    this.#tell(level, `kafka.${why}`, { partitions: this.#partitions().join(' ') });
    void this.#begin(why, consumer, epoch);
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

  async #begin(why: string, consumer: Consumer, epoch: AbortSignal): Promise<void> {
    await this.#delivery;
    if (epoch.aborted) return;
    if (why === 'joined') this.#settings.consumer.assigned(this.#partitions());
    else await this.#fences.pause(epoch);
    const backOff = new BackOff(this.#settings.backOff);
    while (!isOver(epoch)) {
      try {
        await this.#seek(consumer, epoch);
        return;
      } catch (error) {
        this.#tell('warn', 'kafka.load-failed', { error: messageOf(error) });
        await backOff.pause(epoch);
      }
    }
  }

  async #seek(consumer: Consumer, epoch: AbortSignal): Promise<void> {
    const owned: TopicPartition[] = this.#assignment.flatMap(({ topic, partitions }) =>
      partitions.map((partition) => ({ topic, partition })),
    );
    const stored = everyOffset(owned, await this.#settings.consumer.load(owned));
    const cursors = await this.#settings.admin.cursors(stored);
    if (epoch.aborted) return;
    for (const { topic, partition, fetch } of cursors) {
      consumer.seek({ topic, partition, offset: fetch.toString() });
    }
    this.#cursors.begin(cursors);
    this.#progress.begin(cursors, consumer);
    consumer.resume([...this.#assignment]);
    this.#detail = `${this.#partitions().length} partitions`;
    this.#joined.resolve(undefined);
  }

  async #onBatch(payload: EachBatchPayload): Promise<void> {
    const epoch = this.#epoch.signal;
    while (this.#pile.full && !epoch.aborted) {
      await Promise.race([this.#room.promise, wait(this.#settings.timings.heartbeatMs)]);
      await payload.heartbeat();
    }
    if (epoch.aborted) return;
    if (this.#take(this.#cursors.accept(payload.batch))) {
      payload.resolveOffset(payload.batch.lastOffset());
    }
  }

  /** Whether it is among what will be delivered. */
  #take(slice: LogSlice | 'unready' | 'astray'): boolean {
    if (slice === 'astray') this.#restart('astray');
    if (typeof slice === 'string') return false;
    this.#pile.add(slice);
    this.#delivery ??= this.#deliver();
    return true;
  }

  async #deliver(): Promise<void> {
    // The other batches of the same fetch arrive in this turn of the event loop.
    await new Promise(setImmediate);
    while (!this.#pile.empty) {
      const epoch = this.#epoch.signal;
      const batch = this.#pile.take();
      this.#makeRoom();
      const outcome = await deliver(batch, this.#settings, epoch);
      if (isOver(epoch)) continue;
      if (outcome === 'fenced') this.#restart('fenced');
      if (outcome !== 'committed') continue;
      this.#fences.succeeded();
      this.#progress.committed(batch);
    }
    this.#delivery = null;
  }

  #makeRoom(): void {
    this.#room.resolve(undefined);
    this.#room = Promise.withResolvers();
  }

  #partitions(): readonly number[] {
    return [...new Set(this.#assignment.flatMap((one) => one.partitions))].sort((a, b) => a - b);
  }

  #tell(level: 'info' | 'warn', event: string, detail: Record<string, string>): void {
    this.#settings.report({ level, event, detail });
  }
}

/** Asked anew after every wait; the compiler would take the first answer for good. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}
