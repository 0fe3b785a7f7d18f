import type { ReviewStayLink } from '@endwatch/contracts';
import { dateAndTime } from '../../words/ages.ts';
import { whole } from '../../words/figures.ts';
import type { Plot } from '../ui/plot.ts';
import { NO_INTERVAL, type Reading } from './readings.ts';

/** One cell: what it says, what is said below it in small, and where it leads. */
export interface Cell {
  readonly text: string;
  readonly small?: string;
  readonly quiet?: boolean;
  /** Whose history it opens, and which of the patient's stays. */
  readonly stay?: { readonly patientId: string; readonly admittedAt: string };
}

export interface TableModel {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell is the head of its row. */
  readonly rows: readonly (readonly Cell[])[];
  /** Said instead of a table without rows. */
  readonly empty: string;
  /** A list of words, not of figures. */
  readonly words?: boolean;
  /** So many rows and columns that they are in small print on paper. */
  readonly dense?: boolean;
}

export interface Fact {
  readonly name: string;
  readonly reading: Reading;
}

/** A part of a page: a question, its answer in figures, a picture and a table of the same, and what counts in it. */
export interface Section {
  readonly heading: string;
  /** Of how many: "n = 38 stays". */
  readonly n: string;
  /** Which scores, alerts or stays count here. */
  readonly counts: string;
  readonly facts?: readonly Fact[];
  readonly plot?: Plot;
  /** What there is instead of a picture when there is nothing to draw. */
  readonly empty?: string;
  /** Beside a picture: the same in figures. */
  readonly table?: TableModel;
}

/** An interval is not broken at its dash. */
const WHOLE = '\u2060–\u2060';

export function cellOf({ text, interval, basis, tooFew, several }: Reading): Cell {
  const small = [several ? NO_INTERVAL : interval, basis]
    .filter((part) => part !== null)
    .join(' · ')
    .replaceAll('–', WHOLE);
  return { text, ...(small === '' ? {} : { small }), ...(tooFew ? { quiet: true } : {}) };
}

export function plain(text: string | number): Cell {
  return { text: typeof text === 'number' ? whole(text) : text };
}

/** "Bed 12, Stroke unit" as a link to the history of the stay. */
export function stayCell({ bed, ward, patientId, admittedAt, at }: ReviewStayLink): Cell {
  const place = [
    bed === null ? '' : $localize`:@@review.bed:Bed ${bed}:bed:`,
    ward ?? $localize`:@@review.no-ward:No ward`,
  ].filter((part) => part !== '');
  return {
    text: dateAndTime(Date.parse(at)),
    small: place.join(', '),
    stay: { patientId, admittedAt },
  };
}
