import { FEATURE_NAMES } from '@endwatch/clinical';
import type { Vocabulary } from '@endwatch/ml-model';
import { tokenize } from '@endwatch/ml-model';
import { at } from '@endwatch/statistics';
import { HORIZONS } from './evaluation/horizon.ts';
import { outcomeBy } from './evaluation/judgement.ts';
import type { Snapshot, Stay } from './stay-rows.ts';

/** Columns before the features. `y_…` is empty where follow-up stopped before the outcome could be known. */
const LEADING = [
  'patient',
  'hour',
  ...HORIZONS.map(({ id }) => `y_${id}`),
  'followed_hours',
  'end',
];

/** Hours since each value was measured; empty where it is missing or has no age. */
const AGES = FEATURE_NAMES.map((name) => `hours_${name}`);

/** Rows of numbers as text: what the live model sees at each hour, and what came of it. */
export class FeatureMatrix {
  /** Column names. Features bear their own; `word_…` says how often a word stands in the reports known by then. */
  readonly header: readonly string[];
  readonly #words: ReadonlyMap<string, number>;
  readonly #vocabulary: Vocabulary | undefined;

  /** `words`: those that get a column; `vocabulary`: whose they are, where they are not simply words. */
  constructor(words: readonly string[], vocabulary?: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#words = new Map(words.map((word, i) => [word, i]));
    this.header = [...LEADING, ...FEATURE_NAMES, ...AGES, ...words.map((word) => `word_${word}`)];
  }

  /** The stay at each hour it was cut at. */
  rowsOf(patient: number, stay: Stay): string[][] {
    return stay.snapshots.map((snapshot) => this.#row(patient, stay, snapshot));
  }

  #row(patient: number, { followUp }: Stay, { hour, features, reports }: Snapshot): string[] {
    const outcomes = HORIZONS.map((horizon) => {
      const until = horizon.until(hour);
      return until > hour ? outcomeBy(followUp, until) : null;
    });
    const counts = new Array<number>(this.#words.size).fill(0);
    for (const token of reports.flatMap((text) => tokenize(text, this.#vocabulary))) {
      const column = this.#words.get(token);
      if (column !== undefined) counts[column] = at(counts, column) + 1;
    }
    const values = FEATURE_NAMES.map((_, i) =>
      at(features.missing, i) === 1 ? '' : String(at(features.values, i)),
    );
    const ages = Array.from(features.ageHours, (age) => (Number.isNaN(age) ? '' : String(age)));
    return [
      String(patient),
      String(hour),
      ...outcomes.map((y) => (y === null ? '' : String(y))),
      String(followUp.time),
      followUp.event ? '1' : '0',
      ...values,
      ...ages,
      ...counts.map(String),
    ];
  }
}
