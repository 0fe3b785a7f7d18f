import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startLocalPostgres, type LocalPostgres } from './local-postgres.ts';

let parent: string;
let home: string;
const servers: LocalPostgres[] = [];

beforeEach(() => {
  // Closed to other accounts, as /root is: there root's server keeps its data outside.
  parent = mkdtempSync(join(tmpdir(), 'endwatch-private-'));
  chmodSync(parent, 0o700);
  home = join(parent, 'database');
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  if (existsSync(join(home, 'postgres.json'))) rmSync(dataDir(), { recursive: true });
  rmSync(parent, { recursive: true });
});

async function start(): Promise<LocalPostgres> {
  const server = await startLocalPostgres({ home, settings: ['fsync=off'] });
  servers.push(server);
  return server;
}

function dataDir(): string {
  return (JSON.parse(readFileSync(join(home, 'postgres.json'), 'utf8')) as { dataDir: string })
    .dataDir;
}

async function query({ url }: LocalPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const TABLE_THERE = "SELECT to_regclass('kept')::text AS there";

describe('the Postgres of one box', () => {
  it('keeps its data with its home', async () => {
    const first = await start();
    await query(first, 'CREATE TABLE kept ()');
    await first.stop();
    expect(await query(await start(), TABLE_THERE)).toEqual([{ there: 'kept' }]);
  });

  it('starts afresh when its home was removed, and leaves nothing of the old data anywhere', async () => {
    const first = await start();
    await query(first, 'CREATE TABLE kept ()');
    await first.stop();
    const before = dataDir();
    // Only root keeps them apart from the home.
    expect(before.startsWith(home)).toBe(process.getuid?.() !== 0);
    rmSync(home, { recursive: true });
    expect(await query(await start(), TABLE_THERE)).toEqual([{ there: null }]);
    expect(dataDir()).toBe(before);
  });

  it('stops the server of a removed home before it takes its place', async () => {
    const left = await start();
    await query(left, 'CREATE TABLE kept ()');
    rmSync(home, { recursive: true });
    expect(await query(await start(), TABLE_THERE)).toEqual([{ there: null }]);
    await expect(query(left, 'SELECT 1')).rejects.toThrow();
  });
});
