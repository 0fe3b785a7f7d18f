import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { ForecastReview } from '@endwatch/contracts';
import { ReviewFilterState } from '../filter/review-filter.ts';
import { AboutLine } from '../quality/about-line.ts';
import { Definitions } from '../quality/definitions.ts';
import { SaveCsv } from '../quality/save-csv.ts';
import { SectionView } from '../quality/section-view.ts';
import { ReviewApi } from '../review-api.ts';
import { ReviewCatalogue } from '../review-catalogue.ts';
import { ViewState } from '../ui/view-state.ts';
import { forecastNamed } from '../ward-names.ts';
import { reviewView } from '../review-view.ts';
import { forecastSections } from './forecast-sections.ts';
import { modelWords } from './model-words.ts';

/** How good the forecast was. */
@Component({
  selector: 'endwatch-review-forecast',
  imports: [AboutLine, Definitions, SaveCsv, SectionView, ViewState],
  templateUrl: './forecast-page.html',
  styleUrl: '../quality/quality-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForecastPage {
  private readonly api = inject(ReviewApi);
  private readonly wardName = inject(ReviewCatalogue).wardName;
  protected readonly view = reviewView(inject(ReviewFilterState).text, (query, stop) =>
    this.api.read<ForecastReview>('forecast', query, stop),
  );

  protected readonly sections = computed(() => {
    const review = this.view.value();
    return review === null ? [] : forecastSections(forecastNamed(review, this.wardName));
  });
  protected readonly model = computed(() => {
    const review = this.view.value();
    return review && modelWords(review);
  });
}
