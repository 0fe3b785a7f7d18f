import type { EpochMs } from '@endwatch/clinical';

/** One row by the names of its columns. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  /** Place of each column. */
  readonly columns: ReadonlyMap<string, number>;
}

/** What is wrong with one field of a row. */
export class FieldProblem extends Error {
  readonly field: string | null;

  constructor(field: string | null, reason: string) {
    super(reason);
    this.field = field;
  }
}

/** Told of a field that is not used while the rest of its row is. */
export type Note = (problem: FieldProblem) => void;

const TIME =
  /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const BIRTH_DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** Empty where the cell is or where there is no such column. */
export function cell({ cells, columns }: Row, field: string): string {
  const place = columns.get(field);
  return place === undefined ? '' : (cells[place] ?? '').trim();
}

export function neededCell(row: Row, field: string): string {
  const value = cell(row, field);
  if (value === '') throw new FieldProblem(field, 'empty');
  return value;
}

/** What `read` makes of a cell without which the rest of the row still holds; null, and noted, where it makes nothing. */
export function spareable<Value>(read: () => Value, note: Note): Value | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FieldProblem)) throw error;
    note(error);
    return null;
  }
}

/** ISO 8601 with its offset: a time without one could be any of 26 hours. */
export function timeCell(row: Row, field: string): EpochMs {
  const text = neededCell(row, field);
  const day = TIME.exec(text)?.[1];
  const time = day !== undefined && isDay(day) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) {
    throw new FieldProblem(field, `"${text}" is no time like 2026-01-02T03:04:05+01:00`);
  }
  return time;
}

/** The 30th of February is a mistake, not the 2nd of March. */
function isDay(day: string): boolean {
  const date = Number(day.slice(8));
  // Every month has 28.
  if (date >= 1 && date <= 28) return true;
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return date >= 1 && date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** When it could be known; the effective time where that is not said. */
export function knownCell(row: Row, effectiveAt: EpochMs): EpochMs {
  if (cell(row, 'known_at') === '') return effectiveAt;
  const known = timeCell(row, 'known_at');
  if (known < effectiveAt) throw new FieldProblem('known_at', 'known before it was so');
  return known;
}

export function numberCell(row: Row, field: string): number {
  const text = neededCell(row, field);
  // A comma may be a decimal or a thousands separator: nobody can say which.
  if (!/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i.test(text)) {
    throw new FieldProblem(field, `"${text}" is not a number`);
  }
  return Number(text);
}

/** From 0 to 1. */
export function riskCell(row: Row, field: string): number {
  const risk = numberCell(row, field);
  if (risk < 0 || risk > 1) throw new FieldProblem(field, `${String(risk)} is not from 0 to 1`);
  return risk;
}

export function birthDateCell(row: Row): string | null {
  const text = cell(row, 'birth_date');
  if (text === '') return null;
  const day = text.length === 10 ? isDay(text) : !Number.isNaN(Date.parse(text));
  if (!BIRTH_DATE.test(text) || !day) {
    throw new FieldProblem('birth_date', `"${text}" is no date like 1948, 1948-05 or 1948-05-31`);
  }
  return text;
}

export function choiceCell<Choice extends string>(
  row: Row,
  field: string,
  choices: readonly Choice[],
): Choice {
  const text = neededCell(row, field);
  const chosen = choices.find((choice) => choice === text);
  if (chosen === undefined) {
    throw new FieldProblem(field, `"${text}" is none of ${choices.join(', ')}`);
  }
  return chosen;
}
