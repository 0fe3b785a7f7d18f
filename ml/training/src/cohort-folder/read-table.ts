import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { CsvError, parse, type Parser } from 'csv-parse';
import { TABLES, type TableName } from './columns.ts';
import { CohortError, type RowProblem } from './problem.ts';

/** One row as it stands in a file. */
export interface TableRow {
  /** Line of the file where it begins, from 1 (the header). */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows that follow one another, under the columns of their file. */
export interface TableRows {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

type OnProblem = (problem: RowProblem) => void;

/** Bytes that are read at a time. */
const PIECE = 1024 * 1024;
/** Nothing that a cohort holds is as long: a row that is, is one whose quote was never closed. */
const LONGEST_ROW = 64 * PIECE;
const NEVER_CLOSED = 'a quote is opened and never closed';
/** What a decoder writes for bytes that are not UTF-8. */
const NOT_UTF8 = '\uFFFD';

/**
 * Rows of one CSV file (RFC 4180, UTF-8, header line first) as they are read. A row with too few or too many cells, with a quote inside a cell or
 * with bytes that are not UTF-8 is told and left out. Throws a `CohortError` for a file without a column that it needs, and for a quote that
 * nothing closes: after it no row can be told from another.
 */
export async function* readTable(
  path: string,
  table: TableName,
  onProblem: OnProblem,
): AsyncIterable<TableRows> {
  const file = `${table}.csv`;
  const taking = new Taking(file, onProblem);
  const parser = parserInto(taking);
  const header: string[] = [];
  let sinceRow = 0;
  const rowsSoFar = (): TableRows => {
    const rows = taking.taken();
    const [first] = rows;
    if (header.length > 0 || !first) return { header, rows: fitting(rows, header, taking) };
    header.push(...headerOf(file, table, { record: first.cells, onProblem }));
    return { header, rows: fitting(rows.slice(1), header, taking) };
  };
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
    await written(parser, piece as Buffer, file);
    sinceRow = taking.count > 0 ? 0 : sinceRow + (piece as Buffer).length;
    if (sinceRow > LONGEST_ROW) throw new CohortError(`${file}: ${NEVER_CLOSED}`);
    yield rowsSoFar();
  }
  await ended(parser, file);
  const last = rowsSoFar();
  if (header.length === 0) throw new CohortError(`${file} is empty: it needs a header line`);
  yield last;
}

/** Takes rows from the parser while it works on a piece of the file, and knows where each began. */
class Taking {
  #rows: TableRow[] = [];
  /** Line on which the row before ended; null where that one was at fault and nobody knows. */
  #ended: number | null = 0;
  #faulty = 0;
  readonly file: string;
  readonly onProblem: OnProblem;

  constructor(file: string, onProblem: OnProblem) {
    this.file = file;
    this.onProblem = onProblem;
  }

  get count(): number {
    return this.#rows.length;
  }

  take(cells: readonly string[], lastLine: number): void {
    const line = this.#ended === null ? lastLine - breaksIn(cells) : this.#ended + 1;
    this.#ended = lastLine;
    if (cells.length > 1 || cells[0] !== '') this.#rows.push({ line, cells });
  }

  /** The parser may find several faults in one line. */
  skip(error: CsvError): void {
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') throw error;
    const line = Number(error['lines']);
    if (line === this.#faulty) return;
    this.#faulty = line;
    this.#ended = null;
    const reason = 'a quote inside a cell: it has to be doubled, and the cell to stand in quotes';
    this.onProblem({ file: this.file, line, field: null, reason });
  }

  taken(): TableRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, one) => sum + (one.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function parserInto(taking: Taking): Parser {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_records_with_error: true,
    on_record: (cells: readonly string[], { lines }) => {
      taking.take(cells, lines);
      // Nothing goes further down the stream.
      return null;
    },
    on_skip: (error) => {
      if (error) taking.skip(error);
      return undefined;
    },
  });
  // Told by `write` and `end` as well, where somebody waits for it.
  parser.on('error', () => undefined);
  parser.resume();
  return parser;
}

async function written(parser: Parser, piece: Buffer, file: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    parser.write(piece, (error) => {
      if (error) reject(inWords(error, file));
      else resolve();
    });
  });
}

async function ended(parser: Parser, file: string): Promise<void> {
  const end = once(parser, 'end');
  parser.end();
  try {
    await end;
  } catch (error) {
    throw inWords(error, file);
  }
}

/** A fault of the file; what somebody was told and did not want is theirs. */
function inWords(error: unknown, file: string): Error {
  if (!(error instanceof CsvError))
    return error instanceof Error ? error : new Error(String(error));
  if (error.code !== 'CSV_QUOTE_NOT_CLOSED') return new CohortError(`${file}: ${error.message}`);
  return new CohortError(`${file}: ${NEVER_CLOSED}`);
}

/** What spreadsheets write where the comma is a decimal mark. */
const DELIMITERS = [
  [';', 'semicolon'],
  ['\t', 'tab'],
] as const;

/** Of a header that is one cell: what its names seem to be parted by. */
function otherDelimiter(header: readonly string[]): string {
  if (header.length > 1) return '';
  const found = DELIMITERS.find(([mark]) => header[0]?.includes(mark));
  return found ? `: its columns are parted by a ${found[1]}, they have to be by a comma` : '';
}

function headerOf(
  file: string,
  table: TableName,
  about: { record: readonly string[]; onProblem: OnProblem },
): readonly string[] {
  const header = about.record.map((name) => name.trim());
  const { required, optional } = TABLES[table];
  const absent = required.filter((name) => !header.includes(name));
  if (absent.length > 0) {
    throw new CohortError(`${file} has no column ${absent.join(', ')}${otherDelimiter(header)}`);
  }
  const twice = header.find((name, i) => header.indexOf(name) !== i);
  if (twice !== undefined) throw new CohortError(`${file} has column ${twice} twice`);
  for (const name of header) {
    if (required.includes(name) || optional.includes(name)) continue;
    about.onProblem({ file, line: 1, field: name, reason: 'no such column is known: not used' });
  }
  return header;
}

/** Rows with a cell for each column, of nothing but letters that are known. */
function fitting(
  rows: readonly TableRow[],
  header: readonly string[],
  { file, onProblem }: Pick<Taking, 'file' | 'onProblem'>,
): readonly TableRow[] {
  return rows.filter(({ line, cells }) => {
    if (cells.length !== header.length) {
      const reason = `${String(cells.length)} cells under ${String(header.length)} columns`;
      onProblem({ file, line, field: null, reason });
      return false;
    }
    const lost = cells.findIndex((one) => one.includes(NOT_UTF8));
    if (lost === -1) return true;
    onProblem({ file, line, field: header[lost] ?? null, reason: 'not UTF-8' });
    return false;
  });
}
