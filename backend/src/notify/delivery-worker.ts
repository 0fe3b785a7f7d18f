import { createHash, randomBytes } from 'node:crypto';
import { MINUTE, SECOND } from '@endwatch/clinical';
import type { Language } from '@endwatch/contracts';
import {
  afterAttempt,
  afterSilence,
  type Advanced,
  type Attempt,
  type DeliveryState,
  type SendResult,
} from '../domain/notices/delivery.ts';
import {
  payloadOf,
  type Channel,
  type NoticePayload,
  type WayOut,
} from '../domain/notices/notice.ts';
import { nextWay, type NextWay } from '../domain/notices/ways.ts';
import type { Log } from '../pipeline/log.ts';
import type {
  ClaimedDelivery,
  NewDelivery,
  NotificationStore,
} from '../pipeline/notification-store.ts';
import type { Clock, Ids } from '../pipeline/ports.ts';
import { ANSWER_WITHIN_MS, unreachable, type MessageChannel } from './channel.ts';

/** Longer than any channel takes to answer: when it has passed, the process that claimed it is gone. */
const CLAIM = MINUTE;
/** A push service that hangs holds those that wait for it, and nobody else. */
const AT_ONCE = 32;
/** What is in hand when a process ends may take so long. */
const LAST_MOMENTS = 3 * SECOND;

export interface WorkerParts {
  readonly store: NotificationStore;
  readonly channels: Partial<Record<Channel, MessageChannel>>;
  /** Takes the notice of a test alert, which goes to nobody. */
  readonly takeTestAlert: () => Promise<SendResult>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** For paging systems, and for people who have chosen none. */
  readonly houseLanguage: Language;
  /** Told of each attempt and each silence; `unreached`: no way is left. */
  readonly onAttempt: (channel: WayOut, state: DeliveryState, unreached: boolean) => void;
  readonly atOnce?: number;
  /** Milliseconds. */
  readonly answerWithin?: number;
  readonly lastMoments?: number;
}

type Send = (payload: NoticePayload, signal: AbortSignal) => Promise<SendResult>;

/** Sends what is due, each by one process at a time, and writes down what became of it. */
export class DeliveryWorker {
  readonly #parts: WorkerParts;
  readonly #log: Log;
  readonly #inHand = new Set<Promise<void>>();
  readonly #ending = new AbortController();
  #looking: Promise<number> = Promise.resolve(0);
  #stopped = false;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    this.#log = parts.log.child({ part: 'notify' });
  }

  /** Takes up what is due, the most urgent first, as far as hands are free; does not wait for what becomes of it. Answers with how many. */
  async look(): Promise<number> {
    const looking = this.#look();
    this.#looking = looking.catch(() => 0);
    return looking;
  }

  /** What is due now, to the end of it. @throws what kept the first of them from being written down */
  async once(): Promise<number> {
    const some = await this.#take((this.#parts.atOnce ?? AT_ONCE) - this.#inHand.size);
    const results = await Promise.allSettled(some);
    for (const result of results) if (result.status === 'rejected') throw result.reason as Error;
    return some.length;
  }

  /** Takes up nothing more; what is in hand is brought to an end or, after some seconds, broken off and written down as such. */
  async stop(): Promise<void> {
    this.#stopped = true;
    const late = setTimeout(
      () => this.#ending.abort(new Ended()),
      this.#parts.lastMoments ?? LAST_MOMENTS,
    );
    await this.#looking;
    await Promise.allSettled(this.#inHand);
    clearTimeout(late);
  }

  async #look(): Promise<number> {
    let taken = 0;
    while (!this.#stopped) {
      const free = (this.#parts.atOnce ?? AT_ONCE) - this.#inHand.size;
      const some = await this.#take(free);
      for (const work of some) void work.catch((err: unknown) => this.#failed(err));
      taken += some.length;
      if (some.length < free || free <= 0) break;
      await Promise.race(this.#inHand);
    }
    return taken;
  }

  async #take(limit: number): Promise<readonly Promise<void>[]> {
    if (limit <= 0) return [];
    const { store, clock } = this.#parts;
    const now = clock.now();
    const claimed = await store.claim(limit, { now, until: now + CLAIM });
    return claimed.map((delivery) => {
      const work = this.#handle(delivery);
      const done = work
        .catch(() => undefined)
        .finally(() => {
          this.#inHand.delete(done);
        });
      this.#inHand.add(done);
      return work;
    });
  }

  /** Its claim runs out, and whoever takes it up says that it may have been sent. */
  #failed(err: unknown): void {
    this.#log.warn({ err }, 'what became of a delivery could not be written down');
  }

  async #handle(delivery: ClaimedDelivery): Promise<void> {
    const { store, clock } = this.#parts;
    const from = clock.now();
    const result = delivery.state === 'sent' ? null : await this.#send(delivery);
    const at = clock.now();
    const advanced = advance(delivery, result, { from, to: at });
    const way = advanced.tryNextAt === null ? null : await this.#nextWay(delivery, at);
    const done = await store.advance(delivery, advanced, {
      at,
      next: this.#nextFor(delivery, way, advanced.tryNextAt ?? at),
      takeBack: this.#takeBack(delivery, at),
      dropContact: result?.outcome === 'gone',
    });
    if (done === null) return;
    const unreached = done.state !== 'queued' && done.tryNextAt !== null && way === null;
    this.#parts.onAttempt(delivery.channel, done.state, unreached);
    if (unreached) {
      this.#log.warn({ noticeId: delivery.noticeId }, 'somebody could not be reached in any way');
    }
  }

  async #send(delivery: ClaimedDelivery): Promise<SendResult> {
    const { notice, clear, id, repeated } = delivery;
    const send = this.#sender(delivery);
    if (typeof send === 'string') return { outcome: 'refused', problem: send };
    let receipt: string | null = null;
    if (delivery.channel === 'web-push' && !clear) {
      receipt = randomBytes(24).toString('base64url');
      await this.#parts.store.expectReceipt(id, receiptDigest(receipt));
    }
    const language = this.#languageOf(delivery);
    const payload = payloadOf(notice, { deliveryId: id, receipt, repeated, clear, language });
    try {
      const { signal } = this.#ending;
      const late = AbortSignal.timeout(this.#parts.answerWithin ?? ANSWER_WITHIN_MS);
      return await send(payload, AbortSignal.any([signal, late]));
    } catch (error) {
      return unreachable(error);
    }
  }

  /** Or why there is none. */
  #sender({ channel, contact }: ClaimedDelivery): Send | string {
    if (channel === 'test-alert') return this.#parts.takeTestAlert;
    const way = this.#parts.channels[channel];
    if (contact === null) return 'the contact was removed';
    if (!way) return 'this way out is not set up';
    return (payload, signal) => way.send(contact, payload, signal);
  }

  /** A paging system is the house's, whoever carries the pager. */
  #languageOf({ channel, language }: ClaimedDelivery): Language {
    const { houseLanguage } = this.#parts;
    return channel === 'webhook' ? houseLanguage : (language ?? houseLanguage);
  }

  async #nextWay(delivery: ClaimedDelivery, now: number): Promise<NextWay> {
    const { store } = this.#parts;
    const [contacts, told] = await Promise.all([
      store.contactsOf([delivery.username]),
      store.deliveriesOf(delivery.noticeId),
    ]);
    return nextWay(delivery, { contacts, told, now });
  }

  #nextFor({ username, noticeId }: ClaimedDelivery, way: NextWay, at: number): NewDelivery | null {
    if (way === null || way === 'covered') return null;
    const id = this.#parts.ids.of('delivery', noticeId, way.id, 'next');
    return { id, noticeId, username, contact: way, clear: false, at };
  }

  /** For a notice that turns out to be over. */
  #takeBack(
    { contact, noticeId, clear, channel }: ClaimedDelivery,
    at: number,
  ): NewDelivery | null {
    if (contact === null || clear || channel === 'email') return null;
    const id = this.#parts.ids.of('delivery', noticeId, contact.id, 'take back', at);
    return { id, noticeId, username: contact.username, contact, clear: true, at };
  }
}

/** `result` null: it was sent before, and the device was silent. */
function advance(delivery: ClaimedDelivery, result: SendResult | null, attempt: Attempt): Advanced {
  const after =
    result === null ? afterSilence(delivery, attempt.to) : afterAttempt(delivery, result, attempt);
  return delivery.notice.only === true ? { ...after, tryNextAt: null } : after;
}

class Ended extends Error {
  override readonly name = 'Ended';
}

export function receiptDigest(receipt: string): string {
  return createHash('sha256').update(receipt).digest('hex');
}
