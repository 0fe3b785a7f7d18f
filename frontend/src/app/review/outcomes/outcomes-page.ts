import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { END_DEFINITION, RISK_DEFINITION, STAY_DEFINITION } from '../definitions.ts';
import { ReviewFilterState } from '../filter/review-filter.ts';
import { PrintNotes } from '../print-notes.ts';
import { type Choice, ChoiceButtons } from '../ui/choice-buttons.ts';
import { IncidencePart } from './incidence-part.ts';
import { FIRST_HOUR, LAST_HOUR, hourIn, landmarkChoices } from './landmark-hours.ts';
import { SubgroupsPart } from './subgroups-part.ts';
import { TrajectoriesPart } from './trajectories-part.ts';

type Known = 'then' | 'now';
const KNOWLEDGES: readonly Choice<Known>[] = [
  { value: 'then', word: $localize`:@@review-outcomes.then:As it was known then` },
  { value: 'now', word: $localize`:@@review-outcomes.now:As it is known now` },
];

/** What came of whom, by the band of risk that they were put into. */
@Component({
  selector: 'endwatch-outcomes-page',
  imports: [ChoiceButtons, IncidencePart, SubgroupsPart, TrajectoriesPart],
  templateUrl: './outcomes-page.html',
  styleUrls: ['../filter/field.scss', './outcomes-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutcomesPage {
  private readonly state = inject(ReviewFilterState);

  protected readonly first = FIRST_HOUR;
  protected readonly last = LAST_HOUR;
  protected readonly by = computed(() => this.state.param('by') ?? 'admission');
  protected readonly landmarks = computed(() => landmarkChoices(this.by()));
  protected readonly hour = computed(() => hourIn(this.by()));
  protected readonly knowledges = KNOWLEDGES;
  protected readonly known = computed((): Known =>
    this.state.param('known') === 'now' ? 'now' : 'then',
  );
  /** What the server is asked, for each of the three parts. */
  protected readonly query = computed(() => {
    const asked = new URLSearchParams(this.state.text());
    asked.set('by', this.by());
    asked.set('known', this.known());
    return asked.toString();
  });

  constructor() {
    inject(PrintNotes).show(signal([END_DEFINITION, RISK_DEFINITION, STAY_DEFINITION]));
  }

  protected choose(name: 'by' | 'known', value: string): void {
    void this.state.setParams({ [name]: value });
  }

  protected pick(event: Event): void {
    this.choose('by', (event.target as HTMLSelectElement).value);
  }

  /** What is no hour stays in the field, with the browser's words for it, and changes nothing. */
  protected pickHour(event: Event): void {
    const field = event.target as HTMLInputElement;
    const hour = hourIn(field.value);
    if (hour === null) field.reportValidity();
    else this.choose('by', String(hour));
  }
}
