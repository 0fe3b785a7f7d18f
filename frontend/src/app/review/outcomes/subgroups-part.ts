import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { OutcomeSubgroups } from '@endwatch/contracts';
import { fixed } from '../../words/figures.ts';
import { ReviewApi } from '../review-api.ts';
import { type ReviewView, reviewView } from '../review-view.ts';
import { type Choice, ChoiceButtons } from '../ui/choice-buttons.ts';
import { ForestPlot } from './forest-plot.ts';
import { type Measure, forestRows, forestTable } from './forest.ts';
import { OutcomeFrame } from './outcome-frame.ts';
import { NO_TABLE, sharePercent } from './outcome-words.ts';

const MEASURES: readonly Choice<Measure>[] = [
  { value: 'auc', word: 'AUC' },
  { value: 'share', word: $localize`:@@review-outcomes.share-end:Share with END` },
];

/** Whether it holds in every group of patients. */
@Component({
  selector: 'endwatch-subgroups-part',
  imports: [ChoiceButtons, ForestPlot, OutcomeFrame],
  template: `
    <endwatch-outcome-frame
      what="The subgroups"
      i18n-what="@@review-outcomes.subgroups.what"
      doing="Reckoning the subgroups"
      i18n-doing="@@review-outcomes.subgroups.doing"
      fileName="subgroups"
      [view]="view"
      [heading]="heading()"
      [definition]="definition()"
      [table]="table()"
    >
      <endwatch-choice-buttons
        frameActs
        name="What is drawn"
        i18n-name="@@review-outcomes.drawn"
        [choices]="measures"
        [chosen]="measure()"
        (choose)="measure.set($event)"
      />
      <endwatch-forest-plot
        [label]="label()"
        [rows]="rows()"
        [words]="words()"
        [nothing]="measure() === 'auc' ? 0.5 : null"
      />
    </endwatch-outcome-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SubgroupsPart {
  private readonly api = inject(ReviewApi);

  readonly query = input.required<string>();
  protected readonly measures = MEASURES;
  protected readonly measure = signal<Measure>('auc');

  protected readonly view: ReviewView<OutcomeSubgroups> = reviewView(
    computed(() => this.query()),
    (query, stop) => this.api.read('outcomes/subgroups', query, stop),
  );
  protected readonly heading = computed(() =>
    this.measure() === 'share'
      ? $localize`:@@review-outcomes.subgroups.ends:END by subgroup`
      : $localize`:@@review-outcomes.subgroups.ranked:How well the forecast ranked, by subgroup`,
  );
  protected readonly label = computed(() =>
    this.measure() === 'share'
      ? $localize`:@@review-outcomes.subgroups.share:Share with END within 7 days`
      : 'AUC',
  );
  protected readonly definition = computed(() =>
    this.measure() === 'share'
      ? $localize`:@@review-outcomes.subgroups.share-definition:Share of the stays with confirmed END after the landmark, within 7 days of admission; 95 % interval by Wilson. The dotted line is the share of all.`
      : $localize`:@@review-outcomes.subgroups.auc-definition:AUC of the risk by 7 days at the landmark against END after it: 0.5 = no better than chance. 95 % interval by DeLong; p: whether the two levels differ, by Holm over the subgroups.`,
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
    this.measure() === 'share' ? sharePercent : (value: number): string => fixed(value, 2),
  );
}
