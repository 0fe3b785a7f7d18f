import type { EpochMs } from '@endwatch/clinical';
import type { Row } from './read-table.ts';

/** What is wrong with one field of a row. */
export class FieldProblem extends Error {
  readonly field: string | null;

  constructor(field: string | null, reason: string) {
    super(reason);
    this.field = field;
  }
}

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const BIRTH_DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

export function cell({ cells }: Row, field: string): string {
  return cells[field] ?? '';
}

export function neededCell(row: Row, field: string): string {
  const value = cell(row, field);
  if (value === '') throw new FieldProblem(field, 'empty');
  return value;
}

/** ISO 8601 with its offset: a time without one could be any of 26 hours. */
export function timeCell(row: Row, field: string): EpochMs {
  const text = neededCell(row, field);
  const time = TIME.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) {
    throw new FieldProblem(field, `"${text}" is no time like 2026-01-02T03:04:05+01:00`);
  }
  return time;
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

export function birthDateCell(row: Row): string | null {
  const text = cell(row, 'birth_date');
  if (text === '') return null;
  if (!BIRTH_DATE.test(text) || Number.isNaN(Date.parse(text))) {
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
