import type { ClientBase, QueryResultRow } from 'pg';
import { readRows } from './connection.ts';
import { storableJson, storableText, toTimestamp } from './storable.ts';

type SqlType =
  | 'text'
  | 'integer'
  | 'smallint'
  | 'bigint'
  | 'double precision'
  | 'boolean'
  | 'uuid'
  | 'bytea'
  /** From `EpochMs`. */
  | 'timestamptz'
  | 'jsonb'
  | 'json';

export interface Column<Row> {
  readonly name: string;
  readonly type: SqlType;
  /** null or undefined is NULL. */
  of(row: Row): unknown;
}

/** Short for a column definition. */
export function column<Row>(name: string, type: SqlType, of: (row: Row) => unknown): Column<Row> {
  return { name, type, of };
}

export interface Insert<Row> {
  readonly table: string;
  readonly columns: readonly Column<Row>[];
  /** What follows the SELECT, e.g. `ON CONFLICT DO NOTHING`; `r` names the given rows. */
  readonly tail?: string;
}

/** Any number of rows in one statement, each column as one array parameter. Nothing is sent for no rows. */
export async function insertRows<Row, Returned extends QueryResultRow = QueryResultRow>(
  client: ClientBase,
  { table, columns, tail }: Insert<Row>,
  rows: readonly Row[],
): Promise<readonly Returned[]> {
  if (rows.length === 0) return [];
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const given = rowSource(columns);
  const text = `INSERT INTO ${table} (${names}) SELECT ${names} FROM ${given} ${tail ?? 'ON CONFLICT DO NOTHING'}`;
  return readRows<Returned>(client, text, arrays(columns, rows));
}

/** `unnest($1::text[], …) AS r("patient_id", …)`; its parameters are `arrays(columns, rows)`. */
export function rowSource(columns: readonly Pick<Column<never>, 'name' | 'type'>[]): string {
  const parameters = columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ');
  return `unnest(${parameters}) AS r(${columns.map(({ name }) => `"${name}"`).join(', ')})`;
}

export function arrays<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): unknown[][] {
  return columns.map((column) => rows.map((row) => encoded(column.type, column.of(row))));
}

function encoded(type: SqlType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'json' || type === 'jsonb') return storableJson(value);
  if (type === 'timestamptz') return toTimestamp(value as number);
  if (type === 'text') return storableText(value as string);
  return typeof value === 'bigint' ? value.toString() : value;
}
