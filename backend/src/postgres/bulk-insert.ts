import type { ClientBase, QueryResultRow } from 'pg';
import { binaryColumn, type SqlType } from './binary-array.ts';
import { readRows } from './connection.ts';

export interface Column<Row> {
  readonly name: string;
  readonly type: SqlType;
  /** null or undefined is NULL. */
  readonly of: (row: Row) => unknown;
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

export function arrays<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Buffer[] {
  return columns.map(({ type, of }) => binaryColumn(type, rows, of));
}
