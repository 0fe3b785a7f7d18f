import type { EpochMs } from '@endwatch/clinical';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Advanced, Delivery } from '../domain/notices/delivery.ts';
import {
  CHANNEL_ORDER,
  type Channel,
  type Contact,
  type Notice,
} from '../domain/notices/notice.ts';
import type { AuditEntry } from '../pipeline/audit-trail.ts';
import {
  NotificationStore,
  type ClaimedDelivery,
  type Follow,
  type NewDelivery,
  type Noticed,
  type Telling,
  type Told,
  type ToldOf,
} from '../pipeline/notification-store.ts';
import {
  contactOf,
  deliveryOf,
  type ContactRow,
  type DeliveryRow,
  type NoticeRow,
} from './notification.mapper.ts';
import { advanceDelivery, claimDue, confirmDelivery } from './deliver-notices.ts';
import { noticedOf, seeNotice } from './seen-notices.ts';
import {
  insertDelivery,
  insertNotice,
  isOnlyTeller,
  waitingNotices,
  writeTelling,
} from './tell-notices.ts';
import { insertAuditEntry } from './typeorm-audit-trail.ts';

export class TypeormNotificationStore extends NotificationStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async tell(
    look: { readonly limit: number; readonly now: EpochMs },
    decide: (waiting: readonly Told[]) => Promise<Telling>,
  ): Promise<number> {
    return this.#inTransaction(async (runner) => {
      if (!(await isOnlyTeller(runner))) return 0;
      const waiting = await waitingNotices(runner, look);
      if (waiting.length > 0) await writeTelling(runner, await decide(waiting));
      return waiting.length;
    });
  }

  async contactsOf(usernames: readonly string[]): Promise<readonly Contact[]> {
    if (usernames.length === 0) return [];
    const rows = await this.#source.query<ContactRow[]>(
      `SELECT * FROM contact WHERE username = ANY($1)
       ORDER BY array_position($2::text[], channel), created_at DESC, id`,
      [usernames, CHANNEL_ORDER],
    );
    return rows.map(contactOf);
  }

  async contact(id: string): Promise<Contact | null> {
    const [row] = await this.#source.query<ContactRow[]>('SELECT * FROM contact WHERE id = $1', [
      id,
    ]);
    return row ? contactOf(row) : null;
  }

  async contactsBy(channel: Channel): Promise<readonly Contact[]> {
    const rows = await this.#source.query<ContactRow[]>(
      'SELECT * FROM contact WHERE channel = $1 ORDER BY username, created_at, id',
      [channel],
    );
    return rows.map(contactOf);
  }

  async addContact(contact: Contact, at: EpochMs): Promise<void> {
    const same = contact.channel === 'web-push' ? `(address) WHERE channel = 'web-push'` : '(id)';
    await this.#source.query(
      `INSERT INTO contact (id, username, channel, address, keys, label, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT ${same} DO UPDATE SET username = excluded.username, keys = excluded.keys,
         label = excluded.label,
         -- Their order is that in which they were added: who says again that they are there keeps the place.
         created_at = CASE WHEN contact.username = excluded.username
           THEN contact.created_at ELSE excluded.created_at END`,
      [
        ...[contact.id, contact.username, contact.channel, contact.address],
        ...[contact.keys && JSON.stringify(contact.keys), contact.label, iso(at)],
      ],
    );
  }

  async removeContact(id: string, username: string | null): Promise<boolean> {
    const [, removed] = await this.#source.query<[unknown[], number]>(
      'DELETE FROM contact WHERE id = $1 AND ($2::text IS NULL OR username = $2)',
      [id, username],
    );
    return removed === 1;
  }

  async addNotice(
    notice: Notice,
    deliveries: readonly NewDelivery[],
    entry?: AuditEntry,
  ): Promise<void> {
    await this.#inTransaction(async (runner) => {
      const isNew = await insertNotice(runner, notice);
      if (isNew && entry) await insertAuditEntry(runner, entry);
      for (const delivery of deliveries) await insertDelivery(runner, delivery);
    });
  }

  async claim(
    limit: number,
    { now, until }: { readonly now: EpochMs; readonly until: EpochMs },
  ): Promise<readonly ClaimedDelivery[]> {
    return claimDue(this.#source, limit, { now, until });
  }

  async expectReceipt(id: string, digest: string): Promise<void> {
    await this.#source.query('UPDATE delivery SET receipt_digest = $2 WHERE id = $1', [id, digest]);
  }

  async advance(
    delivery: ClaimedDelivery,
    advanced: Advanced,
    follow: Follow,
  ): Promise<Pick<Advanced, 'state' | 'tryNextAt'> | null> {
    return this.#inTransaction((runner) => advanceDelivery(runner, delivery, { advanced, follow }));
  }

  async confirm(id: string, digest: string, at: EpochMs): Promise<boolean> {
    return this.#inTransaction((runner) => confirmDelivery(runner, id, { digest, at }));
  }

  async deliveriesOf(noticeId: string): Promise<readonly Delivery[]> {
    const rows = await this.#source.query<DeliveryRow[]>(
      'SELECT * FROM delivery WHERE notice_id = $1 AND NOT clear ORDER BY id',
      [noticeId],
    );
    return rows.map(deliveryOf);
  }

  async noticedOf(noticeId: string): Promise<Noticed | null> {
    return noticedOf(this.#source, noticeId);
  }

  async see(noticeId: string, username: string, at: EpochMs): Promise<void> {
    await seeNotice(this.#source, noticeId, { username, at });
  }

  async toldOf(alertIds: readonly string[]): Promise<ReadonlyMap<string, readonly ToldOf[]>> {
    if (alertIds.length === 0) return new Map();
    const rows = await this.#source.query<
      (DeliveryRow & NoticeRow & { created_at: Date; channel: Channel })[]
    >(
      `SELECT d.*, n.alert_ids, n.body, n.created_at FROM notice n JOIN delivery d ON d.notice_id = n.id
       WHERE n.alert_ids && $1::text[] AND NOT d.clear ORDER BY n.created_at, d.id`,
      [alertIds],
    );
    const told = new Map(alertIds.map((id): [string, ToldOf[]] => [id, []]));
    for (const row of rows) {
      const one: ToldOf = {
        ...{ username: row.username, stage: row.body.stage, channel: row.channel },
        ...{ state: row.state, at: row.created_at.getTime(), problem: row.problem },
      };
      for (const id of row.alert_ids) told.get(id)?.push(one);
    }
    return told;
  }

  async secret<T>(name: string, make: () => Promise<T>): Promise<T> {
    const kept = async (): Promise<T | undefined> =>
      (
        await this.#source.query<{ value: T }[]>(
          'SELECT value FROM server_secret WHERE name = $1',
          [name],
        )
      )[0]?.value;
    const there = await kept();
    if (there !== undefined) return there;
    await this.#source.query(
      'INSERT INTO server_secret (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [name, JSON.stringify(await make())],
    );
    // Another process may have been first.
    return (await kept()) as T;
  }

  async #inTransaction<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.#source.createQueryRunner();
    try {
      await runner.startTransaction();
      const result = await work(runner);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
}

function iso(time: EpochMs): string {
  return new Date(time).toISOString();
}
