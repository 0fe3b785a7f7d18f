import { randomUUID } from 'node:crypto';
import { SECOND, type EpochMs } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import { IcalRotaCalendar } from './calendar/ical-rota-calendar.ts';
import type { Environment } from './config/environment.ts';
import { quietUntil } from './domain/alerting/ward-hours.ts';
import type { SendResult } from './domain/notices/delivery.ts';
import type { ToTell } from './domain/notices/group-notices.ts';
import { PushSettings } from './http/push-settings.ts';
import { DeliveryWorker, receiptDigest } from './notify/delivery-worker.ts';
import { EmailChannel } from './notify/email.ts';
import { allowsPush } from './notify/push-address.ts';
import { makeVapidKeys, WebPushChannel, type VapidKeys } from './notify/web-push.ts';
import { WebhookChannel } from './notify/webhook.ts';
import type { Metrics } from './observability/metrics.ts';
import type { AlertCommands } from './pipeline/alert-commands.ts';
import type { AccountStore } from './pipeline/account-store.ts';
import type { Log } from './pipeline/log.ts';
import type { NotificationStore } from './pipeline/notification-store.ts';
import type { Clock, Ids } from './pipeline/ports.ts';
import { RotaExchange } from './pipeline/rota-exchange.ts';
import type { RotaStore } from './pipeline/rota-store.ts';
import type { EscalationSetting } from './pipeline/escalation-setting.ts';
import { TellPeople } from './pipeline/tell-people.ts';
import { TypeormCanaryStore } from './postgres/typeorm-canary-store.ts';
import { TypeormNotificationStore } from './postgres/typeorm-notification-store.ts';
import { TypeormRotaStore } from './postgres/typeorm-rota-store.ts';
import { Complaint } from './system/complaint.ts';
import { Repeater } from './system/repeater.ts';

const LOOK_EVERY = SECOND;

/** Who is on duty, and how notices get to them. */
export interface NoticeParts {
  readonly rota: RotaStore;
  readonly rotaExchange: RotaExchange;
  readonly notifications: NotificationStore;
  readonly push: PushSettings;
  readonly people: TellPeople;
  readonly notices: { readonly start: () => void };
  readonly closeNotices: () => Promise<void>;
}

interface Base {
  readonly source: DataSource;
  readonly accounts: AccountStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly escalation: EscalationSetting;
  readonly commands: Pick<AlertCommands, 'nobodyTold'>;
}

export function noticesOf(environment: Environment, base: Base): NoticeParts {
  const { source, clock, log, escalation } = base;
  const { vapidSubject, allowLocalPush, language } = environment.notices;
  const store = new TypeormNotificationStore(source);
  const rota = new TypeormRotaStore(source);
  const keys = kept(() => store.secret('vapid', makeVapidKeys));
  const now = (): number => clock.now();
  const email = emailOf(environment);
  const worker = new DeliveryWorker({
    ...{ ...base, store, houseLanguage: language, takeTestAlert: takenIn(source) },
    onAttempt: (channel, state, unreached) => {
      base.metrics.deliveries.inc({ channel, state });
      if (unreached) base.metrics.unreached.inc();
    },
    channels: {
      'web-push': {
        send: async (contact, payload, signal) => {
          const settings = { keys: await keys(), subject: vapidSubject, now };
          return new WebPushChannel(settings).send(contact, payload, signal);
        },
      },
      webhook: new WebhookChannel(now),
      ...(email && { email }),
    },
  });
  const people = new TellPeople({
    ...{ ...base, store, rota },
    quietUntil: quietOf(environment, escalation),
  });
  const complaint = (what: string): Complaint => {
    const words = { failed: `notices could not be ${what}`, again: `notices are ${what} again` };
    return new Complaint(log, words, now);
  };
  const [told, sent] = [complaint('told'), complaint('sent')];
  // Apart: who is to be told does not wait for a push service that hangs.
  const telling = new Repeater(
    LOOK_EVERY,
    async () => {
      while ((await people.once()) > 0);
    },
    told.failed,
    told.well,
  );
  const sending = new Repeater(LOOK_EVERY, () => worker.look(), sent.failed, sent.well);
  return {
    ...{ rota, notifications: store, people },
    rotaExchange: exchangeOf(environment, { ...base, rota }),
    notices: {
      start: () => {
        telling.start();
        sending.start();
      },
    },
    push: new Push(keys, allowLocalPush),
    closeNotices: async () => {
      await Promise.all([telling.stop(), sending.stop(), worker.stop()]);
      email?.close();
    },
  };
}

function emailOf({ notices }: Environment): EmailChannel | null {
  const { smtpUrl: url, mailFrom: from, publicUrl } = notices;
  return url === null ? null : new EmailChannel({ url, from, publicUrl });
}

/** The notice of a test alert goes no further. */
function takenIn(source: DataSource): () => Promise<SendResult> {
  return async () => {
    await new TypeormCanaryStore(source).handedOut();
    return { outcome: 'accepted', confirmed: true };
  };
}

function quietOf(
  { timeZone }: Environment,
  setting: EscalationSetting,
): (alert: ToTell, at: EpochMs) => EpochMs | null {
  return (alert, at) => {
    const escalation = setting.of(alert.ward?.id ?? null);
    return quietUntil(alert, { escalation, timeZone, at })?.until ?? null;
  };
}

function exchangeOf(
  { timeZone }: Environment,
  parts: Pick<Base, 'accounts' | 'clock'> & { readonly rota: RotaStore },
): RotaExchange {
  return new RotaExchange({
    ...{ ...parts, timeZone, calendar: new IcalRotaCalendar(), newId: randomUUID },
  });
}

/** Asked for once; again only where that failed. */
function kept<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = null;
      throw error;
    });
    return asked;
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
    return allowsPush(endpoint, this.#allowLocal);
  }

  receiptDigest(token: string): string {
    return receiptDigest(token);
  }
}
