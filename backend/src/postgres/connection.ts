import pg, {
  type ClientBase,
  type CustomTypesConfig,
  type PoolClient,
  type QueryResultRow,
} from 'pg';
import type { EpochMs } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import { StorageError } from './storage-error.ts';

const TIMESTAMPTZ = 1184;
const UTC = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?\d*\+00$/;

/** Times as `EpochMs`, without making a Date for each. */
const TYPES: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === TIMESTAMPTZ ? epochMs : (pg.types.getTypeParser(oid, format as 'text') as never),
};

function epochMs(text: string): EpochMs {
  const found = UTC.exec(text);
  if (!found) return new Date(text).getTime();
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const ms = Number((found[7] ?? '0').padEnd(3, '0'));
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}

/** Rows with `timestamptz` as `EpochMs` and `bigint` as text. */
export async function readRows<Row extends QueryResultRow>(
  client: ClientBase,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  return (await client.query<Row>({ text, values: [...values], types: TYPES })).rows;
}

/** Lends a connection of the data source's pool. Failures come out as `StorageError`. */
export async function withClient<T>(
  source: DataSource,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    return await work((await runner.connect()) as PoolClient);
  } catch (failure) {
    throw StorageError.from(failure);
  } finally {
    await runner.release();
  }
}

/** One READ COMMITTED transaction; rolled back when `work` throws or answers that it is not to be kept. */
export async function inTransaction<T>(
  source: DataSource,
  work: (client: PoolClient) => Promise<{ readonly keep: boolean; readonly value: T }>,
): Promise<T> {
  return withClient(source, async (client) => {
    try {
      await client.query('BEGIN');
      const { keep, value } = await work(client);
      const { command } = await client.query(keep ? 'COMMIT' : 'ROLLBACK');
      if (keep && command !== 'COMMIT') throw new StorageError('not committed', null, true);
      return value;
    } catch (failure) {
      await abandon(client);
      throw failure;
    }
  });
}

/** A connection that cannot even roll back is not given to the next user: the pool drops what is ending. */
async function abandon(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
  } catch {
    void (client as unknown as pg.Client).end().catch(() => undefined);
  }
}
