import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { STAY_SORTS } from '@endwatch/contracts';
import { wordsOf } from '../../core/ward-api.ts';
import { whole } from '../../words/figures.ts';
import { serverWords } from '../../words/server-words.ts';
import { nOf, ofAll, stays } from '../counts.ts';
import { END_DEFINITION, STAY_DEFINITION } from '../definitions.ts';
import { ReviewFilterState } from '../filter/review-filter.ts';
import { PrintNotes } from '../print-notes.ts';
import { ReviewApi } from '../review-api.ts';
import { ReviewCatalogue } from '../review-catalogue.ts';
import { type ReviewView, reviewView } from '../review-view.ts';
import { ChartFrame } from '../ui/chart-frame.ts';
import type { FrameTable } from '../ui/frame-table.ts';
import { ViewState } from '../ui/view-state.ts';
import { type AllStays, AllStaysLoader } from './all-stays.ts';
import { cohortFigures } from './cohort-figures.ts';
import { ExportStays } from './export-stays.ts';
import { FlowChart } from './flow-chart.ts';
import { SavedCohorts } from './saved-cohorts.ts';
import type { StayOrder } from './stay-order.ts';
import { StayTable } from './stay-table.ts';

const DEFINITIONS = [END_DEFINITION, STAY_DEFINITION];

/** Who is counted and who is not, what they have in common, and every single one of them. */
@Component({
  selector: 'endwatch-cohort-page',
  imports: [ChartFrame, ExportStays, FlowChart, SavedCohorts, StayTable, ViewState],
  templateUrl: './cohort-page.html',
  styleUrl: './cohort-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CohortPage {
  private readonly api = inject(ReviewApi);
  private readonly catalogue = inject(ReviewCatalogue);
  private readonly filter = inject(ReviewFilterState);
  private readonly loader = new AllStaysLoader(this.api);

  protected readonly view: ReviewView<AllStays> = reviewView(this.filter.text, (query, stop) =>
    this.loader.load(query, stop),
  );
  protected readonly doing = computed(() => {
    const far = this.loader.progress();
    if (far === null) return $localize`:@@review-cohort.counting:Counting the stays`;
    const done = ofAll(whole(far.done), stays(far.of));
    return $localize`:@@review-cohort.fetched:${done}:done: fetched`;
  });
  protected readonly share = computed(() => {
    const far = this.loader.progress();
    return far && far.of > 0 ? far.done / far.of : null;
  });
  protected readonly rows = computed(() => this.view.value()?.rows ?? []);
  /** With the names of the wards instead of their ids: sorted by what one reads. */
  protected readonly named = computed(() =>
    this.rows().map((row) => ({ ...row, ward: row.ward && this.catalogue.wardName(row.ward) })),
  );
  protected readonly n = computed(() => nOf(stays(this.rows().length)));
  protected readonly figures = computed(() => cohortFigures(this.rows()));
  protected readonly afterwards = computed(() => {
    const count = this.rows().filter((row) => row.loadedAfterwards).length;
    if (count === 0) return null;
    return count === 1
      ? $localize`:@@review-cohort.afterwards-one:Of 1 stay Endwatch heard only when it was over: no alert could ring in it.`
      : $localize`:@@review-cohort.afterwards:Of ${whole(count)}:count: stays Endwatch heard only when they were over: no alert could ring in them.`;
  });
  protected readonly flowTable = computed<FrameTable>(() => ({
    columns: [
      $localize`:@@review-cohort.flow.step:Step`,
      $localize`:@@review-cohort.flow.left-out:Left out`,
      $localize`:@@review-cohort.flow.left:Left`,
    ],
    rows: (this.view.value()?.flow ?? []).map(({ label, excluded, remaining }) => [
      ...[serverWords(label), excluded, remaining],
    ]),
  }));
  protected readonly order = computed<StayOrder>(() => {
    const asked = this.filter.param('sort');
    return {
      sort: STAY_SORTS.find((sort) => sort === asked) ?? 'admittedAt',
      order: this.filter.param('order') === 'asc' ? 'asc' : 'desc',
    };
  });
  protected readonly trouble = signal<string | null>(null);

  constructor() {
    inject(PrintNotes).show(signal(DEFINITIONS));
  }

  protected sort({ sort, order }: StayOrder): void {
    void this.filter.setParams({ sort, order });
  }

  protected clear(): void {
    void this.filter.replace({});
  }

  protected async save(): Promise<void> {
    this.trouble.set(null);
    try {
      await this.api.download('stays', this.filter.text());
    } catch (error) {
      this.trouble.set(wordsOf(error));
    }
  }
}
