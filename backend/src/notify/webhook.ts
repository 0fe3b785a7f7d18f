import { createHmac } from 'node:crypto';
import type { EpochMs } from '@endwatch/clinical';
import type { SendResult } from '../domain/notices/delivery.ts';
import type { Contact, NoticePayload } from '../domain/notices/notice.ts';
import { resultOf, unreachable, type MessageChannel } from './channel.ts';

/** For paging systems: JSON, signed with a secret that both know. The same `idempotency-key` is the same notice. */
export class WebhookChannel implements MessageChannel {
  readonly #now: () => EpochMs;

  constructor(now: () => EpochMs) {
    this.#now = now;
  }

  async send(
    { address, keys }: Contact,
    payload: NoticePayload,
    signal: AbortSignal,
  ): Promise<SendResult> {
    const body = JSON.stringify(payload);
    try {
      const response = await fetch(address, {
        method: 'POST',
        // A paging system that moves is told to us, not to a message on its way.
        redirect: 'manual',
        signal,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': payload.deliveryId,
          'x-endwatch-signature': signatureOf(body, keys?.secret ?? '', this.#now()),
        },
        body,
      });
      await response.body?.cancel();
      // One that is not found may be back in a minute; what an administrator entered is not thrown away for it.
      return resultOf(response, this.#now(), { gone: [410], confirmed: true });
    } catch (error) {
      return unreachable(error);
    }
  }
}

/** `t=<unix seconds>,v1=<hex>` over "t.body": with the time, so that what was overheard cannot be said again later. */
export function signatureOf(body: string, secret: string, now: EpochMs): string {
  const t = String(Math.floor(now / 1000));
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}
