import type { DataSource } from 'typeorm';
import { EMBEDDED_LOG_SCHEMA } from '../event-log/embedded-schema.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource, migrate } from './data-source.ts';
import { isByMachine } from '@endwatch/contracts';
import { withClient } from './connection.ts';
import { readAlertEvents } from './read-history.ts';
import { AddTransitionAccount1795871000000 } from './migrations/1795871000000-add-transition-account.ts';
import { NamePeopleCalledSystem1795873000000 } from './migrations/1795873000000-name-people-called-system.ts';
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

  it('finds in the audit who moved an alert while they were called as the machine signs', async () => {
    const migration = new AddTransitionAccount1795871000000();
    const runner = source.createQueryRunner();
    await migration.down(runner);
    const moved = async (id: string, to: string, reason: string): Promise<void> => {
      const from = to === 'raised' ? null : 'raised';
      await source.query(
        `INSERT INTO alert_transition (alert_id, at, from_state, to_state, by, reason)
         VALUES ($1, '2026-10-01 10:00:00Z', $2, $3, 'system', $4)`,
        [id, from, to, reason],
      );
    };
    const audited = (id: string, action: string, actor: string): Promise<unknown> =>
      source.query(
        `INSERT INTO audit_entry (at, actor, role, action, subject) VALUES ('2026-10-01 10:00:01Z', $3, 'nurse', $2, $1)`,
        [id, action, actor],
      );
    const people = [
      ['closed', 'resolved', 'nora', 'alert.resolve'],
      ['declined', 'raised', 'lee', 'alert.decline'],
      ['itself', 'resolved', 'system', 'alert.resolve'],
    ] as const;
    for (const [id, to, actor, action] of people) {
      await source.query(
        `INSERT INTO alert (id, patient_id, kind, priority, state, raised_at, state_since, reason, cause)
         VALUES ($1, 'p1', 'risk-high', 'medium', 'resolved', now(), now(), '', '')`,
        [id],
      );
      await moved(id, 'raised', 'The risk is high');
      await moved(id, to, to === 'raised' ? 'Declined: busy' : 'The risk is low again');
      await audited(id, action, actor);
    }
    await source.query(
      `INSERT INTO alert (id, patient_id, kind, priority, state, raised_at, state_since, reason, cause)
       VALUES ('by-rule', 'p1', 'data-stale', 'technical', 'resolved', now(), now(), '', '')`,
    );
    await moved('by-rule', 'resolved', 'The risk is low again');
    await audited('by-rule', 'alert.take', 'nora');
    await source.query(
      `INSERT INTO review_patient VALUES ('p1', 1, 1, now()), ('other', 1, 1, now())`,
    );
    await migration.up(runner);
    await runner.release();
    const told = (await withClient(source, (client) => readAlertEvents(client, 'p1'))).map(
      ({ alertId, to, by }) => [alertId, to, by, isByMachine({ by, to })],
    );
    expect(told).toEqual([
      ['closed', 'raised', 'system', true],
      ['closed', 'resolved', 'nora', false],
      ['declined', 'raised', 'system', true],
      ['declined', 'raised', 'lee', false],
      ['itself', 'raised', 'system', true],
      ['itself', 'resolved', '@system', false],
      ['by-rule', 'resolved', 'system', true],
    ]);
    // Still written once and for all; the reviews of who it was about are made anew.
    await expect(source.query('UPDATE alert_transition SET account = NULL')).rejects.toThrow(
      'append-only',
    );
    const summarised = await source.query<unknown[]>('SELECT patient_id FROM review_patient');
    expect(summarised).toEqual([{ patient_id: 'other' }]);
  });

  it('calls people and holders of alerts by the user name who were called as the machine signs', async () => {
    const runner = source.createQueryRunner();
    await source.query(
      `INSERT INTO account (username, name, role) VALUES ('kim', 'system', 'nurse'), ('system', 'system', 'nurse')`,
    );
    const hold = async (id: string, account: string | null): Promise<void> => {
      await source.query(
        `INSERT INTO alert (id, patient_id, kind, priority, state, raised_at, state_since, reason, cause, holder, holder_account)
         VALUES ($1, 'p2', 'risk-high', 'medium', 'acknowledged', '2026-10-01 09:00Z', '2026-10-01 10:00Z', '', '', 'system', $2)`,
        [id, account],
      );
      const alert = { holder: 'system', state: 'acknowledged', holderAccount: account };
      const stateSince = Date.parse('2026-10-01T10:00:00Z');
      await source.query(
        `INSERT INTO alert_version (alert_id, patient_id, known_at, body) VALUES ($1, 'p2', now(), $2)`,
        [id, { ...alert, stateSince }],
      );
    };
    await hold('held', 'kim');
    await hold('held-itself', 'system');
    await hold('held-before', null);
    await source.query(
      `INSERT INTO alert_transition (alert_id, at, from_state, to_state, by, reason, account)
       VALUES ('held-before', '2026-10-01 10:00Z', 'raised', 'acknowledged', 'system', '', 'kim')`,
    );
    const alerts = [{ holder: 'system', holderAccount: 'kim' }, { holder: 'Nora' }];
    await source.query(`INSERT INTO board_row VALUES ('p2', 'w', $1)`, [{ bed: '1', alerts }]);
    await new NamePeopleCalledSystem1795873000000().up(runner);
    await runner.release();
    const rows = (sql: string): Promise<unknown> => source.query(sql);
    await expect(
      rows(`SELECT name FROM account WHERE username IN ('kim', 'system') ORDER BY username`),
    ).resolves.toEqual([{ name: 'kim' }, { name: '@system' }]);
    await expect(
      rows(`SELECT id, holder FROM alert WHERE patient_id = 'p2' ORDER BY id`),
    ).resolves.toEqual([
      { id: 'held', holder: 'kim' },
      { id: 'held-before', holder: 'system' },
      { id: 'held-itself', holder: '@system' },
    ]);
    await expect(
      rows(`SELECT body->>'holder' AS holder FROM alert_version ORDER BY alert_id`),
    ).resolves.toEqual([{ holder: 'kim' }, { holder: 'kim' }, { holder: '@system' }]);
    await expect(rows(`SELECT body FROM board_row WHERE patient_id = 'p2'`)).resolves.toEqual([
      { body: { bed: '1', alerts: [{ holder: 'kim', holderAccount: 'kim' }, { holder: 'Nora' }] } },
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
