import { Injectable, computed, signal } from '@angular/core';
import type { ReviewTable, SavedCohort } from '@endwatch/contracts';

/** What there is to choose from, and how far the figures are behind: of the last answer that said so. */
@Injectable({ providedIn: 'root' })
export class ReviewCatalogue {
  readonly choices = signal<ReviewTable['choices'] | null>(null);
  readonly freshness = signal<ReviewTable['freshness'] | null>(null);
  readonly model = signal<ReviewTable['model'] | null>(null);
  readonly cohorts = signal<readonly SavedCohort[] | null>(null);
  /** As long as nobody has said what the model learned from, it is told as the one to distrust. */
  readonly trainedOn = computed(() => this.model()?.trainedOn ?? 'simulated');

  learn({ choices, freshness, model }: ReviewTable): void {
    this.choices.set(choices);
    this.freshness.set(freshness);
    this.model.set(model);
  }
}
