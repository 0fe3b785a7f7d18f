import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import {
  BadConfiguration,
  EXIT_BAD_CONFIGURATION,
  readEnvironment,
  type Environment,
} from './config/environment.ts';
import { createDataSource } from './postgres/data-source.ts';
import { runningLocalPostgres, startLocalPostgres } from './postgres/local/local-postgres.ts';

/** The environment as the product itself reads it. */
export function commandEnvironment(): Environment {
  return readEnvironment(join(import.meta.dirname, '../../.endwatch'));
}

/** A command that could not do its work: in one line why, and the exit code that says so. What the work returns, where it is a number, is the code. */
export async function runCommand(
  work: () => Promise<unknown>,
  failed: { readonly exitCode: number } = { exitCode: 1 },
): Promise<void> {
  try {
    const code = await work();
    process.exitCode = typeof code === 'number' ? code : 0;
  } catch (error) {
    process.stderr.write(`${lineOf(error)}\n`);
    const isOurs = error instanceof BadConfiguration;
    process.exitCode = isOurs ? EXIT_BAD_CONFIGURATION : failed.exitCode;
  }
}

/** Where a name has several addresses the reason stands in the parts. */
function lineOf(error: unknown): string {
  const parts: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
  const [first] = parts;
  return first instanceof Error ? first.message : String(first);
}

/** Lends a command the product's database: the one named, the one of a running Endwatch on this home, or that home's own, started for the while. */
export async function withDatabase<T>(
  environment: Environment,
  work: (source: DataSource) => Promise<T>,
): Promise<T> {
  const home = join(environment.home, 'database');
  const url = environment.databaseUrl ?? runningLocalPostgres(home);
  if (url === null && !existsSync(home))
    throw new Error(`no Endwatch has run on ${environment.home}`);
  const own = url === null ? await startLocalPostgres({ home }) : null;
  const source = await createDataSource({ url: url ?? own?.url ?? '', poolSize: 2 }).initialize();
  try {
    await refuseEmpty(source);
    return await work(source);
  } finally {
    await source.destroy();
    await own?.stop();
  }
}

async function refuseEmpty(source: DataSource): Promise<void> {
  const [row] = await source.query<{ schema: string | null }[]>(
    "SELECT to_regclass('site_setting') AS schema",
  );
  if (row?.schema == null)
    throw new Error('no Endwatch has run on this database: it has no tables');
}
