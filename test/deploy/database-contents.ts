import pg from 'pg';
import { query } from '../harness/system.ts';

export interface Column {
  readonly type: string;
  /** An INSERT need not name it. */
  readonly optional: boolean;
}

/** Days have tables of their own; which ones depends on the day. */
const NO_PARTITION = `NOT c.relispartition AND n.nspname = 'public'`;

/** `table.column` → what it is. */
export async function columnsOf(url: string): Promise<Record<string, Column>> {
  const rows = await query<{ name: string } & Column>(
    url,
    `SELECT c.relname || '.' || a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
       (NOT a.attnotnull OR a.atthasdef OR a.attidentity <> '') AS optional
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND ${NO_PARTITION} AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({ name, type, optional }) => [name, { type, optional }]));
}

/** What may refuse a row: `table definition`, of keys, checks and unique indexes. */
export async function constraintsOf(url: string): Promise<readonly string[]> {
  const rows = await query<{ said: string }>(
    url,
    // Which columns may be null is told by the columns; PostgreSQL 18 lists it here too, older ones do not.
    `SELECT c.relname || ' ' || pg_get_constraintdef(k.oid) AS said
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${NO_PARTITION} AND k.contype <> 'n'
     UNION SELECT c.relname || ' ' || regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING', 'UNIQUE')
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${NO_PARTITION} AND i.indisunique ORDER BY 1`,
  );
  return rows.map(({ said }) => said);
}

export type Digests = Record<string, { readonly rows: string; readonly digest: string | null }>;

/** Every table's rows, in one number; of the columns named. With `snapshot`: as that transaction sees them (`pg_export_snapshot`). */
export async function digestsOf(
  url: string,
  columns: Readonly<Record<string, Column>>,
  snapshot?: string,
): Promise<Digests> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    if (snapshot) await client.query(`SET TRANSACTION SNAPSHOT '${snapshot}'`);
    const digests: Digests = {};
    const tables = Map.groupBy(Object.keys(columns), (name) => name.split('.')[0] ?? '');
    for (const [table, names] of tables) {
      const { rows } = await client.query<Digests[string]>(digestQuery(table, names));
      if (rows[0]) digests[table] = rows[0];
    }
    return digests;
  } finally {
    await client.end();
  }
}

function digestQuery(table: string, names: readonly string[]): string {
  const row = names.map((name) => `"${name.split('.')[1] ?? ''}"`).join(', ');
  return `SELECT count(*) AS rows, md5(string_agg(line, E'\\n' ORDER BY line)) AS digest
    FROM (SELECT ROW(${row})::text AS line FROM "${table}") AS lines`;
}
