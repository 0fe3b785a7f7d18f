import type { Pool } from 'pg';
import type { LogConsumer, NextOffset, TopicPartition } from '../pipeline/event-log.ts';
import { BackOff, type BackOffSettings } from './back-off.ts';
import { deliver } from './deliver.ts';
import { readBatch, type ReadLimits } from './embedded-reader.ts';
import { EmbeddedSession, type SessionSettings } from './embedded-session.ts';
import { messageOf, type Report } from './report.ts';

export interface MemberSettings extends SessionSettings {
  readonly pool: Pool;
  readonly topics: readonly string[];
  readonly partitions: number;
  readonly consumer: LogConsumer;
  readonly limits: ReadLimits;
  readonly backOff: BackOffSettings;
  readonly report: Report;
}

/** How long nothing may be heard before the tables are looked at again: a notification can be lost with its connection. */
const LOOK_AGAIN_MS = 1_000;

/** One consuming member: a loop that reads, delivers and moves on, inside one session after the other. */
export class EmbeddedMember {
  readonly #settings: MemberSettings;
  readonly #stop = new AbortController();
  readonly #joined = Promise.withResolvers<undefined>();
  readonly #ended: Promise<void>;
  #connected = false;
  #detail = 'joining';
  #positions: NextOffset[] | null = null;
  #held: readonly number[] = [];

  constructor(settings: MemberSettings) {
    this.#settings = settings;
    this.#ended = this.#run();
  }

  /** Resolves at the first assignment. */
  get joined(): Promise<undefined> {
    return this.#joined.promise;
  }

  get health(): { readonly connected: boolean; readonly detail: string } {
    return { connected: this.#connected, detail: this.#detail };
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.#joined.resolve(undefined);
    await this.#ended;
  }

  async #run(): Promise<void> {
    const backOff = new BackOff(this.#settings.backOff);
    for (;;) {
      try {
        const session = await EmbeddedSession.open(this.#settings);
        backOff.succeeded();
        await this.#consume(session).finally(() => session.close());
      } catch (error) {
        this.#lost(error);
      }
      if (this.#stop.signal.aborted) break;
      await backOff.pause(this.#stop.signal);
    }
    this.#settings.consumer.assigned([]);
  }

  #lost(error: unknown): void {
    this.#connected = false;
    this.#detail = `no connection to the event log: ${messageOf(error)}`;
    this.#settings.report({
      level: 'warn',
      event: 'log.session-lost',
      detail: { error: messageOf(error) },
    });
  }

  /** Until the session dies or the member stops. Failures of single steps are waited out within the session. */
  async #consume(session: EmbeddedSession): Promise<void> {
    const watch = new Watch(session, this.#stop.signal);
    const backOff = new BackOff(this.#settings.backOff);
    this.#held = [];
    this.#positions = null;
    while (!this.#stop.signal.aborted && !session.dead.aborted) {
      try {
        await this.#step(session, watch);
        backOff.succeeded();
        this.#connected = true;
      } catch (error) {
        this.#lost(error);
        this.#positions = null;
        watch.groupMoved = true;
        await backOff.pause(AbortSignal.any([session.dead, this.#stop.signal]));
      }
    }
    if (session.dead.aborted) throw new Error('the session ended');
  }

  async #step(session: EmbeddedSession, watch: Watch): Promise<void> {
    if (watch.groupMoved || watch.due()) await this.#settle(session, watch);
    const positions = (this.#positions ??= await this.#load());
    const batch = await readBatch(this.#settings.pool, positions, this.#settings.limits);
    if (batch.slices.length === 0) {
      await watch.quiet();
      return;
    }
    const outcome = await deliver(batch, this.#settings, watch.interruption());
    if (outcome === 'fenced') this.#positions = null;
    if (outcome !== 'committed') return;
    const moved = new Map(batch.slices.map((slice) => [placeOf(slice), slice.to]));
    this.#positions = positions.map((position) => ({
      ...position,
      offset: moved.get(placeOf(position)) ?? position.offset,
    }));
  }

  async #settle(session: EmbeddedSession, watch: Watch): Promise<void> {
    watch.looked();
    const held = await session.settle(this.#settings.partitions);
    if (this.#positions !== null && held.join() === this.#held.join()) return;
    this.#held = held;
    this.#positions = null;
    this.#detail = `${String(held.length)} of ${String(this.#settings.partitions)} partitions`;
    this.#connected = true;
    this.#settings.consumer.assigned(held);
    this.#joined.resolve(undefined);
    this.#settings.report({
      level: 'info',
      event: 'log.assigned',
      detail: { partitions: held.join(' ') },
    });
  }

  async #load(): Promise<NextOffset[]> {
    const owned = this.#settings.topics.flatMap((topic) =>
      this.#held.map((partition) => ({ topic, partition })),
    );
    const stored = new Map(
      (await this.#settings.consumer.load(owned)).map((next) => [placeOf(next), next.offset]),
    );
    return owned.map((place) => ({ ...place, offset: stored.get(placeOf(place)) ?? 0n }));
  }
}

function placeOf({ topic, partition }: TopicPartition): string {
  return `${topic}/${String(partition)}`;
}

/** Hears the notifications of one session. */
class Watch {
  groupMoved = true;
  readonly #ends: AbortSignal;
  #news = false;
  #looked = 0;
  #wake: () => void = () => undefined;
  #interrupt = new AbortController();

  constructor(session: EmbeddedSession, stop: AbortSignal) {
    this.#ends = AbortSignal.any([session.dead, stop]);
    this.#ends.addEventListener('abort', () => {
      this.#wake();
    });
    session.onWake((payload) => {
      this.#news = true;
      if (payload === 'members') {
        this.groupMoved = true;
        this.#interrupt.abort();
      }
      this.#wake();
    });
  }

  due(): boolean {
    return performance.now() - this.#looked >= LOOK_AGAIN_MS;
  }

  looked(): void {
    this.groupMoved = false;
    this.#looked = performance.now();
    this.#interrupt = new AbortController();
  }

  /** Aborts when the batch in hand should no longer be tried again. */
  interruption(): AbortSignal {
    return AbortSignal.any([this.#ends, this.#interrupt.signal]);
  }

  /** Resolves with the next notification or after a second; at once when one came since the last time. */
  async quiet(): Promise<void> {
    if (!this.#news && !this.#ends.aborted) {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const timer = setTimeout(resolve, LOOK_AGAIN_MS, undefined);
      this.#wake = () => {
        resolve(undefined);
      };
      await promise;
      clearTimeout(timer);
      this.#wake = () => undefined;
    }
    this.#news = false;
  }
}
