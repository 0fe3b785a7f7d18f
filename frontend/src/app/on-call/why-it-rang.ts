import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import type { Explanation } from '@endwatch/contracts';
import { WardApi, wordsOf } from '../core/ward-api.ts';
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
  private readonly api = inject(WardApi);
  private wanted = '';

  readonly patientId = input.required<string>();
  readonly scoreId = input.required<string>();

  private readonly explanation = signal<Explanation | null>(null);
  protected readonly trouble = signal<string | null>(null);
  protected readonly sentence = computed(() => {
    const explanation = this.explanation();
    return explanation?.scoreId === this.scoreId() ? whySentence(explanation) : null;
  });

  constructor() {
    effect(() => {
      const [patientId, scoreId] = [this.patientId(), this.scoreId()];
      untracked(() => void this.load(patientId, scoreId));
    });
  }

  private async load(patientId: string, scoreId: string): Promise<void> {
    this.wanted = scoreId;
    this.trouble.set(null);
    try {
      this.explanation.set(await this.api.explanation(patientId, scoreId));
    } catch (error) {
      if (this.wanted === scoreId) this.trouble.set(wordsOf(error));
    }
  }
}
