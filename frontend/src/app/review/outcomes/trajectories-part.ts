import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { OutcomeTrajectories } from '@endwatch/contracts';
import { ReviewApi } from '../review-api.ts';
import { type ReviewView, reviewView } from '../review-view.ts';
import { type Choice, ChoiceButtons } from '../ui/choice-buttons.ts';
import { PlotPicture } from '../ui/plot-picture.ts';
import { OutcomeFrame } from './outcome-frame.ts';
import { NO_TABLE } from './outcome-words.ts';
import { type Middle, slopeWords, trajectoryPlot, trajectoryTable } from './trajectory-figures.ts';

const MIDDLES: readonly Choice<Middle>[] = [
  { value: 'mean', word: $localize`:@@review-outcomes.mean:Mean` },
  { value: 'median', word: $localize`:@@review-outcomes.median:Median` },
];

/** NIHSS over 14 days, by the band of risk. */
@Component({
  selector: 'endwatch-trajectories-part',
  imports: [ChoiceButtons, OutcomeFrame, PlotPicture],
  templateUrl: './trajectories-part.html',
  styleUrl: './part.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrajectoriesPart {
  private readonly api = inject(ReviewApi);

  readonly query = input.required<string>();
  protected readonly middles = MIDDLES;
  protected readonly middle = signal<Middle>('mean');
  protected readonly singles = signal(false);

  private readonly asked = computed(() =>
    this.singles() ? `${this.query()}&curves=true` : this.query(),
  );
  protected readonly view: ReviewView<OutcomeTrajectories> = reviewView(this.asked, (query, stop) =>
    this.api.read('outcomes/trajectories', query, stop),
  );
  protected readonly definition = computed(() =>
    this.middle() === 'mean'
      ? $localize`:@@review-outcomes.nihss.mean-definition:Mean with 95 % interval. The value of a day: the charted total nearest to that many times 24 h after admission, at most 12 h from it. Who died or left is not among the later days.`
      : $localize`:@@review-outcomes.nihss.median-definition:Median with quartiles. The value of a day: the charted total nearest to that many times 24 h after admission, at most 12 h from it. Who died or left is not among the later days.`,
  );
  protected readonly plot = computed(() => {
    const view = this.view.value();
    return view && trajectoryPlot(view, this.middle());
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
