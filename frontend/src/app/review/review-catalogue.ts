import { Injectable, computed, signal } from '@angular/core';
import type { ReviewFreshness, ReviewTable, SavedCohort, WardSummary } from '@endwatch/contracts';

/** What there is to choose from, and how far the figures are behind: of the last answer that said so. */
@Injectable({ providedIn: 'root' })
export class ReviewCatalogue {
  readonly choices = signal<ReviewTable['choices'] | null>(null);
  readonly freshness = signal<ReviewFreshness | null>(null);
  /** Grows when what was behind is so no more: figures that were fetched meanwhile are fetched again. */
  readonly recounted = signal(0);
  readonly model = signal<ReviewTable['model'] | null>(null);
  readonly cohorts = signal<readonly SavedCohort[] | null>(null);
  readonly wards = signal<readonly WardSummary[]>([]);
  /** As long as nobody has said what the model learned from, it is told as the one to distrust. */
  readonly trainedOn = computed(() => this.model()?.trainedOn ?? 'simulated');

  /** Of a ward that there is no more, its id. */
  readonly wardName = (id: string): string =>
    this.wards().find((ward) => ward.id === id)?.name ?? id;

  learn({ choices, freshness, model }: ReviewTable): void {
    this.choices.set(choices);
    this.note(freshness);
    this.model.set(model);
  }

  note(freshness: ReviewFreshness): void {
    const caughtUp = this.freshness()?.behind === true && !freshness.behind;
    this.freshness.set(freshness);
    if (caughtUp) this.recounted.update((times) => times + 1);
  }
}
