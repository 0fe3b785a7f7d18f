import { DAY, type EpochMs } from '@endwatch/clinical';
import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import { inTransaction } from './connection.ts';
import { toTimestamp } from './storable.ts';

const PARTITIONED = [
  { table: 'observation', by: 'effective_at' },
  { table: 'score', by: 'as_of' },
  { table: 'board_event', by: 'known_at' },
] as const;
type Partitioned = (typeof PARTITIONED)[number];

/** Days that have a partition of their own: a fortnight's stay and a little, and some days in which nobody looks after the database. */
const DAYS_BACK = 16;
const DAYS_AHEAD = 3;
/** Ids of messages are kept as long as a sender may repeat itself. */
const MESSAGE_DAYS = 16;
/** Any number that all processes of Endwatch agree on. */
const MAINTENANCE_LOCK = 4_190_235;

export interface Maintenance {
  readonly now: EpochMs;
  /** Facts, scores and board events of older days are dropped, and rejections; null = nothing is. */
  readonly retentionDays: number | null;
}

export interface Maintained {
  /** Names of partitions. */
  readonly created: readonly string[];
  readonly dropped: readonly string[];
}

/**
 * Makes the partitions of the days around `now` and drops what is past retention. Whatever falls outside goes to a default partition, so that
 * no row is ever refused; rows that lie there when their day is made move. Safe to run from several processes, at any time: it gives way
 * (throws a transient `StorageError`) rather than hold up commits for more than 3 s.
 */
export async function maintainPartitions(
  source: DataSource,
  { now, retentionDays }: Maintenance,
): Promise<Maintained> {
  const done = { created: [] as string[], dropped: [] as string[] };
  const oldest = retentionDays === null ? null : startOfDay(now) - retentionDays * DAY;
  for (const partitioned of PARTITIONED) {
    await inTransaction(source, async (client) => {
      await client.query(`SET LOCAL lock_timeout = '3s'`);
      await client.query('SELECT pg_advisory_xact_lock($1)', [MAINTENANCE_LOCK]);
      const existing = await partitionsOf(client, partitioned);
      const wanted = daysAround(now).filter((day) => oldest === null || day >= oldest);
      done.created.push(...(await createDays(client, partitioned, { existing, wanted })));
      if (oldest !== null) {
        done.dropped.push(...(await dropBefore(client, partitioned, { existing, oldest })));
      }
      return { keep: true, value: null };
    });
  }
  await forget(source, { now, oldest });
  return done;
}

function startOfDay(time: EpochMs): EpochMs {
  return Math.floor(time / DAY) * DAY;
}

function daysAround(now: EpochMs): EpochMs[] {
  const first = startOfDay(now) - DAYS_BACK * DAY;
  return Array.from({ length: DAYS_BACK + DAYS_AHEAD + 1 }, (_, day) => first + day * DAY);
}

/** `observation_p20260329`: days begin at midnight UTC. */
function nameOf(table: string, day: EpochMs): string {
  return `${table}_p${new Date(day).toISOString().slice(0, 10).replaceAll('-', '')}`;
}

async function partitionsOf(client: ClientBase, { table }: Partitioned): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = $1::regclass`,
    [table],
  );
  return new Set(rows.map(({ name }) => name));
}

async function createDays(
  client: ClientBase,
  { table, by }: Partitioned,
  { existing, wanted }: { existing: ReadonlySet<string>; wanted: readonly EpochMs[] },
): Promise<readonly string[]> {
  const missing = wanted.filter((day) => !existing.has(nameOf(table, day)));
  // Writers wait from here on, so that none adds a row of such a day to the default partition meanwhile.
  if (missing.length > 0) await client.query(`LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`);
  for (const day of missing) {
    const name = nameOf(table, day);
    const [from, to] = [toTimestamp(day), toTimestamp(day + DAY)];
    await client.query(`CREATE TABLE ${name} (LIKE ${table} INCLUDING DEFAULTS)`);
    await client.query(
      `WITH moved AS (DELETE FROM ${table}_default WHERE ${by} >= $1 AND ${by} < $2 RETURNING *)
       INSERT INTO ${name} SELECT * FROM moved`,
      [from, to],
    );
    await client.query(
      `ALTER TABLE ${table} ATTACH PARTITION ${name} FOR VALUES FROM ('${from}') TO ('${to}')`,
    );
  }
  return missing.map((day) => nameOf(table, day));
}

async function dropBefore(
  client: ClientBase,
  { table, by }: Partitioned,
  { existing, oldest }: { existing: ReadonlySet<string>; oldest: EpochMs },
): Promise<readonly string[]> {
  const first = nameOf(table, oldest);
  const old = [...existing].filter((name) => /_p\d{8}$/.test(name) && name < first);
  for (const name of old) await client.query(`DROP TABLE ${name}`);
  await client.query(`DELETE FROM ${table}_default WHERE ${by} < $1`, [toTimestamp(oldest)]);
  return old;
}

async function forget(
  source: DataSource,
  { now, oldest }: { now: EpochMs; oldest: EpochMs | null },
): Promise<void> {
  await inTransaction(source, async (client) => {
    await client.query('DELETE FROM seen_message WHERE seen_at < $1', [
      toTimestamp(now - MESSAGE_DAYS * DAY),
    ]);
    if (oldest !== null) {
      await client.query('DELETE FROM rejection WHERE at < $1', [toTimestamp(oldest)]);
      await client.query('DELETE FROM score_explanation WHERE as_of < $1', [toTimestamp(oldest)]);
      await client.query('DELETE FROM shadow_score WHERE as_of < $1', [toTimestamp(oldest)]);
    }
    return { keep: true, value: null };
  });
}
