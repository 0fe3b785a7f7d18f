import type { StoredForecast } from '../stay-rows.ts';
import { cell, FieldProblem, knownCell, riskCell, timeCell, type Row } from './cells.ts';

/** What a board showed. Throws a `FieldProblem` where the row cannot be used. */
export function forecastOfRow(row: Row): StoredForecast {
  const asOf = timeCell(row, 'as_of');
  const knownAt = knownCell(row, asOf);
  const supersededAt = cell(row, 'superseded_at') === '' ? null : timeCell(row, 'superseded_at');
  if (supersededAt !== null && supersededAt < knownAt) {
    throw new FieldProblem('superseded_at', 'superseded before it was known');
  }
  const later = (field: string): number | null =>
    cell(row, field) === '' ? null : riskCell(row, field);
  return {
    ...{ asOf, knownAt, supersededAt },
    ...{ next24h: riskCell(row, 'next24h'), by48h: later('by48h'), by7d: later('by7d') },
  };
}

/** For `Array.sort`. */
export function byMoment(a: StoredForecast, b: StoredForecast): number {
  return a.asOf - b.asOf || a.knownAt - b.knownAt;
}
