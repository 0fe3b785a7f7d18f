import pg from 'pg';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { EmbeddedEventLog } from './embedded-event-log.ts';
import { EMBEDDED_LOG_SCHEMA } from './embedded-schema.ts';
import {
  Bench,
  eventLogContract,
  expectInOrder,
  MOST_RECORDS,
  numbers,
  sorted,
} from './event-log.contract.ts';

jest.setTimeout(60_000);

describe('EmbeddedEventLog', () => {
  let databaseUrl: string;
  let pool: pg.Pool;

  beforeAll(async () => {
    databaseUrl = await freshDatabase();
    pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
    // Connections that a test cuts while they are idle.
    pool.on('error', () => undefined);
    await pool.query(EMBEDDED_LOG_SCHEMA);
    await pool.query(EMBEDDED_LOG_SCHEMA);
  });

  afterAll(async () => {
    await pool.end();
    await dropDatabase(databaseUrl);
  });

  const open = (settings: { prefix: string; partitions?: number }): EmbeddedEventLog =>
    new EmbeddedEventLog({
      pool,
      databaseUrl,
      topicPrefix: settings.prefix,
      partitions: settings.partitions ?? 6,
      limits: { records: MOST_RECORDS, bytes: 8 * 1024 * 1024 },
      backOff: { firstMs: 20, mostMs: 200, chance: Math.random },
    });

  const benches: Bench[] = [];
  const newBench = (): Bench => {
    const bench = new Bench(open);
    benches.push(bench);
    return bench;
  };
  afterEach(() => Promise.all(benches.splice(0).map((bench) => bench.close())));

  eventLogContract(open);

  describe('when Postgres ends its sessions', () => {
    it('comes back by itself, nothing lost and nothing twice', async () => {
      const bench = newBench();
      const { log, member } = await bench.join('a');
      await log.append(bench.records(0, 100));
      await bench.store.until(() => bench.store.committed.length === 100);
      const { rowCount } = await pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'endwatch-event-log' and datname = current_database()`,
      );
      expect(rowCount).toBe(1);
      await log.append(bench.records(100, 100));
      await bench.store.until(() => bench.store.committed.length === 200);
      expect(sorted(bench.store.values())).toEqual(numbers(0, 200));
      expectInOrder(bench.store);
      expect(member.assignments).toHaveLength(2);
    });

    it('leaves no hole and no half of an append that failed', async () => {
      const bench = newBench();
      const log = await bench.ready();
      const [topic = ''] = bench.topics;
      const first = { topic, key: 'p1', value: Buffer.from('0'), headers: {} };
      await log.append([first]);
      const cutting = pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`,
      );
      const appended = await Promise.allSettled(
        numbers(1, 40).map((value) => log.append([{ ...first, value: Buffer.from(value) }])),
      );
      await cutting;
      const { rows } = await pool.query<{ offset: string; value: Buffer }>(
        'select "offset", value from log_record where topic = $1 order by "offset"',
        [topic],
      );
      expect(rows.map((row) => Number(row.offset))).toEqual(rows.map((_, index) => index));
      const stored = new Set(rows.map((row) => row.value.toString()));
      appended.forEach((result, index) => {
        if (result.status === 'fulfilled') expect(stored.has(String(index + 1))).toBe(true);
      });
    });
  });

  it('keeps partitions of one member from another until it lets go', async () => {
    const bench = newBench();
    const { promise: slow, resolve: release } = Promise.withResolvers<undefined>();
    const a = await bench.join('a', { handle: () => slow.then(() => undefined) });
    await a.log.append(bench.records(0, 60));
    await bench.store.until(() => a.member.batches.length === 1);
    const b = await bench.join('b');
    expect(b.member.assignments).toEqual([[]]);
    release(undefined);
    await bench.store.until(() => b.member.assignments.at(-1)?.length === 3);
    await bench.store.until(() => bench.store.committed.length === 60);
    expectInOrder(bench.store);
  });

  it('forgets old records on request and goes on after them', async () => {
    const bench = newBench();
    const log = await bench.ready();
    const [topic = ''] = bench.topics;
    const record = { topic, key: 'p1', value: Buffer.from('0'), headers: {} };
    await log.append([record, record, record]);
    await pool.query("update log_record set at = at - interval '8 days' where topic = $1", [topic]);
    const [kept] = await log.append([{ ...record, value: Buffer.from('1') }]);
    expect(kept?.offset).toBe(3n);
    await expect(open({ prefix: bench.prefix }).prune(Date.now() - 7 * 86_400_000)).resolves.toBe(
      3,
    );
    const { member } = await bench.join('a');
    await bench.store.until(() => bench.store.committed.length === 1);
    expect(bench.store.values()).toEqual(['1']);
    expect(member.batches[0]?.slices[0]).toMatchObject({ from: 0n, to: 4n });
  });
});
