import type { EndType, TreatmentFilter } from '@endwatch/contracts';
import { day } from '../../words/ages.ts';
import { inputWord } from '../../words/input-words.ts';
import { LOCALE } from '../../words/locale.ts';
import { inSentence } from '../../words/locale.ts';
import type { FilterQuery } from './filter-query.ts';

export const END_WORD: Readonly<Record<EndType, string>> = {
  early: $localize`:@@review-filter.end.early:Early END (up to 48 h)`,
  late: $localize`:@@review-filter.end.late:Late END (after 48 h)`,
  none: $localize`:@@review-filter.end.none:No END`,
  suspected: $localize`:@@review-filter.end.suspected:END suspected`,
  'not-evaluable': $localize`:@@review-filter.end.not-evaluable:Not evaluable`,
};
export const TREATMENT_WORD: Readonly<Record<TreatmentFilter, string>> = {
  thrombolysis: $localize`:@@review-filter.treatment.thrombolysis:Thrombolysis`,
  thrombectomy: $localize`:@@review-filter.treatment.thrombectomy:Thrombectomy`,
  none: $localize`:@@review-filter.treatment.none:Neither treatment`,
};
export const POPULATION_WORD: Readonly<Record<'in' | 'out', string>> = {
  in: $localize`:@@review-filter.population.in:Inside the model’s population`,
  out: $localize`:@@review-filter.population.out:Outside the model’s population`,
};

const POPULATION_IN_SENTENCE: Readonly<Record<'in' | 'out', string>> = {
  in: $localize`:@@review-filter.said.in:inside the model’s population`,
  out: $localize`:@@review-filter.said.out:outside the model’s population`,
};
const OR = new Intl.ListFormat(LOCALE, { type: 'disjunction' });

interface Names {
  /** Of the saved cohort, where it is known. */
  readonly cohort?: string | null;
  readonly wardName?: (id: string) => string;
}

/** One sentence: which stays are counted. It stands on every printed page. */
export function filterWords(
  filter: FilterQuery,
  { cohort = null, wardName = String }: Names = {},
): string {
  const parts = [
    ...one(filter.cohort, () => cohortWords(cohort)),
    ...any(filter.ward, wardName, wardWords),
    ...one(filter.from, (date) => fromWords(dateWords(date))),
    ...one(filter.to, (date) => toWords(dateWords(date))),
    ...one(filter.model, modelWords),
    ...any(filter.end, (end) => wordIn(END_WORD, end), endWords),
    ...any(filter.treatment, (each) => wordIn(TREATMENT_WORD, each), treatmentWords),
    ...one(filter.population, (where) => wordIn(POPULATION_IN_SENTENCE, where)),
    ...(filter.condition ?? []).map((one) => conditionWords(inSentence(inputWord(one)))),
  ].join('; ');
  return parts === ''
    ? $localize`:@@review-filter.said.all:All stays of your wards`
    : $localize`:@@review-filter.said.stays:Stays: ${parts}:parts:`;
}

const cohortWords = (name: string | null): string =>
  name === null
    ? $localize`:@@review-filter.said.unnamed:saved cohort without a name`
    : $localize`:@@review-filter.said.cohort:saved cohort “${name}:name:”`;
const wardWords = (wards: string): string =>
  $localize`:@@review-filter.said.ward:on ${wards}:wards:`;
const fromWords = (date: string): string =>
  $localize`:@@review-filter.said.from:admitted from ${date}:date:`;
const toWords = (date: string): string =>
  $localize`:@@review-filter.said.to:admitted up to ${date}:date:`;
const modelWords = (version: string): string =>
  $localize`:@@review-filter.said.model:scored by model ${version}:version:`;
const endWords = (ends: string): string => $localize`:@@review-filter.said.end:END ${ends}:ends:`;
const treatmentWords = (treatments: string): string =>
  $localize`:@@review-filter.said.treatment:treatment ${treatments}:treatments:`;
const conditionWords = (illness: string): string =>
  $localize`:@@review-filter.said.condition:with ${illness}:illness:`;

function one(values: readonly string[] | undefined, words: (value: string) => string): string[] {
  return values?.[0] === undefined ? [] : [words(values[0])];
}

function any(
  values: readonly string[] | undefined,
  word: (value: string) => string,
  words: (list: string) => string,
): string[] {
  return values && values.length > 0 ? [words(OR.format(values.map(word)))] : [];
}

function wordIn(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key;
}

function dateWords(date: string): string {
  const at = Date.parse(`${date}T12:00:00`);
  if (Number.isNaN(at)) return date;
  return $localize`:@@review-filter.said.date:${day(at)}:day: ${date.slice(0, 4)}:year:`;
}
