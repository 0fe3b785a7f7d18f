import { createHash, randomBytes } from 'node:crypto';
import { MINUTE } from '@endwatch/clinical';
import {
  afterAttempt,
  afterSilence,
  type DeliveryState,
  type SendResult,
} from '../domain/notices/delivery.ts';
import { payloadOf, type Channel } from '../domain/notices/notice.ts';
import type { Log } from '../pipeline/log.ts';
import type {
  ClaimedDelivery,
  NewDelivery,
  NotificationStore,
} from '../pipeline/notification-store.ts';
import type { Clock, Ids } from '../pipeline/ports.ts';
import type { MessageChannel } from './channel.ts';

/** Longer than any channel takes to answer: when it has passed, the process that claimed it is gone. */
const CLAIM = MINUTE;
const AT_ONCE = 16;

export interface WorkerParts {
  readonly store: NotificationStore;
  readonly channels: Partial<Record<Channel, MessageChannel>>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Told of each attempt and each silence; `unreached`: no way is left. */
  readonly onAttempt: (channel: Channel, state: DeliveryState, unreached: boolean) => void;
}

/** Sends what is due, each by one process at a time, and writes down what became of it. */
export class DeliveryWorker {
  readonly #parts: WorkerParts;
  readonly #log: Log;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    this.#log = parts.log.child({ part: 'notify' });
  }

  /** Everything that is due now, as many at once as a worker may. Answers with how many there were. */
  async once(): Promise<number> {
    const { store, clock } = this.#parts;
    const now = clock.now();
    const claimed = await store.claim(AT_ONCE, { now, until: now + CLAIM });
    await Promise.all(claimed.map((delivery) => this.#handle(delivery)));
    return claimed.length;
  }

  async #handle(delivery: ClaimedDelivery): Promise<void> {
    const { store, clock } = this.#parts;
    const result = delivery.state === 'sent' ? null : await this.#send(delivery);
    const at = clock.now();
    const advanced = result === null ? afterSilence(delivery) : afterAttempt(delivery, result, at);
    const next = advanced.tryNext ? await this.#nextFor(delivery, at) : null;
    const unreached = advanced.tryNext && next === null;
    this.#parts.onAttempt(delivery.channel, advanced.state, unreached);
    if (unreached) {
      this.#log.warn({ noticeId: delivery.noticeId }, 'somebody could not be reached in any way');
    }
    await store.advance(delivery, advanced, {
      ...{ at, next, dropContact: result?.outcome === 'gone' },
    });
  }

  async #send(delivery: ClaimedDelivery): Promise<SendResult> {
    const { contact, notice, clear, id } = delivery;
    const channel = this.#parts.channels[delivery.channel];
    if (contact === null) return { outcome: 'refused', problem: 'the contact was removed' };
    if (!channel) return { outcome: 'refused', problem: 'this way out is not set up' };
    let receipt: string | null = null;
    if (delivery.channel === 'web-push' && !clear) {
      receipt = randomBytes(24).toString('base64url');
      await this.#parts.store.expectReceipt(id, receiptDigest(receipt));
    }
    const { repeated } = delivery;
    return channel.send(contact, payloadOf(notice, { deliveryId: id, receipt, repeated, clear }));
  }

  /** The contact of the same person that comes after this one and was not tried for this notice. */
  async #nextFor(delivery: ClaimedDelivery, at: number): Promise<NewDelivery | null> {
    const { store, ids } = this.#parts;
    const { username, noticeId } = delivery;
    const [contacts, tried] = await Promise.all([
      store.contactsOf([username]),
      store.deliveriesOf(noticeId),
    ]);
    const used = new Set(tried.map(({ contactId }) => contactId));
    const contact = contacts.find(({ id }) => !used.has(id));
    if (!contact) return null;
    const id = ids.of('delivery', noticeId, contact.id, 'next');
    return { id, noticeId, username, contact, clear: false, at };
  }
}

export function receiptDigest(receipt: string): string {
  return createHash('sha256').update(receipt).digest('hex');
}
