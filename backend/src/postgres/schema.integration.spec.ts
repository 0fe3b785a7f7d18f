import type { DataSource } from 'typeorm';
import { EMBEDDED_LOG_SCHEMA } from '../event-log/embedded-schema.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource, migrate } from './data-source.ts';
import { AddAlertHolderAccount1795867000000 } from './migrations/1795867000000-add-alert-holder-account.ts';
import { TypeormAccountStore } from './typeorm-account-store.ts';

let url: string;
let source: DataSource;

beforeEach(async () => {
  url = await freshDatabase();
  source = await createDataSource({ url, poolSize: 2 }).initialize();
});
afterEach(async () => {
  await source.destroy();
  await dropDatabase(url);
});

/** `table.column` → type and whether it may be null, as the database has it. */
async function columnsInPlace(): Promise<Record<string, string>> {
  const rows = await source.query<{ name: string; type: string; nullable: string }[]>(
    `SELECT table_name || '.' || column_name AS name, is_nullable AS nullable,
       format_type(a.atttypid, a.atttypmod) AS type
     FROM information_schema.columns c
     JOIN pg_attribute a ON a.attrelid = quote_ident(c.table_name)::regclass AND a.attname = c.column_name
     WHERE table_schema = 'public'`,
  );
  return Object.fromEntries(
    rows.map(({ name, type, nullable }) => [name, `${type}${nullable === 'YES' ? ' null' : ''}`]),
  );
}

const SPOKEN: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone' };

describe('the schema', () => {
  it('is what the entities say', async () => {
    const there = await columnsInPlace();
    const said = source.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns.map((column): [string, string] => {
        const type = String(column.type);
        const array = column.isArray ? '[]' : '';
        const nullable = column.isNullable ? ' null' : '';
        return [
          `${tableName}.${column.databaseName}`,
          `${SPOKEN[type] ?? type}${array}${nullable}`,
        ];
      }),
    );
    expect(said.length).toBeGreaterThan(100);
    for (const [name, type] of said) expect([name, there[name]]).toEqual([name, type]);
    const tables = new Set(source.entityMetadatas.map(({ tableName }) => tableName));
    const unsaid = Object.keys(there).filter((name) => {
      const known = said.some(([other]) => other === name);
      return tables.has(name.split('.')[0] ?? '') && !known;
    });
    expect(unsaid).toEqual([]);
  });

  it('gives alerts that were taken before accounts were kept to whose name nobody shares', async () => {
    const migration = new AddAlertHolderAccount1795867000000();
    const runner = source.createQueryRunner();
    await migration.down(runner);
    const accounts = new TypeormAccountStore(source);
    for (const [username, name] of [
      ['nora', 'Nora'],
      ['lee1', 'Lee'],
      ['lee2', 'Lee'],
    ] as const) {
      const rest = { role: 'nurse', wards: null, passwordHash: null } as const;
      await accounts.createAccount({ username, name, ...rest });
    }
    for (const [id, state, holder] of [
      ['1', 'acknowledged', 'Nora'],
      ['2', 'snoozed', 'Lee'],
      ['3', 'escalated', 'Nora'],
    ]) {
      await source.query(
        `INSERT INTO alert (id, patient_id, kind, priority, state, raised_at, state_since, reason, cause, holder)
         VALUES ($1, $1, 'risk-high', 'medium', $2, now(), now(), '', '', $3)`,
        [id, state, holder],
      );
    }
    await migration.up(runner);
    await runner.release();
    const rows = await source.query<unknown[]>(
      'SELECT holder_account, declined_duties FROM alert ORDER BY id',
    );
    expect(rows).toEqual([
      { holder_account: 'nora', declined_duties: [] },
      { holder_account: null, declined_duties: [] },
      { holder_account: null, declined_duties: [] },
    ]);
  });

  it('is made once, by however many processes start at once', async () => {
    expect(await Promise.all([migrate(url), migrate(url), migrate(url)])).toEqual([[], [], []]);
  });

  it('can be taken back and made again', async () => {
    for (let left = source.migrations.length; left > 0; left--) await source.undoLastMigration();
    const tables = await source.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    expect(tables).toEqual([{ name: 'migration' }]);
    const made = await Promise.all([migrate(url), migrate(url)]);
    expect(made.flat()).toHaveLength(source.migrations.length);
  });

  it('has the tables of the event log as the event log wants them', async () => {
    const shape = async (): Promise<unknown> =>
      source.query(
        `SELECT a.attrelid::regclass::text AS "table", a.attname, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull, a.attstorage,
           pg_get_expr(d.adbin, d.adrelid) AS fallback
         FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
         WHERE a.attnum > 0 AND a.attrelid::regclass::text IN
           ('log_record', 'log_partition', 'log_record_at', 'log_record_pkey', 'log_partition_pkey')
         ORDER BY 1, a.attnum`,
      );
    const migrated = await shape();
    await source.query('DROP TABLE log_record, log_partition');
    await source.query(EMBEDDED_LOG_SCHEMA);
    expect(migrated).toEqual(await shape());
  });
});
