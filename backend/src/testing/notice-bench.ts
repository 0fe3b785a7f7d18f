import type { DataSource } from 'typeorm';
import { SECOND } from '@endwatch/clinical';
import type { Contact, Notice } from '../domain/notices/notice.ts';
import { DeliveryWorker, receiptDigest, type WorkerParts } from '../notify/delivery-worker.ts';
import { Receiver, Subscriber } from '../notify/testing/push-service.ts';
import { makeVapidKeys, WebPushChannel, type VapidKeys } from '../notify/web-push.ts';
import { WebhookChannel } from '../notify/webhook.ts';
import type { Log } from '../pipeline/log.ts';
import { TellPeople } from '../pipeline/tell-people.ts';
import { createDataSource } from '../postgres/data-source.ts';
import { aBatch, anAlert, aPatient } from '../postgres/testing/effects.ts';
import { TypeormAccountStore } from '../postgres/typeorm-account-store.ts';
import { TypeormCanaryStore } from '../postgres/typeorm-canary-store.ts';
import { TypeormNotificationStore } from '../postgres/typeorm-notification-store.ts';
import { TypeormPatientStore } from '../postgres/typeorm-patient-store.ts';
import { TypeormRotaStore } from '../postgres/typeorm-rota-store.ts';
import { ContentIds } from '../system/content-ids.ts';
import { FixedClock } from './fixed-clock.ts';
import { dropDatabase, freshDatabase } from './test-postgres.ts';

/** Signatures are checked against the real clock. */
export const T0: number = Date.now();

/** A database, a phone with its push service, a paging system, and workers between them; time stands until it is passed. */
export class NoticeBench {
  readonly phone = new Subscriber();
  readonly pushes = new Receiver();
  readonly hooks = new Receiver();
  readonly clock = new FixedClock(T0);
  /** Sentences of the log. */
  readonly said: string[] = [];
  source!: DataSource;
  store!: TypeormNotificationStore;
  worker!: DeliveryWorker;
  people!: TellPeople;
  #url = '';
  #keys!: VapidKeys;

  async open(): Promise<this> {
    this.#url = await freshDatabase();
    this.source = await createDataSource({ ...this.connection, poolSize: 6 }).initialize();
    this.store = new TypeormNotificationStore(this.source);
    const accounts = new TypeormAccountStore(this.source);
    for (const username of ['dr', 'eve']) {
      const account = { username, name: username, role: 'neurologist', wards: null } as const;
      await accounts.createAccount({ ...account, passwordHash: null });
    }
    await Promise.all([this.pushes.start(), this.hooks.start()]);
    this.#keys = await makeVapidKeys();
    this.worker = this.workerOf();
    const { store, clock } = this;
    const ids = new ContentIds();
    const rota = new TypeormRotaStore(this.source);
    this.people = new TellPeople({
      ...{ store, rota, accounts, clock, ids, log: this.log, quietUntil: () => null },
      commands: { nobodyTold: () => Promise.resolve() },
    });
    return this;
  }

  /** Of the database, for another process. */
  get connection(): { readonly url: string } {
    return { url: this.#url };
  }

  async close(): Promise<void> {
    await Promise.all([this.pushes.stop(), this.hooks.stop()]);
    await this.source.destroy();
    await dropDatabase(this.#url);
  }

  /** Another process, with a store of its own where one is given. */
  workerOf(changed: Partial<WorkerParts> = {}): DeliveryWorker {
    const { store, clock } = this;
    const now = (): number => clock.now();
    const settings = { keys: this.#keys, subject: 'mailto:it@hospital.example', now };
    return new DeliveryWorker({
      ...{ store, clock, ids: new ContentIds(), log: this.log, onAttempt: () => undefined },
      houseLanguage: 'en',
      channels: { 'web-push': new WebPushChannel(settings), webhook: new WebhookChannel(now) },
      takeTestAlert: async () => {
        await new TypeormCanaryStore(this.source).handedOut();
        return { outcome: 'accepted', confirmed: true };
      },
      ...changed,
    });
  }

  async addPhone(username = 'dr', path = 'p1'): Promise<Contact> {
    const contact = this.phone.contact(`${this.pushes.address}/${path}`, username);
    await this.store.addContact(contact, T0);
    return contact;
  }

  async addPager(username = 'dr'): Promise<Contact> {
    const contact: Contact = {
      ...{ id: `pager of ${username}`, username, channel: 'webhook', label: 'Pager' },
      ...{ address: `${this.hooks.address}/page`, keys: { secret: 'known to both' } },
    };
    await this.store.addContact(contact, T0);
    return contact;
  }

  async tell(contact: Contact, id = 'n1', changes: Partial<Notice> = {}): Promise<void> {
    await this.tellAll([contact], id, changes);
  }

  /** Of one person. */
  async tellAll(
    contacts: readonly Contact[],
    id = 'n1',
    changes: Partial<Notice> = {},
  ): Promise<void> {
    const notice: Notice = {
      ...{ id, alertIds: ['a1'], at: T0, stage: 'first-on-call', priority: 'high' },
      ...{ kind: 'end-confirmed', bed: '12', ward: { id: 'w', name: 'Stroke unit' } },
      ...changes,
    };
    const deliveries = contacts.map((contact) => ({
      ...{ id: `d-${id}-${contact.id}`, noticeId: id, username: contact.username, contact },
      ...{ clear: false, at: this.clock.now() },
    }));
    await this.store.addNotice(notice, deliveries);
  }

  /** The device says that it showed what it was sent. */
  async confirm(nth: number): Promise<void> {
    const payload = this.phone.read(this.pushes.received[nth]!);
    const digest = receiptDigest(payload.receipt ?? '');
    await this.store.confirm(payload.deliveryId, digest, this.clock.now());
  }

  /** Alerts that nobody has taken. */
  async raise(ids: readonly string[]): Promise<void> {
    const alerts = ids.map((id) => anAlert('p', id, { state: 'escalated' }));
    await new TypeormPatientStore(this.source).commit(
      aBatch({ offsets: [], messageIds: [], patients: [aPatient('p', { alerts })] }),
    );
  }

  /** Somebody takes an alert, as a commit of the pipeline tells it. */
  async taken(alertId = 'a1'): Promise<void> {
    await this.source.query(`UPDATE alert SET state = 'acknowledged' WHERE id = $1`, [alertId]);
    await this.source.query(
      `INSERT INTO notice_outbox (alert_id, told, at) VALUES ($1, 'clear', now())`,
      [alertId],
    );
    while ((await this.people.once()) > 0);
  }

  async pass(seconds: number): Promise<void> {
    this.clock.set(this.clock.now() + seconds * SECOND);
    while ((await this.worker.once()) > 0);
  }

  async states(id = 'n1'): Promise<string[]> {
    const all = await this.store.deliveriesOf(id);
    return all.map(({ channel, state }) => `${channel} ${state}`).sort();
  }

  /** What the phone was sent, in order. */
  get shown(): { clear: boolean; repeated: boolean; tag: string }[] {
    return this.pushes.received.map((one) => {
      const { clear, repeated, tag } = this.phone.read(one);
      return { clear, repeated, tag };
    });
  }

  get log(): Log {
    const say = (_: object, sentence: string): void => void this.said.push(sentence);
    const log: Log = { debug: say, info: say, warn: say, error: say, child: () => log };
    return log;
  }
}

/** Looks again, a turn of the event loop later, until it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}
