import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { followExplanation } from '../patient-detail/why/follow-explanation.ts';
import { whySentence } from '../patient-detail/why/why-sentence.ts';

/** In one sentence what moved the forecast that an alert came of. */
@Component({
  selector: 'endwatch-why-it-rang',
  template: `
    @if (sentence(); as words) {
      <p>{{ words }}</p>
    } @else if (trouble(); as words) {
      <p class="quiet" i18n="@@why.not-explained">Not explained: {{ words }}.</p>
    }
  `,
  styles: `
    :host {
      display: block;
      min-height: 20px;
    }
    .quiet {
      color: var(--ink-quiet);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhyItRang {
  readonly patientId = input.required<string>();
  readonly scoreId = input.required<string>();

  private readonly followed = followExplanation(this.patientId, this.scoreId);
  protected readonly trouble = this.followed.trouble;
  protected readonly sentence = computed(() => {
    const explanation = this.followed.explanation();
    return explanation?.scoreId === this.scoreId() ? whySentence(explanation) : null;
  });
}
