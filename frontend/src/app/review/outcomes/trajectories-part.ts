import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { OutcomeTrajectories } from '@endwatch/contracts';
import { ReviewApi } from '../review-api.ts';
import { type ReviewView, reviewView } from '../review-view.ts';
import { ChartFrame } from '../ui/chart-frame.ts';
import { LinePlot } from '../ui/line-plot.ts';
import { NothingHere } from '../ui/nothing-here.ts';
import { ViewState } from '../ui/view-state.ts';
import { LeftOutList, isEmpty, nWords } from './left-out.ts';
import { NO_TABLE } from './outcome-words.ts';
import {
  DAY_AXIS,
  type Middle,
  slopeWords,
  trajectoryAxis,
  trajectoryCounts,
  trajectorySeries,
  trajectoryTable,
} from './trajectory-figures.ts';

/** NIHSS over 14 days, by the band of risk. */
@Component({
  selector: 'endwatch-trajectories-part',
  imports: [ChartFrame, LeftOutList, LinePlot, NothingHere, ViewState],
  templateUrl: './trajectories-part.html',
  styleUrl: './part.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrajectoriesPart {
  private readonly api = inject(ReviewApi);

  readonly query = input.required<string>();
  protected readonly middle = signal<Middle>('mean');
  protected readonly singles = signal(false);

  private readonly asked = computed(() =>
    this.singles() ? `${this.query()}&curves=true` : this.query(),
  );
  protected readonly view: ReviewView<OutcomeTrajectories> = reviewView(this.asked, (query, stop) =>
    this.api.read('outcomes/trajectories', query, stop),
  );
  protected readonly n = computed(() => nWords(this.view.value()));
  protected readonly empty = computed(() => {
    const view = this.view.value();
    return view !== null && isEmpty(view);
  });
  protected readonly definition = computed(() => {
    const around = this.middle() === 'mean' ? 'Mean with 95 % interval' : 'Median with quartiles';
    return `${around}. The value of a day: the charted total nearest to that many times 24 h after admission, at most 12 h from it. Who died or left is not among the later days.`;
  });
  protected readonly xAxis = DAY_AXIS;
  protected readonly series = computed(() => {
    const view = this.view.value();
    return view === null ? [] : trajectorySeries(view, this.middle());
  });
  protected readonly yAxis = computed(() => trajectoryAxis(this.series()));
  protected readonly counts = computed(() => {
    const view = this.view.value();
    return view && trajectoryCounts(view);
  });
  protected readonly table = computed(() => {
    const view = this.view.value();
    return view === null ? NO_TABLE : trajectoryTable(view);
  });
  protected readonly slope = computed(() => {
    const view = this.view.value();
    return view === null ? '' : slopeWords(view);
  });
}
