/** A row, or a field of it, that is not used. */
export interface RowProblem {
  readonly file: string;
  /** Of the file, from 1 (the header). */
  readonly line: number;
  /** Null where the row as a whole is at fault. */
  readonly field: string | null;
  readonly reason: string;
}

export function problemWords({ file, line, field, reason }: RowProblem): string {
  const where = field === null ? '' : `, ${field}`;
  return `${file}:${String(line)}${where}: ${reason}`;
}

/** The folder cannot be read as a cohort at all, or a row was at fault where none may be. */
export class CohortError extends Error {
  override readonly name = 'CohortError';
}
