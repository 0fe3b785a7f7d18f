import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { AdjudicationReview } from '@endwatch/contracts';
import { ReviewFilterState } from '../filter/review-filter.ts';
import { AboutLine } from '../quality/about-line.ts';
import { Definitions } from '../quality/definitions.ts';
import { SaveCsv } from '../quality/save-csv.ts';
import { SectionView } from '../quality/section-view.ts';
import { ReviewApi } from '../review-api.ts';
import { ReviewCatalogue } from '../review-catalogue.ts';
import { reviewView } from '../review-view.ts';
import { ViewState } from '../ui/view-state.ts';
import { judgedNamed } from '../ward-names.ts';
import { judgedSections } from './judged-sections.ts';

/** END as charted beside END as somebody judged who has read the stay. */
@Component({
  selector: 'endwatch-review-judged',
  imports: [AboutLine, Definitions, SaveCsv, SectionView, ViewState],
  template: `
    <endwatch-view-state
      class="full steady"
      what="What was judged"
      i18n-what="@@review-judged.what"
      doing="Working it out from the stored stays"
      i18n-doing="@@review.working"
      [busy]="view.busy()"
      [problem]="view.problem()"
      (again)="view.again()"
      (stop)="view.stop()"
    />
    @if (view.value(); as review) {
      <div class="full head">
        <endwatch-about-line [about]="review" />
        <endwatch-save-csv view="adjudications" />
      </div>
      @for (section of sections(); track section.heading) {
        <endwatch-review-section
          [class.busy]="view.busy()"
          [section]="section"
          [fileName]="'judged-' + ($index + 1)"
        />
      }
      <endwatch-definitions class="full" [definitions]="review.definitions" />
    }
  `,
  styleUrl: '../quality/quality-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JudgedPage {
  private readonly api = inject(ReviewApi);
  private readonly wardName = inject(ReviewCatalogue).wardName;
  protected readonly view = reviewView(inject(ReviewFilterState).text, (query, stop) =>
    this.api.read<AdjudicationReview>('adjudications', query, stop),
  );

  protected readonly sections = computed(() => {
    const review = this.view.value();
    return review === null ? [] : judgedSections(judgedNamed(review, this.wardName));
  });
}
