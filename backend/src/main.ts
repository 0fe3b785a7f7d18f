import 'reflect-metadata';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { AppModule } from './app.module.ts';
import { codeVersion } from './code-version.ts';
import { compose, type Parts } from './compose.ts';
import {
  BadConfiguration,
  EXIT_BAD_CONFIGURATION,
  readEnvironment,
  type Environment,
} from './config/environment.ts';
import { accessProblem } from './event-log/kafka-access.ts';
import { HomeInUse, lockHome } from './home/home-lock.ts';
import { serveDocs } from './http/openapi.ts';
import { firstAccounts } from './people.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { servePages } from './http/static-pages.ts';
import { NestLog } from './observability/logger.ts';
import { migrate } from './postgres/data-source.ts';
import { databaseProblem } from './postgres/database-access.ts';
import { startLocalPostgres } from './postgres/local/local-postgres.ts';
import { LeaveOnSignal } from './system/leave-on-signal.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Above the 5 MiB that a message may have, so that a larger one is refused with its reason and kept. */
const LARGEST_BODY = '64mb';
/** Three years of a large rota. */
const LARGEST_CALENDAR = '5mb';
/** Nobody answers, for now. */
const AWAY = ['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'EAI_AGAIN'];

/** For people at a terminal; everything else goes through the log. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function start(environment: Environment): Promise<void> {
  const { kafka, databaseUrl } = environment;
  const problem =
    (kafka && (await accessProblem(kafka))) ??
    (databaseUrl && (await databaseProblem(databaseUrl)));
  if (problem) throw new BadConfiguration(problem);
  const database = await openDatabase(environment);
  leave.by(database.stop);
  try {
    const migrations = await migrate(database.url);
    await run(environment, { ...database, migrations });
  } catch (error) {
    // Asked to leave meanwhile, it is being closed already.
    if (!leave.asked) await database.stop();
    throw error;
  }
}

async function run(environment: Environment, database: Database & Migrated): Promise<void> {
  const parts = await compose(environment, database.url);
  const { migrations } = database;
  if (migrations.length > 0) parts.log.info({ migrations }, 'schema brought up to date');
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(parts), {
    logger: new NestLog(parts.log),
    bodyParser: false,
  });
  const stop = async (): Promise<void> => {
    await parts.mllp?.stop();
    await app.close();
    await parts.close();
  };
  leave.by(async () => {
    await stop();
    await database.stop();
  });
  try {
    await serve(app, parts);
  } catch (error) {
    await stop();
    throw error;
  }
  parts.start();
  await untilReady(parts);
  say(`Endwatch is ready: ${addressOf(app, environment.host)}`);
}

async function serve(app: NestExpressApplication, parts: Parts): Promise<void> {
  const { environment } = parts;
  app.set('trust proxy', environment.trustedProxies.split(','));
  app.useGlobalFilters(new ProblemFilter(parts.log));
  servePages(app, join(ROOT, 'frontend/dist/browser'));
  serveDocs(app, codeVersion());
  app.use('/fhir', express.raw({ type: () => true, limit: LARGEST_BODY }));
  app.use('/api/rota/import', express.text({ type: 'text/calendar', limit: LARGEST_CALENDAR }));
  app.use('/api', express.json({ limit: '1mb' }));
  if (environment.roles.gateway) await parts.boardNotices.start();
  await listen('HOST', environment.host, () => app.listen(environment.port, environment.host));
  await listenForHl7(parts);
  if (environment.roles.gateway) {
    const password = await firstAccounts(environment, parts);
    if (password) say(`First administrator: user admin, password ${password} (shown this once)`);
  }
}

interface Database {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

interface Migrated {
  readonly migrations: readonly string[];
}

async function openDatabase(environment: Environment): Promise<Database> {
  if (environment.databaseUrl) {
    return { url: environment.databaseUrl, stop: () => Promise.resolve() };
  }
  const release = await lockHome(environment.home).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).syscall !== 'mkdir') throw error;
    throw new BadConfiguration(
      `ENDWATCH_HOME is "${environment.home}"; allowed: a folder that can be made and written`,
    );
  });
  const server = await startLocalPostgres({ home: join(environment.home, 'database') });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      release();
    },
  };
}

async function listenForHl7({ mllp, environment }: Parts): Promise<void> {
  const host = environment.mllp?.host ?? '';
  const port = await listen('MLLP_HOST', host, () => mllp?.start());
  if (port !== undefined) say(`HL7 v2 is taken by MLLP: ${host}:${String(port)}`);
}

async function listen<Heard>(
  variable: 'HOST' | 'MLLP_HOST',
  host: string,
  start: () => Promise<Heard> | undefined,
): Promise<Heard | undefined> {
  try {
    return await start();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL', 'EINVAL'].includes(code)) throw error;
    throw new BadConfiguration(
      `${variable} is "${host}"; allowed: an address or host name of this machine`,
    );
  }
}

async function untilReady({ health }: Parts): Promise<void> {
  for (;;) {
    if ((await health.readiness()).ready) return;
    await new Promise((wait) => setTimeout(wait, 100));
  }
}

function addressOf(app: NestExpressApplication, host: string): string {
  const address = app.getHttpServer().address() as { port: number };
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

const leave = new LeaveOnSignal();

try {
  await start(readEnvironment(join(ROOT, '.endwatch')));
} catch (error) {
  // What was being opened when it was asked to leave: it leaves as asked.
  if (!leave.asked) giveUp(error);
}

function giveUp(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  const { code = '' } = (error ?? {}) as NodeJS.ErrnoException;
  const inUse = code === 'EADDRINUSE';
  process.stderr.write(
    inUse
      ? `Endwatch did not start: the port is taken (${message})\n`
      : `Endwatch did not start: ${message}\n`,
  );
  const known =
    error instanceof BadConfiguration || error instanceof HomeInUse || inUse || AWAY.includes(code);
  if (!known && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  process.exit(error instanceof BadConfiguration ? EXIT_BAD_CONFIGURATION : 1);
}
