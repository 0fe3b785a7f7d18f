import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { ServerClock } from '../core/server-clock.ts';
import { PageHead } from '../ui/page-head.ts';
import { Provenance } from '../ui/provenance.ts';
import { when } from '../words/ages.ts';
import { patients } from './counts.ts';
import { FilterBar } from './filter/filter-bar.ts';
import { ReviewFilterState } from './filter/review-filter.ts';
import { PrintNotes } from './print-notes.ts';
import { ReviewApi } from './review-api.ts';
import { ReviewCaption } from './review-caption.ts';
import { ReviewCatalogue } from './review-catalogue.ts';

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
  protected readonly now = inject(ServerClock).now;

  protected readonly tabs = [
    { to: 'cohort', name: $localize`:@@review.tab.cohort:Cohort` },
    { to: 'outcomes', name: $localize`:@@review.tab.outcomes:Outcomes` },
    { to: 'forecast', name: $localize`:@@review.tab.forecast:Forecast` },
    { to: 'response', name: $localize`:@@review.tab.response:Response` },
    { to: 'what-if', name: $localize`:@@review.tab.what-if:What if` },
    { to: 'drift', name: $localize`:@@review.tab.drift:Drift` },
    { to: 'reports', name: $localize`:@@review-report.tab:Reports` },
  ];
  protected readonly trainedOn = this.catalogue.trainedOn;
  protected readonly caption = inject(ReviewCaption);
  protected readonly fresh = computed(() => {
    const freshness = this.catalogue.freshness();
    if (!freshness?.summarisedAt) return null;
    const since = when(freshness.summarisedAt, this.now());
    if (freshness.waiting === 0) {
      return $localize`:@@review.fresh:Summaries as of ${since}:since:`;
    }
    return $localize`:@@review.fresh-waiting:Summaries as of ${since}:since:; of ${patients(freshness.waiting)}:patients: something newer waits to be counted`;
  });
  constructor() {
    const api = inject(ReviewApi);
    // What there is to choose from, on whatever view one comes in. Where it fails, the view says why.
    void Promise.allSettled([api.stays('limit=1'), api.cohorts(), api.wards()]);
  }

  protected print(): void {
    window.print();
  }
}
