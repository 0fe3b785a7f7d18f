import type { EpochMs } from '@endwatch/clinical';
import type { Language } from '@endwatch/contracts';
import type { DataSource, QueryRunner } from 'typeorm';
import {
  settled,
  type Advanced,
  type DeliveryState,
  type Meanwhile,
} from '../domain/notices/delivery.ts';
import type { ClaimedDelivery, Follow } from '../pipeline/notification-store.ts';
import {
  contactOf,
  deliveryOf,
  noticeOf,
  type ContactRow,
  type DeliveryRow,
  type NoticeRow,
} from './notification.mapper.ts';
import { insertDelivery } from './tell-notices.ts';

/** From here to the word of what became of it nobody knows whether it was sent. A contact that is somebody else's by now is as good as gone. */
const CLAIM = `
  WITH due AS (
    SELECT d.id, d.maybe_sent AS repeated FROM delivery d JOIN notice n ON n.id = d.notice_id
    WHERE d.next_at <= $1 AND (d.claimed_until IS NULL OR d.claimed_until <= $1)
    ORDER BY array_position(ARRAY['high', 'medium', 'low', 'technical'], n.body ->> 'priority'), d.next_at
    LIMIT $3 FOR UPDATE OF d SKIP LOCKED
  )
  UPDATE delivery d SET claimed_until = $2, tries = tries + (state = 'queued')::int,
    maybe_sent = maybe_sent OR state = 'queued'
  FROM due, notice n WHERE d.id = due.id AND n.id = d.notice_id
  RETURNING d.*, due.repeated, n.alert_ids, n.body`;

const CONTACTS = `
  SELECT c.*, p.value ->> 'language' AS language
  FROM contact c LEFT JOIN account_preference p ON p.username = c.username WHERE c.id = ANY($1)`;

const CONFIRM = `
  UPDATE delivery SET confirmed_at = coalesce(confirmed_at, $3), next_at = NULL,
    state = CASE WHEN state = 'withdrawn' THEN state ELSE 'confirmed' END
  WHERE id = $1 AND receipt_digest = $2`;

/** Whoever was reached is not called in the ways that would have come next. */
const WITHDRAW_OTHERS = `
  UPDATE delivery o SET state = 'withdrawn', next_at = NULL
  FROM delivery d WHERE d.id = $1 AND NOT d.clear AND o.notice_id = d.notice_id AND o.username = d.username
    AND NOT o.clear AND o.channel <> 'web-push' AND o.state = 'queued' AND o.tries = 0`;

type SpokenTo = ContactRow & { readonly language: Language | null };

export async function claimDue(
  source: DataSource,
  limit: number,
  { now, until }: { readonly now: EpochMs; readonly until: EpochMs },
): Promise<readonly ClaimedDelivery[]> {
  const [rows] = await source.query<[(DeliveryRow & NoticeRow & { repeated: boolean })[], number]>(
    CLAIM,
    [iso(now), iso(until), limit],
  );
  if (rows.length === 0) return [];
  const contacts = await source.query<SpokenTo[]>(CONTACTS, [rows.map((row) => row.contact_id)]);
  return rows.map((row) => {
    const contact = contacts.find(
      ({ id, username }) => id === row.contact_id && username === row.username,
    );
    return {
      ...deliveryOf(row),
      notice: noticeOf(row),
      contact: contact ? contactOf(contact) : null,
      language: contact?.language ?? null,
      repeated: row.repeated,
      claimedUntil: until,
    };
  });
}

/** In the runner's transaction. The notice first, as who withdraws it does: they take turns. */
export async function advanceDelivery(
  runner: QueryRunner,
  delivery: ClaimedDelivery,
  { advanced, follow }: { readonly advanced: Advanced; readonly follow: Follow },
): Promise<Pick<Advanced, 'state' | 'tryNextAt'> | null> {
  const meanwhile = await meanwhileOf(runner, delivery);
  if (meanwhile === null) return null;
  const { takeBack, tryNextAt, ...written } = settled(delivery, advanced, meanwhile);
  await runner.query(
    `UPDATE delivery SET claimed_until = NULL, state = $2, next_at = $3, problem = $4, maybe_sent = $5,
       sent_at = CASE WHEN $6 THEN $7::timestamptz ELSE sent_at END,
       confirmed_at = CASE WHEN $2 = 'confirmed' THEN coalesce(confirmed_at, $7::timestamptz) ELSE confirmed_at END
     WHERE id = $1`,
    [
      ...[delivery.id, written.state, written.nextAt === null ? null : iso(written.nextAt)],
      ...[written.problem, written.maybeSent || delivery.repeated],
      ...[advanced.state === 'sent' || advanced.state === 'confirmed', iso(follow.at)],
    ],
  );
  if (follow.dropContact) {
    await runner.query('DELETE FROM contact WHERE id = $1 AND username = $2', [
      delivery.contactId,
      delivery.username,
    ]);
  }
  if (written.state === 'confirmed') await runner.query(WITHDRAW_OTHERS, [delivery.id]);
  if (tryNextAt !== null && follow.next !== null) await insertDelivery(runner, follow.next);
  if (takeBack && follow.takeBack !== null) await insertDelivery(runner, follow.takeBack);
  return { state: written.state, tryNextAt };
}

/** In the runner's transaction; turns as above. */
export async function confirmDelivery(
  runner: QueryRunner,
  id: string,
  { digest, at }: { readonly digest: string; readonly at: EpochMs },
): Promise<boolean> {
  await runner.query(
    'SELECT FROM notice WHERE id = (SELECT notice_id FROM delivery WHERE id = $1) FOR SHARE',
    [id],
  );
  const [, confirmed] = (await runner.query(CONFIRM, [id, digest, iso(at)])) as [unknown[], number];
  if (confirmed === 1) await runner.query(WITHDRAW_OTHERS, [id]);
  return confirmed === 1;
}

/** Null where the claim is not ours any more. */
async function meanwhileOf(
  runner: QueryRunner,
  { id, noticeId, claimedUntil }: ClaimedDelivery,
): Promise<Meanwhile | null> {
  const [notice] = (await runner.query(
    'SELECT over_at IS NOT NULL AS over FROM notice WHERE id = $1 FOR SHARE',
    [noticeId],
  )) as { over: boolean }[];
  const [row] = (await runner.query(
    'SELECT state FROM delivery WHERE id = $1 AND claimed_until = $2 FOR UPDATE',
    [id, iso(claimedUntil)],
  )) as { state: DeliveryState }[];
  return row && notice ? { state: row.state, isOver: notice.over } : null;
}

function iso(time: EpochMs): string {
  return new Date(time).toISOString();
}
