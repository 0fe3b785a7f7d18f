import { stringify } from 'csv-stringify/sync';
import type { Cell, CsvTable } from '../domain/review/csv-tables.ts';

/** What a spreadsheet would take for a formula, also after blanks. */
const FORMULA = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * RFC 4180: a header, CRLF, quotes where they are needed; unknown is an empty cell. Text that a spreadsheet would run gets an apostrophe before it
 * (OWASP, CSV injection); numbers stay numbers.
 */
export function toCsv({ columns, rows }: CsvTable): string {
  const lines = [columns, ...rows].map((cells) => cells.map(written));
  return stringify(lines, { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
