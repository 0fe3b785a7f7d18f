import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { OutcomeSubgroups } from '@endwatch/contracts';
import { ReviewApi } from '../review-api.ts';
import { type ReviewView, reviewView } from '../review-view.ts';
import { ChartFrame } from '../ui/chart-frame.ts';
import { NothingHere } from '../ui/nothing-here.ts';
import { ViewState } from '../ui/view-state.ts';
import { ForestPlot } from './forest-plot.ts';
import { type Measure, forestRows, forestTable } from './forest.ts';
import { LeftOutList, isEmpty, nWords } from './left-out.ts';
import { NO_TABLE, sharePercent } from './outcome-words.ts';

/** Whether it holds in every group of patients. */
@Component({
  selector: 'endwatch-subgroups-part',
  imports: [ChartFrame, ForestPlot, LeftOutList, NothingHere, ViewState],
  template: `
    <endwatch-view-state
      what="The subgroups"
      doing="Reckoning the subgroups"
      [busy]="view.busy()"
      [problem]="view.problem()"
      (again)="view.again()"
    />
    @if (view.value(); as found) {
      <endwatch-chart-frame
        fileName="subgroups"
        [heading]="
          measure() === 'share' ? 'END by subgroup' : 'How well the forecast ranked, by subgroup'
        "
        [n]="n()"
        [definition]="definition()"
        [table]="table()"
      >
        <div frameActs role="group" aria-label="What is drawn">
          <button
            class="button"
            type="button"
            [attr.aria-pressed]="measure() === 'auc'"
            (click)="measure.set('auc')"
          >
            AUC
          </button>
          <button
            class="button"
            type="button"
            [attr.aria-pressed]="measure() === 'share'"
            (click)="measure.set('share')"
          >
            Share with END
          </button>
        </div>
        @if (empty()) {
          <endwatch-nothing-here />
        } @else {
          <endwatch-forest-plot
            [label]="measure() === 'share' ? 'Share with END within 7 days' : 'AUC'"
            [rows]="rows()"
            [words]="words()"
            [nothing]="measure() === 'auc' ? 0.5 : null"
          />
        }
        <endwatch-left-out frameBelow [view]="found" />
      </endwatch-chart-frame>
    }
  `,
  styleUrl: './part.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SubgroupsPart {
  private readonly api = inject(ReviewApi);

  readonly query = input.required<string>();
  protected readonly measure = signal<Measure>('auc');

  protected readonly view: ReviewView<OutcomeSubgroups> = reviewView(
    computed(() => this.query()),
    (query, stop) => this.api.read('outcomes/subgroups', query, stop),
  );
  protected readonly n = computed(() => nWords(this.view.value()));
  protected readonly empty = computed(() => {
    const view = this.view.value();
    return view !== null && isEmpty(view);
  });
  protected readonly definition = computed(() =>
    this.measure() === 'share'
      ? 'Share of the stays with confirmed END after the landmark, within 7 days of admission; 95 % interval by Wilson. The dotted line is the share of all.'
      : 'AUC of the risk by 7 days at the landmark against END after it: 0.5 = no better than chance. 95 % interval by DeLong; p: whether the two levels differ, by Holm over the subgroups.',
  );
  protected readonly rows = computed(() => {
    const view = this.view.value();
    return view === null ? [] : forestRows(view, this.measure());
  });
  protected readonly table = computed(() => {
    const view = this.view.value();
    return view === null ? NO_TABLE : forestTable(view);
  });
  protected readonly words = computed(() =>
    this.measure() === 'share' ? sharePercent : (value: number): string => value.toFixed(2),
  );
}
