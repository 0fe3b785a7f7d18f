import type { EpochMs } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';

/** Rows taken at once: nobody waits for a lock of theirs. */
const AT_ONCE = 2_000;

/**
 * A notice is settled when nothing of it is to be sent any more and each of its alerts is resolved. Its deliveries go with it. Another process that
 * is about it is let be.
 */
const NOTICES = `
  DELETE FROM notice WHERE id IN (
    SELECT n.id FROM notice n
    WHERE n.created_at < $1
      AND NOT EXISTS (SELECT FROM delivery d WHERE d.notice_id = n.id AND d.next_at IS NOT NULL)
      AND NOT EXISTS (SELECT FROM alert a WHERE a.id = ANY(n.alert_ids) AND a.state <> 'resolved')
    LIMIT $2 FOR UPDATE OF n SKIP LOCKED
  )`;

/** What became a notice is struck off at once; what is left so long is of alerts that are over. */
const ENTRIES = `
  DELETE FROM notice_outbox WHERE id IN (
    SELECT o.id FROM notice_outbox o
    WHERE o.at < $1
      AND NOT EXISTS (SELECT FROM alert a WHERE a.id = o.alert_id AND a.state <> 'resolved')
    LIMIT $2 FOR UPDATE OF o SKIP LOCKED
  )`;

export interface Pruned {
  readonly notices: number;
  readonly entries: number;
}

/** Lets go of settled notices made before a moment, with their deliveries, and of entries for them that nobody took up. */
export async function pruneNotices(source: DataSource, before: EpochMs): Promise<Pruned> {
  return {
    notices: await inParts(source, NOTICES, before),
    entries: await inParts(source, ENTRIES, before),
  };
}

async function inParts(source: DataSource, statement: string, before: EpochMs): Promise<number> {
  let all = 0;
  for (;;) {
    const [, gone] = await source.query<[unknown[], number]>(statement, [
      new Date(before).toISOString(),
      AT_ONCE,
    ]);
    all += gone;
    if (gone < AT_ONCE) return all;
  }
}
