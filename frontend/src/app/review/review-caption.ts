import { Injectable, type Signal, computed, inject, signal } from '@angular/core';
import { ServerClock } from '../core/server-clock.ts';
import { clockTime, day } from '../words/ages.ts';
import { filterWords } from './filter/filter-words.ts';
import { ReviewFilterState } from './filter/review-filter.ts';
import { ReviewCatalogue } from './review-catalogue.ts';
import { siteFormat } from '../words/site-time.ts';

const YEAR = siteFormat({ year: 'numeric' });

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
    return filterWords(filter, {
      cohort: saved?.name ?? null,
      wardName: this.catalogue.wardName,
    });
  });
  readonly model: Signal<string> = computed(() => {
    const version = this.catalogue.model()?.version;
    const trained =
      this.catalogue.trainedOn() === 'simulated'
        ? $localize`:@@review.caption.simulated:trained on simulated patients: not for clinical decisions`
        : $localize`:@@review.caption.real:trained on patients of this hospital`;
    return version === undefined
      ? $localize`:@@review.caption.model:Model ${trained}:trained:`
      : $localize`:@@review.caption.in-service:Model in service ${version}:version:, ${trained}:trained:`;
  });
  readonly date: Signal<string> = computed(() => {
    const now = this.now();
    const year = YEAR(now);
    return $localize`:@@review.caption.date:${day(now)}:day: ${clockTime(now)}:time: ${year}:year:`;
  });
}
