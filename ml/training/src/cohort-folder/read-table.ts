import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { TABLES, type TableName } from './columns.ts';
import { CohortError, type RowProblem } from './problem.ts';

/** One row by the names of its columns; cells that are empty or absent are ''. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Rows of one CSV file (RFC 4180, UTF-8, header line first) as they are read. Rows with too few or too many cells are told and left out. Throws a
 * `CohortError` for a file without a column that it needs, or whose quotes do not close.
 */
export async function* readTable(
  path: string,
  table: TableName,
  onProblem: (problem: RowProblem) => void,
): AsyncIterable<Row> {
  const file = `${table}.csv`;
  const source = createReadStream(path);
  const parser = source.pipe(parse({ bom: true, info: true, relax_column_count: true }));
  // `pipe` passes no error on.
  source.on('error', (error) => parser.destroy(error));
  let header: readonly string[] | null = null;
  let ended = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      // A text in quotes may go over many lines: a row is where it begins.
      const line = ended + 1;
      ended = info.lines;
      if (record.length === 1 && record[0] === '') continue;
      if (header === null) header = headerOf(file, table, { record, onProblem });
      else if (record.length === header.length) yield { line, cells: named(header, record) };
      else {
        const reason = `${String(record.length)} cells under ${String(header.length)} columns`;
        onProblem({ file, line, field: null, reason });
      }
    }
  } catch (error) {
    if (error instanceof CohortError) throw error;
    throw new CohortError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (header === null) throw new CohortError(`${file} is empty: it needs a header line`);
}

function headerOf(
  file: string,
  table: TableName,
  about: { record: readonly string[]; onProblem: (problem: RowProblem) => void },
): readonly string[] {
  const header = about.record.map((name) => name.trim());
  const { required, optional } = TABLES[table];
  const absent = required.filter((name) => !header.includes(name));
  if (absent.length > 0) throw new CohortError(`${file} has no column ${absent.join(', ')}`);
  const twice = header.find((name, i) => header.indexOf(name) !== i);
  if (twice !== undefined) throw new CohortError(`${file} has column ${twice} twice`);
  for (const name of header) {
    if (required.includes(name) || optional.includes(name)) continue;
    about.onProblem({ file, line: 1, field: name, reason: 'no such column is known: not used' });
  }
  return header;
}

function named(header: readonly string[], record: readonly string[]): Record<string, string> {
  return Object.fromEntries(header.map((name, i) => [name, (record[i] ?? '').trim()]));
}
