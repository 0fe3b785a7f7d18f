import type { EpochMs } from '@endwatch/clinical';
import type { QueryRunner } from 'typeorm';
import type { AlertKind, AlertPriority, EscalationTarget } from '../domain/alerting/alert.ts';
import type { Notice } from '../domain/notices/notice.ts';
import type { NewDelivery, Telling, Told } from '../pipeline/notification-store.ts';

interface WaitingRow {
  readonly id: string;
  readonly alert_id: string;
  readonly told: EscalationTarget | 'clear';
  readonly at: Date;
  readonly is_open: boolean | null;
  readonly kind: AlertKind;
  readonly priority: AlertPriority;
  readonly bed: string | null;
  readonly ward_id: string | null;
  readonly ward_name: string | null;
}

const NO_CONTACT = 'there is nothing to reach them by';

/** Oldest first. An alert that somebody took or that was resolved after it was written is told to nobody. */
const WAITING = `
  SELECT o.id, o.alert_id, o.told, o.at, a.state IN ('raised', 'escalated') AS is_open, a.kind, a.priority,
    b.body ->> 'bed' AS bed, a.ward_id, w.name AS ward_name
  FROM notice_outbox o LEFT JOIN alert a ON a.id = o.alert_id
  LEFT JOIN board_row b ON b.patient_id = a.patient_id LEFT JOIN ward w ON w.id = a.ward_id
  ORDER BY o.id LIMIT $1 FOR UPDATE OF o SKIP LOCKED`;

export async function waitingNotices(runner: QueryRunner, limit: number): Promise<readonly Told[]> {
  const rows = (await runner.query(WAITING, [limit])) as WaitingRow[];
  return rows.map((row) => ({
    id: row.id,
    alertId: row.alert_id,
    clear: row.told === 'clear',
    toTell:
      row.told === 'clear' || row.is_open !== true
        ? null
        : {
            ...{ alertId: row.alert_id, told: row.told, at: row.at.getTime(), kind: row.kind },
            ...{ priority: row.priority, bed: row.bed },
            ward:
              row.ward_id === null ? null : { id: row.ward_id, name: row.ward_name ?? row.ward_id },
          },
  }));
}

/** In the runner's transaction. */
export async function writeTelling(runner: QueryRunner, telling: Telling): Promise<void> {
  for (const notice of telling.notices) await insertNotice(runner, notice);
  // What waits for an alert that is over is withdrawn before anything new is written for it.
  if (telling.cleared.length > 0) {
    await runner.query(
      `UPDATE delivery SET state = 'withdrawn', next_at = NULL FROM notice n
       WHERE n.id = notice_id AND n.alert_ids <@ $1::text[] AND NOT delivery.clear AND state = 'queued'`,
      [telling.cleared],
    );
  }
  for (const delivery of telling.deliveries) await insertDelivery(runner, delivery);
  await runner.query('DELETE FROM notice_outbox WHERE id = ANY($1::bigint[])', [telling.struckOff]);
}

export async function insertNotice(runner: QueryRunner, notice: Notice): Promise<void> {
  const { id, alertIds, ...body } = notice;
  await runner.query(
    `INSERT INTO notice (id, alert_ids, body, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [id, alertIds, JSON.stringify(body), iso(notice.at)],
  );
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
