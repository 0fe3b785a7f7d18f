import type { PoolClient } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { giveUp, isOfTheConnection } from './connection.ts';
import { entities } from './entities/entities.ts';
import { migrations } from './migrations/index.ts';

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize?: number;
  /** 0 = without end. */
  readonly statementTimeoutMs?: number;
  readonly lockTimeoutMs?: number;
}

/**
 * Times come in the one form that is quick to read. A prepared statement is planned once for each connection, whatever its values: over a hundred
 * partitions a plan costs ten times what it does, and all statements go by whole keys. Such a plan looks expensive, so nothing may be compiled
 * for it.
 */
const SESSION = '-c TimeZone=UTC -c plan_cache_mode=force_generic_plan -c jit=off';

/** Any number that all processes of Endwatch agree on. */
const MIGRATION_LOCK = 4_190_233;

/** Where a statement by itself meets a connection that is of no use any more, it goes to another one, once: nothing of it was done. */
class MindfulDataSource extends DataSource {
  override async query<T>(
    text: string,
    values?: Parameters<DataSource['query']>[1],
    given?: QueryRunner,
  ): Promise<T> {
    if (given !== undefined) return super.query<T>(text, values, given);
    try {
      return await this.#once<T>(text, values);
    } catch (failure) {
      if (!isOfTheConnection(failure)) throw failure;
      return this.#once<T>(text, values);
    }
  }

  async #once<T>(text: string, values: Parameters<DataSource['query']>[1]): Promise<T> {
    const runner = this.createQueryRunner();
    try {
      return await super.query<T>(text, values, runner);
    } catch (failure) {
      if (isOfTheConnection(failure)) giveUp((await runner.connect()) as PoolClient);
      throw failure;
    } finally {
      await runner.release();
    }
  }
}

/**
 * The one data source of the application and of the migrations. A process that stops in the middle of a transaction (suspended, cut off)
 * loses it after 5 s, so that it holds nobody up; nothing waits for a lock or an answer without end.
 */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new MindfulDataSource({
    type: 'postgres',
    url: options.url,
    poolSize: options.poolSize ?? 10,
    applicationName: 'endwatch',
    connectTimeoutMS: 10_000,
    entities,
    migrations,
    migrationsTableName: 'migration',
    synchronize: false,
    installExtensions: false,
    // Its own lines would carry parameters, and with them identifiers.
    logging: false,
    extra: {
      keepAlive: true,
      // Statements that do not need each other's answers go out together: on a busy machine each answer waited for is a turn of both processes.
      pipeline: true,
      options: SESSION,
      idle_in_transaction_session_timeout: 5_000,
      lock_timeout: options.lockTimeoutMs ?? 20_000,
      statement_timeout: options.statementTimeoutMs ?? 60_000,
    },
  });
}

/**
 * Brings the schema of the database at `url` up to date; several processes may try at once. Answers with the names of what was run. A change may
 * take its time, but not wait long for its lock: processes of the release before still work, and queue up behind whoever waits.
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const patience = { statementTimeoutMs: 0, lockTimeoutMs: 5_000 };
  const source = await createDataSource({ url, poolSize: 2, ...patience }).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SET lock_timeout = 0');
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await source.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    // Closing the sessions gives the lock back.
    await lock.release();
    await source.destroy();
  }
}
