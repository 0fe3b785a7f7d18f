import { SECOND, type EpochMs } from '@endwatch/clinical';
import { CANARY_WARD, canaryBundle } from '../domain/canary/canary.ts';
import type { CanaryStore } from '../pipeline/canary-store.ts';
import type { FrontDoor } from '../pipeline/front-door.ts';
import type { Log } from '../pipeline/log.ts';
import type { Clock } from '../pipeline/ports.ts';
import type { BoardFeed } from '../pipeline/read-ports.ts';
import { Repeater } from '../system/repeater.ts';

export interface CanaryParts {
  readonly store: CanaryStore;
  readonly door: Pick<FrontDoor, 'receive'>;
  readonly feed: Pick<BoardFeed, 'onAdvance' | 'eventsAfter' | 'latestSequences'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Between two probes; milliseconds. */
  readonly every: number;
  /** Tells whoever is on call. */
  readonly tell: (missingSince: EpochMs) => Promise<void>;
  /** Never set back. */
  readonly stopwatch: () => number;
}

/** A probe may take this long: a busy minute is no alarm. */
const LEAST_PATIENCE = 10 * SECOND;
const EVENTS_AT_ONCE = 500;

/** What shall come after each probe; times by the stopwatch. */
class Awaited {
  #cameAt: number;
  /** The first probe that it has not come after. */
  #since: number | null = null;

  constructor(now: number) {
    this.#cameAt = now;
  }

  get since(): number | null {
    return this.#since;
  }

  sent(at: number): void {
    if (at > this.#cameAt) this.#since ??= at;
  }

  came(at: number): void {
    this.#cameAt = Math.max(this.#cameAt, at);
    if (this.#since !== null && at >= this.#since) this.#since = null;
  }
}

/**
 * A test patient on a hidden ward, whose alert must come every minute through the whole chain: door, log, scorer, alert rule, commit, event, gateway;
 * and then its notice: told to whoever it may concern, and taken by who delivers. Where either does not, boards and phones say that alerts may not
 * arrive, instead of looking quiet.
 */
export class CanaryWatch {
  readonly #parts: CanaryParts;
  readonly #repeater: Repeater;
  readonly #alert: Awaited;
  readonly #notice: Awaited;
  #roundTrip: number | null = null;
  #sequence: number | null = null;
  #listening: Promise<void> = Promise.resolve();
  #told = false;
  #said = false;
  #unlisten: () => void = () => undefined;

  constructor(parts: CanaryParts) {
    this.#parts = parts;
    this.#alert = new Awaited(parts.stopwatch());
    this.#notice = new Awaited(parts.stopwatch());
    this.#repeater = new Repeater(
      Math.min(2 * SECOND, parts.every / 4),
      () => this.#turn(),
      (error) => {
        parts.log.warn({ err: error, what: 'test alert' }, 'trouble, will be tried again');
      },
    );
  }

  start(): void {
    this.#unlisten = this.#parts.feed.onAdvance((wards) => {
      if (wards.includes(CANARY_WARD)) this.#listening = this.#listening.then(() => this.#hear());
    });
    this.#repeater.start();
  }

  async stop(): Promise<void> {
    this.#unlisten();
    await this.#repeater.stop();
    await this.#listening;
  }

  /** Since when a test alert has been missing, by this process's clock; null while they come. */
  missingSince(): EpochMs | null {
    const waited = Math.max(this.#waited(this.#alert), this.#waited(this.#notice));
    return this.#isLong(waited) ? this.#parts.clock.now() - waited : null;
  }

  /** Of the last one, from sending to this gateway; seconds. Null before the first. */
  get roundTripSeconds(): number | null {
    return this.#roundTrip;
  }

  #waited({ since }: Awaited): number {
    return since === null ? 0 : this.#parts.stopwatch() - since;
  }

  #isLong(waited: number): boolean {
    return waited > Math.max(LEAST_PATIENCE, 1.5 * this.#parts.every);
  }

  async #turn(): Promise<void> {
    const { store, door, feed, clock, every, stopwatch } = this.#parts;
    // What came before this process was there says nothing about it.
    this.#sequence ??= (await feed.latestSequences([CANARY_WARD])).get(CANARY_WARD) ?? 0;
    const number = await store.claim(every);
    const { sentAgo, handedOutAgo } = await store.ages();
    const now = stopwatch();
    this.#alert.sent(now - sentAgo);
    if (handedOutAgo !== null) this.#notice.came(now - handedOutAgo);
    this.#notice.sent(now - sentAgo);
    if (this.#alert.since === null && this.#notice.since !== null) await store.handIn();
    await this.#judge();
    if (number === null) return;
    const body = Buffer.from(JSON.stringify(canaryBundle(number, clock.now())));
    await door.receive(body, { now: clock.now(), onlyType: null });
  }

  /** Whether it must be told, or taken back. */
  async #judge(): Promise<void> {
    const { store, tell } = this.#parts;
    const missingSince = this.missingSince();
    this.#say(missingSince);
    if (missingSince !== null && !this.#told && (await store.claimTelling())) {
      this.#told = true;
      await tell(missingSince);
    }
    // Only by who told it: another gateway may hear what this one does not.
    if (missingSince === null && this.#told) {
      await store.takeBack();
      this.#told = false;
    }
  }

  #say(missingSince: EpochMs | null): void {
    if (missingSince !== null && !this.#said) {
      const alert = this.#isLong(this.#waited(this.#alert));
      const notice = this.#isLong(this.#waited(this.#notice));
      this.#parts.log.warn({ alert, notice }, 'the test alert is missing');
    }
    this.#said = missingSince !== null;
  }

  async #hear(): Promise<void> {
    const { feed, stopwatch, log } = this.#parts;
    if (this.#sequence === null) return;
    try {
      const events = await feed.eventsAfter(CANARY_WARD, this.#sequence, EVENTS_AT_ONCE);
      // Null: no longer kept. What comes next is heard.
      if (events === null) this.#sequence = null;
      else this.#sequence = events.at(-1)?.event.sequence ?? this.#sequence;
      const isAlert = events?.some(
        ({ event }) => event.type === 'alert' && event.alert.kind === 'end-confirmed',
      );
      if (!isAlert) return;
      const now = stopwatch();
      const { since } = this.#alert;
      if (since !== null) this.#roundTrip = (now - since) / SECOND;
      this.#alert.came(now);
    } catch (error) {
      log.warn({ err: error, what: 'test alert' }, 'cannot be listened for');
    }
  }
}
