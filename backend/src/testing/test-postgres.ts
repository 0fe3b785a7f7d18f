import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate } from '../postgres/data-source.ts';

const START_TIMEOUT_MS = 60_000;
const LOOK_EVERY_MS = 50;
/** Any number that all who build the template agree on. */
const TEMPLATE_LOCK = 7_203_111;

interface TestServer {
  readonly adminUrl: string;
  /** Who owns the databases; null = the administrator. */
  readonly app: { readonly user: string; readonly appPassword: string } | null;
}

/**
 * URL of a new, empty, migrated database of its own. The server is the one of `ENDWATCH_TEST_DATABASE_URL` (its user needs CREATEDB), or one
 * that the first caller starts and that ends with the test run; the database then belongs to a role without any privilege.
 */
export async function freshDatabase(): Promise<string> {
  const server = await testServer();
  const name = `endwatch_${randomBytes(6).toString('hex')}`;
  await withAdmin(server, async (admin) => {
    await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const template = await templateDatabase(server, admin);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}${owner(server)}`);
  });
  return databaseUrl(server, name);
}

/** Ends every connection to the database of `url` and removes it. */
export async function dropDatabase(url: string): Promise<void> {
  await withAdmin(await testServer(), async (admin) => {
    await admin.query(`DROP DATABASE IF EXISTS ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
  });
}

async function templateDatabase(server: TestServer, admin: pg.Client): Promise<string> {
  const name = `endwatch_template_${runId()}`;
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount !== 0) return name;
  await admin.query(`CREATE DATABASE ${name}_new${owner(server)}`);
  await migrate(databaseUrl(server, `${name}_new`));
  await admin.query(`ALTER DATABASE ${name}_new RENAME TO ${name}`);
  return name;
}

function owner(server: TestServer): string {
  return server.app ? ` OWNER ${server.app.user}` : '';
}

function databaseUrl(server: TestServer, name: string): string {
  const url = new URL(server.adminUrl);
  url.pathname = `/${name}`;
  if (server.app) {
    url.username = server.app.user;
    url.password = server.app.appPassword;
  }
  return url.href;
}

async function withAdmin(
  server: TestServer,
  work: (admin: pg.Client) => Promise<void>,
): Promise<void> {
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

/** The process that outlives every worker of this run. Jest starts workers with a channel to it. */
function runId(): number {
  return process.send === undefined ? process.pid : process.ppid;
}

async function testServer(): Promise<TestServer> {
  // Read here, not in config/environment.ts: the product does not know of it.
  const given = process.env['ENDWATCH_TEST_DATABASE_URL'];
  if (given) return { adminUrl: given, app: null };
  const home = join(tmpdir(), `endwatch-test-postgres-${runId()}`);
  if (isFirst(home)) {
    const keeper = fileURLToPath(new URL('./postgres-keeper.ts', import.meta.url));
    spawn(process.execPath, [keeper, home, String(runId())], {
      detached: true,
      stdio: 'ignore',
    }).unref();
  }
  return published(home);
}

/** Making the folder elects the one caller that starts the server. */
function isFirst(home: string): boolean {
  try {
    mkdirSync(home, { mode: 0o755 });
    return true;
  } catch {
    return false;
  }
}

/** Another process is starting the server: all there is to watch is its file. */
async function published(home: string): Promise<TestServer> {
  const [ready, failed] = [join(home, 'server.json'), join(home, 'failed.json')];
  for (let waited = 0; waited < START_TIMEOUT_MS; waited += LOOK_EVERY_MS) {
    if (existsSync(ready)) return JSON.parse(readFileSync(ready, 'utf8')) as TestServer;
    if (existsSync(failed)) throw new Error(`test Postgres: ${readFileSync(failed, 'utf8')}`);
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
  }
  throw new Error(`test Postgres is not up after ${START_TIMEOUT_MS} ms`);
}
