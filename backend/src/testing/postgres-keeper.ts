/**
 * Keeps one Postgres for one test run: `node postgres-keeper.ts <home> <pid of the run>`. Writes `<home>/server.json` once it is up, and stops
 * the server and removes the folder when the run is gone, however it ended.
 */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { startLocalPostgres } from '../postgres/local/local-postgres.ts';

const CHECK_EVERY_MS = 500;
/** Durability is not what these tests ask about; an odd time zone brings conversions that lean on UTC to light. */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
  'timezone=Asia/Kathmandu',
];

const [home, owner] = [process.argv[2] ?? '', Number(process.argv[3])];

function publish(file: string, content: unknown): void {
  const path = join(home, file);
  writeFileSync(`${path}.part`, JSON.stringify(content), { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function start(): Promise<void> {
  const server = await startLocalPostgres({ home, settings: SETTINGS });
  const timer = setInterval(() => {
    if (isAlive(owner)) return;
    clearInterval(timer);
    void server.stop().finally(() => {
      rmSync(home, { recursive: true, force: true });
    });
  }, CHECK_EVERY_MS);
  const appPassword = randomBytes(18).toString('base64url');
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  // The product needs no superuser: the tests prove it by not being one.
  await admin.query(`CREATE ROLE endwatch_app LOGIN PASSWORD '${appPassword}'`);
  await admin.end();
  publish('server.json', { adminUrl: server.url, app: { user: 'endwatch_app', appPassword } });
}

start().catch((failure: unknown) => {
  publish('failed.json', failure instanceof Error ? failure.message : 'unknown');
  process.exitCode = 1;
});
