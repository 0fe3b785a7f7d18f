import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { ResponseReview } from '@endwatch/contracts';
import { ReviewFilterState } from '../filter/review-filter.ts';
import { AboutLine } from '../quality/about-line.ts';
import { Definitions } from '../quality/definitions.ts';
import { SaveCsv } from '../quality/save-csv.ts';
import { SectionView } from '../quality/section-view.ts';
import { ReviewApi } from '../review-api.ts';
import { ReviewCatalogue } from '../review-catalogue.ts';
import { ChartFrame } from '../ui/chart-frame.ts';
import { ViewState } from '../ui/view-state.ts';
import { responseNamed } from '../ward-names.ts';
import { reviewView } from '../review-view.ts';
import { responseSections } from './response-sections.ts';
import { LoadMapPicture } from './load-map-picture.ts';
import { loadFrame, loadRows } from './load-map.ts';

/** How well alerts were answered. */
@Component({
  selector: 'endwatch-review-response',
  imports: [AboutLine, ChartFrame, Definitions, LoadMapPicture, SaveCsv, SectionView, ViewState],
  templateUrl: './response-page.html',
  styleUrl: '../quality/quality-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResponsePage {
  private readonly api = inject(ReviewApi);
  private readonly wardName = inject(ReviewCatalogue).wardName;
  protected readonly view = reviewView(inject(ReviewFilterState).text, (query, stop) =>
    this.api.read<ResponseReview>('response', query, stop),
  );

  protected readonly sections = computed(() => {
    const review = this.view.value();
    return review === null ? [] : responseSections(responseNamed(review, this.wardName));
  });
  protected readonly load = computed(() => {
    const review = this.view.value();
    return review === null ? [] : loadRows(review);
  });
  protected readonly loadFrame = loadFrame;
}
