import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { OutcomeIncidence } from '@endwatch/contracts';
import { BAND_WORD } from '../../words/patient-words.ts';
import { ReviewApi } from '../review-api.ts';
import { type ReviewView, reviewView } from '../review-view.ts';
import { ChartFrame } from '../ui/chart-frame.ts';
import { PlotPicture } from '../ui/plot-picture.ts';
import { EndSplit } from './end-split.ts';
import { incidenceByDay } from './incidence-days.ts';
import {
  CURVES,
  type Curve,
  incidenceHeading,
  incidencePlot,
  incidenceTable,
  splitTable,
} from './incidence-figures.ts';
import { isEmpty, nWords } from './left-out.ts';
import { OutcomeFrame } from './outcome-frame.ts';
import { NO_TABLE, pWords, shareWith } from './outcome-words.ts';

type Group = OutcomeIncidence['bands'][number];
const CURVE_CHOICES = Object.entries(CURVES).map(([value, word]) => ({ value, word }));

/** How soon END came, by the band of risk; and how much of it early. */
@Component({
  selector: 'endwatch-incidence-part',
  imports: [ChartFrame, EndSplit, OutcomeFrame, PlotPicture],
  templateUrl: './incidence-part.html',
  styleUrls: ['./part.scss', './incidence-part.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IncidencePart {
  private readonly api = inject(ReviewApi);

  readonly query = input.required<string>();
  protected readonly curves = CURVE_CHOICES;
  protected readonly curve = signal<Curve>('end');

  protected readonly view: ReviewView<OutcomeIncidence> = reviewView(
    computed(() => this.query()),
    (query, stop) => this.api.read('outcomes/incidence', query, stop),
  );
  protected readonly n = computed(() => nWords(this.view.value()));
  protected readonly empty = computed(() => {
    const view = this.view.value();
    return view !== null && isEmpty(view);
  });
  protected readonly heading = computed(() => incidenceHeading(this.curve()));
  protected readonly definition = computed(() =>
    this.curve() === 'km'
      ? $localize`:@@review-outcomes.incidence.km:Time from admission to the first confirmed END among those in hospital without END at the landmark, with 95 % intervals. Kaplan–Meier, one minus survival: death and discharge are censored.`
      : $localize`:@@review-outcomes.incidence.aj:Time from admission to the first confirmed END among those in hospital without END at the landmark, with 95 % intervals. Aalen–Johansen: END, death and discharge compete.`,
  );
  protected readonly plot = computed(() =>
    this.of((view) => incidencePlot(view, this.curve()), null),
  );
  protected readonly table = computed(() => this.of(incidenceTable, NO_TABLE));
  protected readonly onPaper = computed(() => this.of(incidenceByDay, NO_TABLE));
  protected readonly split = computed(() => this.of(splitTable, NO_TABLE));
  protected readonly values = computed(() =>
    this.of(({ bands }) => bands.map((group) => this.valuesOf(group)), []),
  );
  protected readonly logRank = computed(() =>
    this.of(
      ({ logRank }) =>
        $localize`:@@review-outcomes.log-rank:Do the bands differ? Log-rank to 48 h: ${pWords(logRank.to48h.p)}:early:; to 7 days: ${pWords(logRank.to7d.p)}:week:.`,
      '',
    ),
  );

  protected choose(event: Event): void {
    this.curve.set((event.target as HTMLSelectElement).value as Curve);
  }

  private valuesOf({ band, stays, aalenJohansen, kaplanMeier }: Group) {
    const { at48h, at7d } = this.curve() === 'km' ? kaplanMeier : aalenJohansen;
    return {
      ...{ band: BAND_WORD[band], stays },
      at48h: shareWith(at48h?.value ?? null, at48h?.ci95 ?? null),
      at7d: shareWith(at7d?.value ?? null, at7d?.ci95 ?? null),
    };
  }

  private of<Made>(make: (view: OutcomeIncidence) => Made, otherwise: Made): Made {
    const view = this.view.value();
    return view === null ? otherwise : make(view);
  }
}
