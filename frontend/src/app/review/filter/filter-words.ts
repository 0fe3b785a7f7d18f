import type { EndType, TreatmentFilter } from '@endwatch/contracts';
import { day } from '../../words/ages.ts';
import { inputWord } from '../../words/input-words.ts';
import type { FilterQuery } from './filter-query.ts';

export const END_WORD: Readonly<Record<EndType, string>> = {
  early: 'Early END (up to 48 h)',
  late: 'Late END (after 48 h)',
  none: 'No END',
  suspected: 'END suspected',
  'not-evaluable': 'Not evaluable',
};
export const TREATMENT_WORD: Readonly<Record<TreatmentFilter, string>> = {
  thrombolysis: 'Thrombolysis',
  thrombectomy: 'Thrombectomy',
  none: 'Neither treatment',
};
export const POPULATION_WORD: Readonly<Record<'in' | 'out', string>> = {
  in: 'Inside the model’s population',
  out: 'Outside the model’s population',
};

/** One sentence: which stays are counted. It stands on every printed page. `cohort` is the name of the saved cohort, where it is known. */
export function filterWords(filter: FilterQuery, cohort: string | null = null): string {
  const parts = [
    ...one(filter.cohort, () => `saved cohort “${cohort ?? 'unnamed'}”`),
    ...any('ward', filter.ward, String),
    ...one(filter.from, (date) => `admitted from ${dateWords(date)}`),
    ...one(filter.to, (date) => `admitted up to ${dateWords(date)}`),
    ...one(filter.model, (version) => `scored by model ${version}`),
    ...any('END', filter.end, (end) => wordIn(END_WORD, end)),
    ...any('treatment', filter.treatment, (each) => wordIn(TREATMENT_WORD, each)),
    ...one(filter.population, (where) => wordIn(POPULATION_WORD, where).toLowerCase()),
    ...(filter.condition ?? []).map((condition) => `with ${inputWord(condition).toLowerCase()}`),
  ];
  return parts.length === 0 ? 'All stays of your wards' : `Stays: ${parts.join('; ')}`;
}

function one(values: readonly string[] | undefined, words: (value: string) => string): string[] {
  return values?.[0] === undefined ? [] : [words(values[0])];
}

function any(
  what: string,
  values: readonly string[] | undefined,
  word: (value: string) => string,
): string[] {
  return values && values.length > 0 ? [`${what} ${values.map(word).join(' or ')}`] : [];
}

function wordIn(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key;
}

function dateWords(date: string): string {
  const at = Date.parse(`${date}T12:00:00`);
  return Number.isNaN(at) ? date : `${day(at)} ${date.slice(0, 4)}`;
}
