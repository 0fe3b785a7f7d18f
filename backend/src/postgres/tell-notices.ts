import type { EpochMs } from '@endwatch/clinical';
import type { QueryRunner } from 'typeorm';
import type { AlertKind, AlertPriority, EscalationTarget } from '../domain/alerting/alert.ts';
import { CANARY_NOTICE, canaryToTell } from '../domain/canary/canary.ts';
import { GATHER, type ToTell } from '../domain/notices/group-notices.ts';
import type { Notice } from '../domain/notices/notice.ts';
import type { NewDelivery, Telling, Told } from '../pipeline/notification-store.ts';
import { contactOf, noticeOf, type ContactRow, type NoticeRow } from './notification.mapper.ts';

interface WaitingRow {
  readonly id: string;
  readonly alert_id: string;
  readonly told: EscalationTarget | 'clear';
  readonly at: Date;
  readonly first_at: Date | null;
  readonly is_open: boolean | null;
  readonly kind: AlertKind;
  readonly priority: AlertPriority;
  readonly bed: string | null;
  readonly ward_id: string | null;
  readonly ward_name: string | null;
}

const TELLING_LOCK = 4_190_239;
const NO_CONTACT = 'there is nothing to reach them by';

/**
 * Oldest first, and all that waits of an alert together, however much that is: its entries are told once. An alert that somebody took or that was
 * resolved after it was written is told to nobody; what is of high priority by now is not held.
 */
const WAITING = `
  WITH due AS (
    SELECT o.id, o.alert_id FROM notice_outbox o LEFT JOIN alert a ON a.id = o.alert_id
    WHERE o.not_before IS NULL OR o.not_before <= $2 OR a.priority = 'high'
  ), first AS (SELECT alert_id FROM due ORDER BY id LIMIT $1)
  SELECT o.id, o.alert_id, o.told, o.at, a.state IN ('raised', 'escalated') AS is_open, a.kind, a.priority,
    b.body ->> 'bed' AS bed, a.ward_id, w.name AS ward_name, (
      SELECT min(f.at) FROM notice_outbox f JOIN alert fa ON fa.id = f.alert_id
      WHERE f.told = o.told AND fa.ward_id IS NOT DISTINCT FROM a.ward_id AND fa.priority IN ('medium', 'low')
        AND (f.not_before IS NULL OR f.not_before <= $3)
    ) AS first_at
  FROM notice_outbox o LEFT JOIN alert a ON a.id = o.alert_id
  LEFT JOIN board_row b ON b.patient_id = a.patient_id LEFT JOIN shown_ward w ON w.id = a.ward_id
  WHERE o.id IN (SELECT id FROM due WHERE alert_id IN (SELECT alert_id FROM first))
  ORDER BY o.id FOR UPDATE OF o SKIP LOCKED`;

/**
 * In the runner's transaction, until its end. One process tells at a time: two would share the entries of an alert and ring a person twice, or the
 * end of an alert would be told before its beginning, and never again. Postgres ends a transaction that hangs within seconds.
 */
export async function isOnlyTeller(runner: QueryRunner): Promise<boolean> {
  const [lock] = (await runner.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [
    TELLING_LOCK,
  ])) as { mine: boolean }[];
  return lock?.mine === true;
}

export async function waitingNotices(
  runner: QueryRunner,
  { limit, now }: { readonly limit: number; readonly now: EpochMs },
): Promise<readonly Told[]> {
  const soon = iso(now + GATHER);
  const rows = (await runner.query(WAITING, [limit, iso(now), soon])) as WaitingRow[];
  return rows.map((row) => ({
    id: row.id,
    alertId: row.alert_id,
    clear: row.told === 'clear',
    firstAt: (row.first_at ?? row.at).getTime(),
    toTell: toTellOf(row),
  }));
}

function toTellOf(row: WaitingRow): ToTell | null {
  const { alert_id: alertId, told, kind, priority, bed, ward_id: wardId } = row;
  if (alertId === CANARY_NOTICE) return canaryToTell(row.at.getTime());
  if (told === 'clear' || row.is_open !== true) return null;
  const ward = wardId === null ? null : { id: wardId, name: row.ward_name ?? wardId };
  return { alertId, told, at: row.at.getTime(), kind, priority, bed, ward };
}

/** In the runner's transaction. */
export async function writeTelling(runner: QueryRunner, telling: Telling): Promise<void> {
  // What waits for an alert that is over is withdrawn before anything new is written for it.
  if (telling.cleared.length > 0) await takeBack(runner, telling);
  for (const notice of telling.notices) await insertNotice(runner, notice);
  for (const delivery of telling.deliveries) await insertDelivery(runner, delivery);
  await runner.query('DELETE FROM notice_outbox WHERE id = ANY($1::bigint[])', [telling.struckOff]);
  for (const { id, until } of telling.held) {
    await runner.query('UPDATE notice_outbox SET not_before = $2 WHERE id = $1', [id, iso(until)]);
  }
}

/**
 * A notice is over when nobody need see to any of its alerts. One that went on again meanwhile is not: what takes it back could overtake what
 * tells of it anew. Locked from here on: an attempt in hand finds out when it is written down.
 */
const OVER = `
  UPDATE notice n SET over_at = clock_timestamp()
  WHERE n.alert_ids && $1::text[] AND n.over_at IS NULL
    AND NOT EXISTS (SELECT FROM alert a WHERE a.id = ANY(n.alert_ids) AND a.state IN ('raised', 'escalated'))
  RETURNING n.id`;

const WITHDRAW = `
  UPDATE delivery SET state = 'withdrawn', next_at = NULL
  WHERE notice_id = ANY($1::text[]) AND NOT clear AND state = 'queued'`;

/** Mail cannot be called back. */
const SHOWN = `
  SELECT DISTINCT ON (c.id, n.id) c.*, n.id AS notice_id, n.alert_ids, n.body
  FROM notice n JOIN delivery d ON d.notice_id = n.id
  JOIN contact c ON c.id = d.contact_id AND c.username = d.username
  WHERE n.id = ANY($1::text[]) AND d.channel <> 'email' AND NOT d.clear
    AND (d.maybe_sent OR d.state IN ('sent', 'confirmed', 'unconfirmed'))
  ORDER BY c.id, n.id`;

async function takeBack(runner: QueryRunner, telling: Telling): Promise<void> {
  const [over] = (await runner.query(OVER, [telling.cleared])) as [{ id: string }[], number];
  const ids = [over.map(({ id }) => id)];
  await runner.query(WITHDRAW, ids);
  const shown = (await runner.query(SHOWN, ids)) as (ContactRow & NoticeRow)[];
  for (const row of shown) {
    const delivery = telling.takeBack({ notice: noticeOf(row), contact: contactOf(row) });
    await insertDelivery(runner, delivery);
  }
}

/** False where there is one of this id already. */
export async function insertNotice(runner: QueryRunner, notice: Notice): Promise<boolean> {
  const { id, alertIds, ...body } = notice;
  const inserted = (await runner.query(
    `INSERT INTO notice (id, alert_ids, body, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
     RETURNING id`,
    [id, alertIds, JSON.stringify(body), iso(notice.at)],
  )) as readonly unknown[];
  return inserted.length > 0;
}

export async function insertDelivery(runner: QueryRunner, delivery: NewDelivery): Promise<void> {
  const { id, noticeId, username, contact, clear, at } = delivery;
  await runner.query(
    `INSERT INTO delivery (id, notice_id, username, contact_id, channel, clear, state, next_at, problem)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
    contact === null
      ? [id, noticeId, username, null, 'web-push', clear, 'failed', null, NO_CONTACT]
      : [id, noticeId, username, contact.id, contact.channel, clear, 'queued', iso(at), null],
  );
}

function iso(time: EpochMs): string {
  return new Date(time).toISOString();
}
