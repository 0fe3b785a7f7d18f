import type { EpochMs } from '@endwatch/clinical';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Advanced, Delivery } from '../domain/notices/delivery.ts';
import { CHANNEL_ORDER, type Contact, type Notice } from '../domain/notices/notice.ts';
import {
  NotificationStore,
  type ClaimedDelivery,
  type NewDelivery,
  type Telling,
  type Told,
  type ToldOf,
} from '../pipeline/notification-store.ts';
import {
  contactOf,
  deliveryOf,
  noticeOf,
  type ContactRow,
  type DeliveryRow,
  type NoticeRow,
} from './notification.mapper.ts';
import { insertDelivery, insertNotice, waitingNotices, writeTelling } from './tell-notices.ts';

const CLAIM = `
  WITH due AS (
    SELECT id, claimed_until IS NOT NULL AS repeated FROM delivery
    WHERE next_at <= $1 AND (claimed_until IS NULL OR claimed_until <= $1)
    ORDER BY next_at LIMIT $3 FOR UPDATE SKIP LOCKED
  )
  UPDATE delivery d SET claimed_until = $2, tries = tries + (state = 'queued')::int
  FROM due, notice n WHERE d.id = due.id AND n.id = d.notice_id
  RETURNING d.*, due.repeated, n.alert_ids, n.body`;

export class TypeormNotificationStore extends NotificationStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async tell(
    limit: number,
    decide: (waiting: readonly Told[]) => Promise<Telling>,
  ): Promise<number> {
    return this.#inTransaction(async (runner) => {
      const waiting = await waitingNotices(runner, limit);
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

  async shownTo(alertId: string): Promise<readonly { notice: Notice; contact: Contact }[]> {
    const rows = await this.#source.query<(ContactRow & NoticeRow)[]>(
      `SELECT DISTINCT ON (c.id) c.*, n.id AS notice_id, n.alert_ids, n.body
       FROM notice n JOIN delivery d ON d.notice_id = n.id JOIN contact c ON c.id = d.contact_id
       WHERE n.alert_ids = ARRAY[$1] AND d.channel <> 'email' AND NOT d.clear
         AND d.state IN ('sent', 'confirmed', 'unconfirmed')
       ORDER BY c.id, n.created_at DESC`,
      [alertId],
    );
    return rows.map((row) => ({ notice: noticeOf(row), contact: contactOf(row) }));
  }

  async addContact(contact: Contact, at: EpochMs): Promise<void> {
    await this.#source.query(
      `INSERT INTO contact (id, username, channel, address, keys, label, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (channel, address) DO UPDATE SET username = excluded.username, keys = excluded.keys,
         label = excluded.label, created_at = excluded.created_at`,
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

  async addNotice(notice: Notice, deliveries: readonly NewDelivery[]): Promise<void> {
    await this.#inTransaction(async (runner) => {
      await insertNotice(runner, notice);
      for (const delivery of deliveries) await insertDelivery(runner, delivery);
    });
  }

  async claim(
    limit: number,
    { now, until }: { readonly now: EpochMs; readonly until: EpochMs },
  ): Promise<readonly ClaimedDelivery[]> {
    const [rows] = await this.#source.query<
      [(DeliveryRow & NoticeRow & { repeated: boolean })[], number]
    >(CLAIM, [iso(now), iso(until), limit]);
    if (rows.length === 0) return [];
    const contacts = await this.#source.query<ContactRow[]>(
      'SELECT * FROM contact WHERE id = ANY($1)',
      [rows.map((row) => row.contact_id)],
    );
    const byId = new Map(contacts.map((row) => [row.id, contactOf(row)]));
    return rows.map((row) => ({
      ...deliveryOf(row),
      notice: noticeOf(row),
      contact: byId.get(row.contact_id ?? '') ?? null,
      repeated: row.repeated,
    }));
  }

  async expectReceipt(id: string, digest: string): Promise<void> {
    await this.#source.query('UPDATE delivery SET receipt_digest = $2 WHERE id = $1', [id, digest]);
  }

  async advance(
    { id, contactId }: Delivery,
    { state, nextAt, problem }: Advanced,
    more: {
      readonly at: EpochMs;
      readonly next: NewDelivery | null;
      readonly dropContact: boolean;
    },
  ): Promise<void> {
    await this.#inTransaction(async (runner) => {
      // A receipt may have come before the push service answered, and a withdrawal meanwhile: both stand.
      await runner.query(
        `UPDATE delivery SET claimed_until = NULL, problem = $4,
           state = CASE WHEN state IN ('confirmed', 'withdrawn') THEN state ELSE $2 END,
           next_at = CASE WHEN state IN ('confirmed', 'withdrawn') THEN NULL ELSE $3::timestamptz END,
           sent_at = CASE WHEN $2 IN ('sent', 'confirmed') THEN $5::timestamptz ELSE sent_at END,
           confirmed_at = CASE WHEN $2 = 'confirmed' THEN $5::timestamptz ELSE confirmed_at END
         WHERE id = $1`,
        [id, state, nextAt === null ? null : iso(nextAt), problem, iso(more.at)],
      );
      if (more.dropContact) await runner.query('DELETE FROM contact WHERE id = $1', [contactId]);
      if (more.next !== null) await insertDelivery(runner, more.next);
    });
  }

  async confirm(id: string, digest: string, at: EpochMs): Promise<boolean> {
    const [, confirmed] = await this.#source.query<[unknown[], number]>(
      `UPDATE delivery SET confirmed_at = coalesce(confirmed_at, $3), next_at = NULL,
         state = CASE WHEN state = 'withdrawn' THEN state ELSE 'confirmed' END
       WHERE id = $1 AND receipt_digest = $2`,
      [id, digest, iso(at)],
    );
    return confirmed === 1;
  }

  async deliveriesOf(noticeId: string): Promise<readonly Delivery[]> {
    const rows = await this.#source.query<DeliveryRow[]>(
      'SELECT * FROM delivery WHERE notice_id = $1 AND NOT clear ORDER BY id',
      [noticeId],
    );
    return rows.map(deliveryOf);
  }

  async toldOf(alertId: string): Promise<readonly ToldOf[]> {
    const rows = await this.#source.query<(DeliveryRow & NoticeRow & { created_at: Date })[]>(
      `SELECT d.*, n.alert_ids, n.body, n.created_at FROM notice n JOIN delivery d ON d.notice_id = n.id
       WHERE n.alert_ids @> ARRAY[$1] AND NOT d.clear ORDER BY n.created_at, d.id`,
      [alertId],
    );
    return rows.map((row) => ({
      ...{ username: row.username, stage: row.body.stage, channel: row.channel },
      ...{ state: row.state, at: row.created_at.getTime(), problem: row.problem },
    }));
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
