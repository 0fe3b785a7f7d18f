export type FrameCell = string | number | null;

/** A chart in figures: what a screen reader reads, what the toggle shows, and what is saved as CSV. Null = not known. */
export interface FrameTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly FrameCell[])[];
  /** A list of words, not of figures. */
  readonly words?: boolean;
}

/** What a spreadsheet would take for a formula. */
const FORMULA = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** RFC 4180, as the server writes its own: text that a spreadsheet would run gets an apostrophe before it, numbers stay numbers. */
export function toCsv({ columns, rows }: FrameTable): string {
  return [columns, ...rows].map((cells) => `${cells.map(written).join(',')}\r\n`).join('');
}

function written(cell: FrameCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
