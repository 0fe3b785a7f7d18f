import {
  ChangeDetectionStrategy,
  Component,
  type Signal,
  computed,
  inject,
  signal,
} from '@angular/core';
import { END_TYPES, type ReviewTable, TREATMENT_FILTERS } from '@endwatch/contracts';
import { inputWord } from '../../words/input-words.ts';
import { ReviewCatalogue } from '../review-catalogue.ts';
import type { FilterQuery } from './filter-query.ts';
import { END_WORD, POPULATION_WORD, TREATMENT_WORD } from './filter-words.ts';
import { ManyOf, type Option } from './many-of.ts';
import { OneOf } from './one-of.ts';
import { ReviewFilterState } from './review-filter.ts';

/** One part of the filter: a list to choose from, and what it says when nothing is chosen. */
interface Field {
  readonly of: keyof FilterQuery;
  readonly name: string;
  readonly any: string;
  readonly options: Signal<readonly Option[]>;
}

/** Which stays are counted, on every view. What is chosen holds at once and stands in the address. */
@Component({
  selector: 'endwatch-filter-bar',
  imports: [ManyOf, OneOf],
  templateUrl: './filter-bar.html',
  styleUrls: ['./field.scss', './filter-bar.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterBar {
  private readonly catalogue = inject(ReviewCatalogue);
  protected readonly state = inject(ReviewFilterState);
  protected readonly filter = this.state.filter;
  /** On a phone the fields would push everything else off the screen. */
  protected readonly unfolded = signal(false);

  protected readonly wards = this.offered('ward', ({ wards }) => wards, this.catalogue.wardName);
  /** Any number of a list. */
  protected readonly manyOf: readonly Field[] = [
    {
      of: 'end',
      name: $localize`:@@review-filter.end:END`,
      any: $localize`:@@review-filter.any-end:Any outcome`,
      options: always(END_TYPES, END_WORD),
    },
    {
      of: 'treatment',
      name: $localize`:@@review-filter.treatment:Treatment`,
      any: $localize`:@@review-filter.any-treatment:Any treatment`,
      options: always(TREATMENT_FILTERS, TREATMENT_WORD),
    },
    {
      of: 'condition',
      name: $localize`:@@review-filter.condition:With all of`,
      any: $localize`:@@review-filter.any-condition:Any illness`,
      options: this.offered('condition', (all) => all.conditions, inputWord),
    },
  ];
  /** At most one of a list. */
  protected readonly oneOf: readonly Field[] = [
    {
      of: 'population',
      name: $localize`:@@review-filter.population:Population`,
      any: $localize`:@@review-filter.any-population:Inside and outside`,
      options: always(['in', 'out'], POPULATION_WORD),
    },
    {
      of: 'model',
      name: $localize`:@@review-filter.model:Scored by model`,
      any: $localize`:@@review-filter.any-model:Any version`,
      options: this.offered('model', ({ models }) => models),
    },
    {
      of: 'cohort',
      name: $localize`:@@review-filter.cohort:Saved cohort`,
      any: $localize`:@@review-filter.no-cohort:None`,
      options: computed(() => this.cohorts()),
    },
  ];

  protected one(name: keyof FilterQuery): string {
    return this.filter()[name]?.[0] ?? '';
  }

  protected pick(name: keyof FilterQuery, value: string): void {
    void this.state.change({ [name]: value === '' ? [] : [value] });
  }

  protected many(name: keyof FilterQuery, values: readonly string[]): void {
    void this.state.change({ [name]: values });
  }

  protected clear(): void {
    void this.state.replace({});
  }

  private cohorts(): readonly Option[] {
    const saved = this.catalogue.cohorts() ?? [];
    const gone = (this.filter().cohort ?? []).filter((id) => !saved.some((one) => one.id === id));
    return [
      ...saved.map(({ id, name }) => ({ value: id, word: name })),
      ...gone.map((id) => ({
        value: id,
        word: $localize`:@@review-filter.gone:Not there any more`,
      })),
    ];
  }

  /** What the address asks for is always among the options, also when the server knows nothing of it. */
  private offered(
    name: keyof FilterQuery,
    known: (choices: ReviewTable['choices']) => readonly string[],
    word: (value: string) => string = String,
  ): Signal<readonly Option[]> {
    return computed(() => {
      const choices = this.catalogue.choices();
      const all = new Set([...(choices ? known(choices) : []), ...(this.filter()[name] ?? [])]);
      return [...all].map((value) => ({ value, word: word(value) }));
    });
  }
}

/** Options that do not go by what there is. */
function always<Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): Signal<readonly Option[]> {
  return signal(values.map((value) => ({ value, word: words[value] }))).asReadonly();
}
