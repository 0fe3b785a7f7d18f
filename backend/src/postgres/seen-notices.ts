import type { EpochMs } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import type { Noticed } from '../pipeline/notification-store.ts';

interface SeenRow {
  readonly created_at: Date;
  readonly username: string | null;
  readonly at: Date | null;
}

const NOTICED = `
  SELECT n.created_at, s.username, s.at FROM notice n LEFT JOIN notice_seen s ON s.notice_id = n.id
  WHERE n.id = $1`;

/** Null where there is no such notice, or it was let go. */
export async function noticedOf(source: DataSource, noticeId: string): Promise<Noticed | null> {
  const rows = await source.query<SeenRow[]>(NOTICED, [noticeId]);
  const [first] = rows;
  if (!first) return null;
  const seen = rows.flatMap(({ username, at }): [string, EpochMs][] =>
    username === null || at === null ? [] : [[username, at.getTime()]],
  );
  return { at: first.created_at.getTime(), seen: new Map(seen) };
}

/** The first time counts. */
export async function seeNotice(
  source: DataSource,
  noticeId: string,
  { username, at }: { readonly username: string; readonly at: EpochMs },
): Promise<void> {
  await source.query(
    'INSERT INTO notice_seen (notice_id, username, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [noticeId, username, new Date(at).toISOString()],
  );
}
