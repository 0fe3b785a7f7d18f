import { join } from 'node:path';
import { chmodSync, mkdirSync } from 'node:fs';
import type { BoardSnapshot } from '@endwatch/contracts';
import pg from 'pg';
import { Endwatch, eventually, query } from '../harness/system.ts';
import { columnsOf, constraintsOf, digestsOf } from './database-contents.ts';
import { InstalledPostgres } from './installed-postgres.ts';
import { admit, boardOf, WARD } from './small-ward.ts';

/** On the system's own PostgreSQL: on Debian 12 that is 15, the oldest that is supported. */
describe('a backup by pg_dump', () => {
  let postgres: InstalledPostgres;
  const started: Endwatch[] = [];

  const start = async (url: string): Promise<Endwatch> => {
    const endwatch = new Endwatch({ DATABASE_URL: url });
    started.push(endwatch);
    return endwatch.ready();
  };

  beforeAll(async () => {
    postgres = await InstalledPostgres.start();
  });

  afterAll(async () => {
    await Promise.all(started.map((one) => one.stop()));
    await postgres.stop();
  });

  it('taken from under a working product restores every row, and the product goes on from there', async () => {
    const url = postgres.url();
    const first = await start(url);
    await admit(first, 'a');
    await boardOf(first, ['a']);

    // Messages keep coming while it is taken; the snapshot says of which moment it is.
    let sent = 1;
    const enough = new AbortController();
    const traffic = (async () => {
      while (!enough.signal.aborted) await admit(first, `b${sent++}`);
    })();
    const keeper = new pg.Client({ connectionString: url });
    await keeper.connect();
    await keeper.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await keeper.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
    const snapshot = rows[0]?.id ?? '';
    const folder = join(postgres.home, 'backup');
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    const file = join(folder, 'endwatch.dump');
    const options = ['--format', 'custom', '--snapshot', snapshot, '--file', file];
    postgres.run('pg_dump', ['--dbname', url, ...options]);
    const columns = await columnsOf(url);
    const backedUp = await digestsOf(url, columns, snapshot);
    const { rows: tiles } = await keeper.query<{ patient: string }>(
      'SELECT patient_id AS patient FROM board_row ORDER BY 1',
    );
    const { rows: numbers } = await keeper.query<{ sequence: string }>(
      'SELECT sequence FROM ward WHERE id = $1',
      [WARD],
    );
    await keeper.end();
    await eventually(
      () => Promise.resolve(sent),
      (count) => count > 3,
    );
    enough.abort();
    await traffic;
    expect(await first.stop()).toBe(0);

    postgres.run('psql', ['--dbname', postgres.url('postgres'), '-c', 'CREATE DATABASE restored']);
    const restored = postgres.url('restored');
    postgres.run('pg_restore', ['--dbname', restored, '--exit-on-error', '--no-owner', file]);
    expect(await columnsOf(restored)).toEqual(columns);
    expect(await constraintsOf(restored)).toEqual(await constraintsOf(url));
    expect(await digestsOf(restored, columns)).toEqual(backedUp);
    expect(Number(backedUp['observation']?.rows)).toBeGreaterThan(5);
    // The product went on after the backup: it is not a copy of the end that was compared.
    expect(await digestsOf(url, columns)).not.toEqual(backedUp);

    const second = await start(restored);
    const known = tiles.map(({ patient }) => patient);
    // And whoever was in the log already, but not worked off.
    await boardOf(second, known);
    await admit(second, 'later');
    const board: BoardSnapshot = await boardOf(second, [...known, 'later']);
    // Numbers go on where the backup stood.
    expect(board.sequence).toBeGreaterThan(Number(numbers[0]?.sequence));
    const [holes] = await query<{ events: string; span: string }>(
      restored,
      `SELECT count(*) AS events, max(sequence) - min(sequence) + 1 AS span FROM board_event WHERE ward_id = '${WARD}'`,
    );
    expect(holes?.events).toBe(holes?.span);
    expect(await second.stop()).toBe(0);
  });
});
