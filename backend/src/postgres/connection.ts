import pg, {
  type ClientBase,
  type CustomTypesConfig,
  type PoolClient,
  type QueryConfig,
  type QueryResultRow,
} from 'pg';
import type { DataSource } from 'typeorm';
import { digest, epochMsOf } from './storable.ts';
import { StorageError } from './storage-error.ts';

type TypeId = Parameters<CustomTypesConfig['getTypeParser']>[0];

const STANDARD: CustomTypesConfig = pg.types;

/** Times as `EpochMs`, without making a Date for each. */
const TYPES: CustomTypesConfig = {
  getTypeParser(oid: TypeId): unknown {
    return oid === pg.types.builtins.TIMESTAMPTZ ? epochMsOf : STANDARD.getTypeParser(oid, 'text');
  },
};

/** Failures that are this connection's own, and stay so: the next one may do. */
const OF_THE_CONNECTION: ReadonlySet<string | null> = new Set([
  // A newer process added a column: what this connection has prepared cannot be used any more.
  '0A000',
  // Of a standby, or begun while the database could not be written: read-only, although it may be written again.
  '25006',
]);

const names = new Map<string, string>();

/** A statement by this name is parsed and, after a few uses, planned once for each connection: with dozens of partitions that is most of its cost. */
export function prepared(text: string): { readonly name: string; readonly text: string } {
  const name = names.get(text) ?? `s${digest(text)}`;
  names.set(text, name);
  return { name, text };
}

/** Rows with `timestamptz` as `EpochMs` and `bigint` as text. */
export async function readRows<Row extends QueryResultRow>(
  client: ClientBase,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  return (await client.query<Row>({ ...prepared(text), values: [...values], types: TYPES })).rows;
}

/** Lends a connection of the data source's pool. Failures come out as `StorageError`. */
export async function withClient<T>(
  source: DataSource,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const runner = source.createQueryRunner();
  let client: PoolClient | null = null;
  try {
    client = (await runner.connect()) as PoolClient;
    return await work(client);
  } catch (failure) {
    if (client !== null && isOfTheConnection(failure)) giveUp(client);
    throw StorageError.from(failure);
  } finally {
    await runner.release();
  }
}

/** Whether a failure is the connection's own, so that another one may do. */
export function isOfTheConnection(failure: unknown): boolean {
  return OF_THE_CONNECTION.has(StorageError.from(failure).code);
}

/** Connections of the data source's pool: lent out, idle, and how many ask for one in vain at the moment. */
export function poolUse(source: DataSource): { inUse: number; idle: number; waiting: number } {
  const pool = (source.driver as unknown as { readonly master: pg.Pool }).master;
  const { totalCount, idleCount, waitingCount } = pool;
  return { inUse: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}

/** Takes statements that are sent already and whose answers `work` need not wait for: all are there, and good, before the COMMIT. */
export type Send = (statements: Promise<unknown>) => void;

/** One READ COMMITTED transaction; rolled back when `work` throws, answers that it is not to be kept, or anything it sent fails. */
export async function inTransaction<T>(
  source: DataSource,
  work: (client: PoolClient, send: Send) => Promise<{ readonly keep: boolean; readonly value: T }>,
): Promise<T> {
  return withClient(source, async (client) => {
    const sent: Promise<unknown>[] = [];
    const watched = watching(client);
    const send: Send = (statements) => {
      // Looked at below; a failure that nobody listens to yet would end the process.
      statements.catch(() => undefined);
      sent.push(statements);
    };
    try {
      await client.query('BEGIN');
      const { keep, value } = await work(watched.client, send);
      await Promise.all(sent);
      const { command } = await client.query(keep ? 'COMMIT' : 'ROLLBACK');
      if (keep && command !== 'COMMIT') throw new StorageError('not committed', null, 'transient');
      return value;
    } catch (failure) {
      await Promise.allSettled(sent);
      const [cause] = watched.failures;
      await abandon(client);
      throw cause ?? failure;
    }
  });
}

/**
 * The same connection, with what its statements failed with, in the order of the statements. After the first failure of a transaction Postgres answers
 * everything else with 25P02, and of several promises that wait for several answers any may be the first to be heard.
 */
function watching(client: PoolClient): {
  readonly client: PoolClient;
  readonly failures: readonly unknown[];
} {
  const failures: unknown[] = [];
  const query = async (statement: string | QueryConfig, values?: unknown[]): Promise<unknown> => {
    try {
      return await client.query(statement, values);
    } catch (failure) {
      failures.push(failure);
      throw failure;
    }
  };
  return { client: Object.create(client, { query: { value: query } }) as PoolClient, failures };
}

/** A connection that cannot even roll back is not given to the next user. */
async function abandon(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
  } catch {
    giveUp(client);
  }
}

/** The pool drops what is ending. */
export function giveUp(client: PoolClient): void {
  void (client as unknown as pg.Client).end().catch(() => undefined);
}
