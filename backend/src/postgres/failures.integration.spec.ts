import { inspect } from 'node:util';
import type { DataSource } from 'typeorm';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource } from './data-source.ts';
import type { StorageError } from './storage-error.ts';
import { aBatch, anAlert, aPatient, aScore, everyRecord, NOW } from './testing/effects.ts';
import { TypeormPatientStore } from './typeorm-patient-store.ts';

let url: string;
let source: DataSource;
let store: TypeormPatientStore;

beforeEach(async () => {
  url = await freshDatabase();
  source = await createDataSource({ url, poolSize: 2 }).initialize();
  store = new TypeormPatientStore(source);
});
afterEach(async () => {
  await source.destroy();
  await dropDatabase(url);
});

const vitals = { topic: 'endwatch.vitals', partition: 0 };
const batch = aBatch({
  offsets: [{ ...vitals, from: 0n, to: 4n }],
  messageIds: [{ source: 'ehr', id: '1' }],
  patients: [
    aPatient('secret-patient', {
      records: everyRecord('secret-patient'),
      scores: [aScore('secret-patient', 's1')],
      alerts: [anAlert('secret-patient', 'a1')],
      transitions: [
        { alertId: 'a1', at: NOW, from: null, to: 'raised', by: 'system', reason: '', told: null },
      ],
    }),
  ],
  messages: [{ topic: 'endwatch.scores', key: 'k', headers: { ce_id: '1' }, value: Buffer.of(0) }],
});
const TABLES = [
  'consumer_offset',
  'seen_message',
  'patient',
  'observation',
  'report',
  'clinical_record',
  'score',
  'alert',
  'alert_transition',
  'board_row',
  'board_event',
  'ward',
  'outbox',
];

async function rowsOf(): Promise<Record<string, number>> {
  const counts = TABLES.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
  const [row] = await source.query<Record<string, number>[]>(`SELECT ${counts.join(', ')}`);
  return row ?? {};
}

/** Runs `body` when a row is written to `table`, at once or when the transaction commits. */
async function upon(table: string, body: string, when = ''): Promise<void> {
  await source.query(
    `CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body}; RETURN NEW; END $$`,
  );
  await source.query(
    when === 'COMMIT'
      ? `CREATE CONSTRAINT TRIGGER trouble AFTER INSERT ON ${table} DEFERRABLE INITIALLY DEFERRED
         FOR EACH ROW EXECUTE FUNCTION trouble()`
      : `CREATE TRIGGER trouble BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION trouble()`,
  );
}

const CUT = 'PERFORM pg_terminate_backend(pg_backend_pid())';
const REFUSE = `RAISE unique_violation USING MESSAGE = 'secret-patient', DETAIL = 'secret-patient', TABLE = 'board_event'`;

const REFUSED = { outcome: 'refused', reason: 'Postgres: 23505 at board_event' };

/** What is heard of a cut is what Postgres said last, or what the system says of a write after it: statements of a commit go out together. */
const AWAY = {
  code: expect.stringMatching(/^(57P01|EPIPE|ECONNRESET)$/) as string,
  transient: true,
};

describe.each([
  ['the connection is cut at the last statement', CUT, '', AWAY],
  ['the connection is cut at COMMIT', CUT, 'COMMIT', AWAY],
  ['Postgres refuses a row', REFUSE, '', REFUSED],
  ['Postgres refuses at COMMIT', REFUSE, 'COMMIT', REFUSED],
])('when %s', (_name, body, when, expected) => {
  it('nothing is written, nothing is told, and the same batch goes through later', async () => {
    await upon('board_event', body, when);
    for (const way of ['rehearse', 'commit'] as const) {
      const answer = await store[way](batch).catch((failure: unknown) => failure);
      expect(answer).toMatchObject(expected);
      expect(inspect(answer)).not.toContain('secret');
    }
    expect(await rowsOf()).toEqual(Object.fromEntries(TABLES.map((table) => [table, 0])));
    await source.query('DROP FUNCTION trouble CASCADE');
    expect(await store.commit(batch)).toEqual({ outcome: 'committed' });
    expect(await rowsOf()).toMatchObject({ consumer_offset: 1, alert_transition: 1, outbox: 1 });
    expect(await store.commit(batch)).toEqual({ outcome: 'fenced', partitions: [vitals] });
  });
});

it('a rehearsal that would go through writes nothing and tells nobody', async () => {
  expect(await store.rehearse(batch)).toEqual({ outcome: 'committed' });
  expect(await rowsOf()).toEqual(Object.fromEntries(TABLES.map((table) => [table, 0])));
  expect(await store.commit(batch)).toEqual({ outcome: 'committed' });
});

describe('when every connection of the pool is cut while idle', () => {
  it('the next call has a new one', async () => {
    await Promise.all([store.locationDirectory(), store.locationDirectory()]);
    const other = await createDataSource({ url, poolSize: 1 }).initialize();
    await other.query(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await other.destroy();
    const patient = async (): Promise<number> =>
      (await store.loadPatients(['p']))[0]?.version ?? -1;
    // A connection may be lent before its end is noticed: that is one transient failure, which callers repeat.
    const first = await patient().catch((failure: unknown) => (failure as StorageError).transient);
    expect([0, true]).toContain(first);
    expect(await patient()).toBe(0);
    expect(await store.commit(batch)).toEqual({ outcome: 'committed' });
  });
});

describe('when a newer process adds a column while this one runs', () => {
  it('at most one call of each connection fails, as a failure that passes', async () => {
    expect(await store.commit(batch)).toEqual({ outcome: 'committed' });
    const load = (): Promise<unknown> => store.loadPatients(['secret-patient']);
    const both = (): Promise<unknown> => Promise.all([load(), load()]);
    const before = await both();
    await source.query('ALTER TABLE score ADD COLUMN newer text');
    await source.query('ALTER TABLE report ADD COLUMN newer text');
    for (let tries = 0; tries < 2; tries++) {
      await load().catch((failure: unknown) => {
        expect(failure).toMatchObject({ code: '0A000', transient: true });
      });
    }
    expect(await both()).toEqual(before);
  });
});

describe('when the database was read-only for a while', () => {
  it('no session that began then is used for writing afterwards', async () => {
    const [row] = await source.query<{ name: string }[]>('SELECT current_database() AS name');
    const setting = `DATABASE "${row?.name ?? ''}"`;
    const endOthers = `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    await source.query(`ALTER ${setting} SET default_transaction_read_only = on`);
    const other = await createDataSource({ url, poolSize: 1 }).initialize();
    await other.query(endOthers);
    const reading = [store.locationDirectory(), store.locationDirectory()];
    await Promise.allSettled(reading);
    await Promise.allSettled([store.locationDirectory(), store.locationDirectory()]);
    const failure: unknown = await store.commit(batch).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: '25006', transient: true, data: false });
    await other.query('SET default_transaction_read_only = off');
    await other.query(`ALTER ${setting} RESET default_transaction_read_only`);
    await other.destroy();
    // Two connections in the pool: at most the other one is still of that time.
    const outcomes = [await store.commit(batch).catch(() => null), await store.commit(batch)];
    expect(outcomes.map((each) => each?.outcome)).toContain('committed');
    expect(await rowsOf()).toMatchObject({ consumer_offset: 1, alert_transition: 1 });
  });

  it('what is written by itself goes through another session at once', async () => {
    const write = (): Promise<unknown> =>
      source.query(`INSERT INTO ward (id, name, sequence) VALUES (gen_random_uuid(), 'w', 0)`);
    // As one that began while the database was read-only, and two of them.
    const stale = async (): Promise<void> => {
      await source.query('SET default_transaction_read_only = on');
    };
    await stale();
    await write();
    await Promise.all([stale(), stale()]);
    const outcomes = await Promise.allSettled([write(), write(), write(), write()]);
    expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeLessThanOrEqual(1);
    await write();
    const [row] = await source.query<{ n: number }[]>('SELECT count(*)::int AS n FROM ward');
    expect(row?.n).toBeGreaterThanOrEqual(5);
  });

  it('it says so as long as it is', async () => {
    const [row] = await source.query<{ name: string }[]>('SELECT current_database() AS name');
    const setting = `DATABASE "${row?.name ?? ''}"`;
    await source.query(`ALTER ${setting} SET default_transaction_read_only = on`);
    const other = await createDataSource({ url, poolSize: 1 }).initialize();
    await expect(other.query('CREATE TABLE t (n integer)')).rejects.toMatchObject({
      code: '25006',
    });
    await other.destroy();
    await source.query(`ALTER ${setting} RESET default_transaction_read_only`);
  });
});
