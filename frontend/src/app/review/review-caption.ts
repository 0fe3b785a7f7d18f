import { Injectable, type Signal, computed, inject, signal } from '@angular/core';
import { ServerClock } from '../core/server-clock.ts';
import { dateAndTime } from '../words/ages.ts';
import { filterWords } from './filter/filter-words.ts';
import { ReviewFilterState } from './filter/review-filter.ts';
import { ReviewCatalogue } from './review-catalogue.ts';

/** What stands on whatever leaves the screen, a printed sheet or an exported figure: when, of whom, by which model. */
@Injectable()
export class ReviewCaption {
  private readonly catalogue = inject(ReviewCatalogue);
  private readonly state = inject(ReviewFilterState);
  private readonly now = inject(ServerClock).now;

  /** A view of one single stay says of whom it is: no filter applies to it. */
  readonly subject = signal<string | null>(null);
  readonly counts: Signal<string> = computed(() => {
    const subject = this.subject();
    if (subject !== null) return subject;
    const filter = this.state.filter();
    const saved = this.catalogue.cohorts()?.find(({ id }) => id === filter.cohort?.[0]);
    return filterWords(filter, saved?.name ?? null);
  });
  readonly model: Signal<string> = computed(() => {
    const model = this.catalogue.model();
    const trained =
      this.catalogue.trainedOn() === 'simulated'
        ? 'trained on simulated patients: not for clinical decisions'
        : 'trained on patients of this hospital';
    return model === null ? `Model ${trained}` : `Model in service ${model.version}, ${trained}`;
  });
  readonly date: Signal<string> = computed(() => {
    const now = this.now();
    return `${dateAndTime(now)} ${String(new Date(now).getFullYear())}`;
  });
}
