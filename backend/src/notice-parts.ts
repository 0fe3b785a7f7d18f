import { SECOND } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import type { Environment } from './config/environment.ts';
import { PushSettings } from './http/push-settings.ts';
import { DeliveryWorker, receiptDigest } from './notify/delivery-worker.ts';
import { EmailChannel } from './notify/email.ts';
import { makeVapidKeys, WebPushChannel, type VapidKeys } from './notify/web-push.ts';
import { WebhookChannel } from './notify/webhook.ts';
import type { Metrics } from './observability/metrics.ts';
import type { AccountStore } from './pipeline/account-store.ts';
import type { Log } from './pipeline/log.ts';
import type { NotificationStore } from './pipeline/notification-store.ts';
import type { Clock, Ids } from './pipeline/ports.ts';
import type { RotaStore } from './pipeline/rota-store.ts';
import { TellPeople } from './pipeline/tell-people.ts';
import { TypeormNotificationStore } from './postgres/typeorm-notification-store.ts';
import { TypeormRotaStore } from './postgres/typeorm-rota-store.ts';
import { Repeater } from './system/repeater.ts';

const LOOK_EVERY = SECOND;

/** Who is on duty, and how notices get to them. */
export interface NoticeParts {
  readonly rota: RotaStore;
  readonly notifications: NotificationStore;
  readonly push: PushSettings;
  readonly notices: Repeater;
  readonly closeNotices: () => Promise<void>;
}

interface Base {
  readonly source: DataSource;
  readonly accounts: AccountStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly metrics: Metrics;
}

export function noticesOf(environment: Environment, base: Base): NoticeParts {
  const { source, clock, log } = base;
  const { vapidSubject, publicUrl, smtpUrl, mailFrom, allowLocalPush } = environment.notices;
  const store = new TypeormNotificationStore(source);
  const rota = new TypeormRotaStore(source);
  const keys = (): Promise<VapidKeys> => store.secret('vapid', makeVapidKeys);
  const now = (): number => clock.now();
  const email =
    smtpUrl === null ? null : new EmailChannel({ url: smtpUrl, from: mailFrom, publicUrl });
  const worker = new DeliveryWorker({
    ...{ ...base, store },
    onAttempt: (channel, state, unreached) => {
      base.metrics.deliveries.inc({ channel, state });
      if (unreached) base.metrics.unreached.inc();
    },
    channels: {
      'web-push': {
        send: async (contact, payload) =>
          new WebPushChannel({ keys: await keys(), subject: vapidSubject, now }).send(
            contact,
            payload,
          ),
      },
      webhook: new WebhookChannel(now),
      ...(email && { email }),
    },
  });
  const people = new TellPeople({ ...base, store, rota });
  const notices = new Repeater(
    LOOK_EVERY,
    async () => {
      while ((await people.once()) > 0);
      while ((await worker.once()) > 0);
    },
    (error) => {
      log.warn({ err: error }, 'notices could not be told');
    },
  );
  return {
    ...{ rota, notifications: store, notices },
    push: new Push(keys, allowLocalPush),
    closeNotices: async () => {
      await notices.stop();
      email?.close();
    },
  };
}

class Push extends PushSettings {
  readonly #keys: () => Promise<VapidKeys>;
  readonly #allowLocal: boolean;

  constructor(keys: () => Promise<VapidKeys>, allowLocal: boolean) {
    super();
    this.#keys = keys;
    this.#allowLocal = allowLocal;
  }

  async publicKey(): Promise<string> {
    return (await this.#keys()).publicKey;
  }

  allows(endpoint: string): boolean {
    const { protocol, hostname } = new URL(endpoint);
    const isLocal = hostname === '127.0.0.1' || hostname === 'localhost';
    return (protocol === 'https:' && !isLocal) || (this.#allowLocal && isLocal);
  }

  receiptDigest(token: string): string {
    return receiptDigest(token);
  }
}
