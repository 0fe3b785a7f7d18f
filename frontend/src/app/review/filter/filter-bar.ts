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
  protected readonly conditions = this.offered('condition', (all) => all.conditions, inputWord);
  protected readonly models = this.offered('model', ({ models }) => models);
  protected readonly cohorts = computed((): readonly Option[] => {
    const saved = this.catalogue.cohorts() ?? [];
    const gone = (this.filter().cohort ?? []).filter((id) => !saved.some((one) => one.id === id));
    return [
      ...saved.map(({ id, name }) => ({ value: id, word: name })),
      ...gone.map((id) => ({
        value: id,
        word: $localize`:@@review-filter.gone:Not there any more`,
      })),
    ];
  });
  protected readonly ends: readonly Option[] = END_TYPES.map((value) => ({
    ...{ value, word: END_WORD[value] },
  }));
  protected readonly treatments: readonly Option[] = TREATMENT_FILTERS.map((value) => ({
    ...{ value, word: TREATMENT_WORD[value] },
  }));
  protected readonly populations: readonly Option[] = (['in', 'out'] as const).map((value) => ({
    ...{ value, word: POPULATION_WORD[value] },
  }));

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
