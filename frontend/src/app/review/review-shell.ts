import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { PageHead } from '../ui/page-head.ts';
import { Provenance } from '../ui/provenance.ts';
import { FilterBar } from './filter/filter-bar.ts';
import { ReviewFilterState } from './filter/review-filter.ts';
import { behindWords, freshnessWords } from './freshness.ts';
import { PrintNotes } from './print-notes.ts';
import { ReviewApi } from './review-api.ts';
import { ReviewCaption } from './review-caption.ts';
import { ReviewCatalogue } from './review-catalogue.ts';

const ASK_EVERY_MS = 15_000;

/** What every view of the review has: where one can go, which stays are counted, how old the figures are, and what stands on each printed page. */
@Component({
  selector: 'endwatch-review-shell',
  imports: [FilterBar, PageHead, Provenance, RouterLink, RouterLinkActive, RouterOutlet],
  providers: [ReviewFilterState, ReviewCaption, PrintNotes],
  templateUrl: './review-shell.html',
  styleUrl: './review-shell.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReviewShell {
  private readonly catalogue = inject(ReviewCatalogue);
  protected readonly notes = inject(PrintNotes);

  protected readonly tabs = [
    { to: 'cohort', name: $localize`:@@review.tab.cohort:Cohort` },
    { to: 'outcomes', name: $localize`:@@review.tab.outcomes:Outcomes` },
    { to: 'forecast', name: $localize`:@@review.tab.forecast:Forecast` },
    { to: 'judged', name: $localize`:@@review.tab.judged:Judged` },
    { to: 'response', name: $localize`:@@review.tab.response:Response` },
    { to: 'what-if', name: $localize`:@@review.tab.what-if:What if` },
    { to: 'drift', name: $localize`:@@review.tab.drift:Drift` },
    { to: 'reports', name: $localize`:@@review-report.tab:Reports` },
  ];
  protected readonly trainedOn = this.catalogue.trainedOn;
  protected readonly caption = inject(ReviewCaption);
  protected readonly fresh = computed(() => freshnessWords(this.catalogue.freshness()));
  protected readonly behind = computed(() => behindWords(this.catalogue.freshness()));

  constructor() {
    const api = inject(ReviewApi);
    // What there is to choose from, on whatever view one comes in. Where it fails, the view says why.
    void Promise.allSettled([api.stays('limit=1'), api.cohorts(), api.wards()]);
    // A review stays open for hours while a history is loaded: what it says of itself goes on being true.
    const asking = setInterval(() => void api.freshness().catch(() => undefined), ASK_EVERY_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(asking);
    });
  }

  protected print(): void {
    window.print();
  }
}
