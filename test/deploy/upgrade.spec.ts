import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BoardSnapshot } from '@endwatch/contracts';
import { Endwatch, PostgresServer, query } from '../harness/system.ts';
import { columnsOf, constraintsOf, digestsOf } from './database-contents.ts';
import { admit, boardOf } from './small-ward.ts';

/** The database of the last release, with rows that its own processes wrote (./README.md says how it was made). */
const RELEASED = readFileSync(join(import.meta.dirname, 'released/0.1.0.sql'), 'utf8');

let postgres: PostgresServer;
const started: Endwatch[] = [];

function start(env: Record<string, string>): Endwatch {
  const endwatch = new Endwatch(env);
  started.push(endwatch);
  return endwatch;
}

/** Brought up to date by a process of this version, which has then ended. */
async function migrated(url: string): Promise<void> {
  const gateway = await start({ DATABASE_URL: url, ENDWATCH_ROLES: 'gateway' }).ready();
  expect(await gateway.stop()).toBe(0);
}

beforeAll(() => {
  postgres = new PostgresServer();
});

afterAll(async () => {
  await Promise.all(started.map((one) => one.stop()));
  await postgres.stop();
});

describe('an empty database', () => {
  it('gets its schema once when four processes start on it at the same moment', async () => {
    const url = await postgres.database('empty');
    const roles = ['scorer', 'scorer', 'gateway', 'scorer,gateway'];
    const processes = roles.map((role) => start({ DATABASE_URL: url, ENDWATCH_ROLES: role }));
    await Promise.all(processes.map((one) => one.ready()));

    const kept = await query<{ name: string }>(url, 'SELECT name FROM migration ORDER BY id');
    const logged = processes.flatMap(({ lines }) =>
      lines
        .filter((line) => line.includes('schema brought up to date'))
        .flatMap((line) => (JSON.parse(line) as { migrations: string[] }).migrations),
    );
    expect(kept.length).toBeGreaterThan(3);
    expect(new Set(kept.map(({ name }) => name)).size).toBe(kept.length);
    expect(logged).toEqual(kept.map(({ name }) => name));
    expect(await Promise.all(processes.map((one) => one.stop()))).toEqual([0, 0, 0, 0]);
  });
});

describe('the database of the release before', () => {
  let url: string;
  let fresh: string;
  let columnsBefore: Awaited<ReturnType<typeof columnsOf>>;
  let constraintsBefore: readonly string[];
  let kept: typeof columnsBefore;
  let digestsBefore: Awaited<ReturnType<typeof digestsOf>>;

  beforeAll(async () => {
    url = await postgres.database('released');
    fresh = await postgres.database('fresh');
    await query(url, RELEASED);
    columnsBefore = await columnsOf(url);
    constraintsBefore = await constraintsOf(url);
    // The process that migrates notes it, and makes its administrator.
    const others = Object.entries(columnsBefore).filter(
      ([name]) => !/^(migration|account)\./.test(name),
    );
    kept = Object.fromEntries(others);
    digestsBefore = await digestsOf(url, kept);
    await migrated(url);
    await migrated(fresh);
  });

  it('ends with the schema of a new one', async () => {
    expect(await columnsOf(url)).toEqual(await columnsOf(fresh));
    expect(await constraintsOf(url)).toEqual(await constraintsOf(fresh));
  });

  it('keeps every row as it was', async () => {
    expect(Object.keys(digestsBefore).length).toBeGreaterThan(10);
    // Columns that came with this version are not what is asked about.
    expect(await digestsOf(url, kept)).toEqual(digestsBefore);
  });

  it('still takes every statement of the release before: nothing it names is gone or asks for more', async () => {
    const now = await columnsOf(url);
    for (const [column, before] of Object.entries(columnsBefore)) {
      expect([column, now[column]?.type]).toEqual([column, before.type]);
      if (before.optional) expect([column, now[column]?.optional]).toEqual([column, true]);
    }
    const oldTables = new Set(Object.keys(columnsBefore).map((name) => name.split('.')[0]));
    const demanding = Object.entries(now).filter(
      ([name, { optional }]) =>
        oldTables.has(name.split('.')[0]) && !(name in columnsBefore) && !optional,
    );
    expect(demanding).toEqual([]);
    const stricter = (await constraintsOf(url)).filter(
      (constraint) =>
        oldTables.has(constraint.split(' ')[0] ?? '') && !constraintsBefore.includes(constraint),
    );
    expect(stricter).toEqual([]);
  });

  it('is served by this version', async () => {
    const gateway = await start({ DATABASE_URL: url, ENDWATCH_ROLES: 'gateway' }).ready();
    const stored = await query<{ patient: string; ward: string }>(
      url,
      `SELECT patient_id AS patient, ward_id AS ward FROM board_row ORDER BY 1`,
    );
    expect(stored.length).toBeGreaterThan(0);
    const board = await gateway.json<BoardSnapshot>(`/api/wards/${stored[0]?.ward ?? ''}/board`);
    expect(board.rows.map(({ patientId }) => patientId).toSorted()).toEqual(
      stored.map(({ patient }) => patient),
    );
    expect(await gateway.stop()).toBe(0);
  });
});

describe('a database that a newer version has widened', () => {
  const WIDEN = `
    BEGIN;
    ALTER TABLE patient ADD COLUMN next_release text;
    ALTER TABLE observation ADD COLUMN next_release integer DEFAULT 7;
    ALTER TABLE score ADD COLUMN next_release integer;
    ALTER TABLE board_event ADD COLUMN next_release integer;
    CREATE TABLE next_release (patient_id text PRIMARY KEY);
    CREATE INDEX next_release_patient ON patient (next_release);
    INSERT INTO migration (timestamp, name) VALUES (4102444800000, 'NextRelease4102444800000');
    COMMIT`;

  it('is served by processes of this version: those that were running, and those that start', async () => {
    const url = await postgres.database('newer');
    const running = await start({ DATABASE_URL: url }).ready();
    await admit(running, 'a');
    await boardOf(running, ['a']);
    await query(url, WIDEN);
    await admit(running, 'b');
    await boardOf(running, ['a', 'b']);
    // A restart in the middle of the change, or a way back after it.
    const again = await start({ DATABASE_URL: url }).ready();
    expect(await running.stop()).toBe(0);
    await admit(again, 'c');
    await boardOf(again, ['a', 'b', 'c']);
    expect(await again.stop()).toBe(0);
    // Each connection may lose one attempt by what it had prepared before the change; nothing is given up.
    const attempts = [running, again].flatMap(({ lines }) =>
      lines.map((line) => Number(/"attempt":(\d+)/.exec(line)?.[1] ?? 0)),
    );
    expect(Math.max(...attempts)).toBeLessThanOrEqual(10);
    const codes = await query<{ code: string }>(url, 'SELECT DISTINCT code FROM rejection');
    expect(codes).toEqual([{ code: 'value-implausible' }]);
  });
});
