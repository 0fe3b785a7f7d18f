import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { readEnvironment, type Environment } from './config/environment.ts';
import { createDataSource } from './postgres/data-source.ts';
import { runningLocalPostgres, startLocalPostgres } from './postgres/local/local-postgres.ts';

/** The environment as the product itself reads it. */
export function commandEnvironment(): Environment {
  return readEnvironment(join(import.meta.dirname, '../../.endwatch'));
}

/** Lends a command the product's database: the one named, the one of a running Endwatch on this home, or that home's own, started for the while. */
export async function withDatabase<T>(
  environment: Environment,
  work: (source: DataSource) => Promise<T>,
): Promise<T> {
  const home = join(environment.home, 'database');
  const url = environment.databaseUrl ?? runningLocalPostgres(home);
  const own = url === null ? await startLocalPostgres({ home }) : null;
  const source = await createDataSource({ url: url ?? own?.url ?? '', poolSize: 2 }).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
    await own?.stop();
  }
}
