import { IMAGING_REPORT } from '../../words/input-words.ts';
import { serverWords } from '../../words/server-words.ts';
import { whySentence } from './why-sentence.ts';
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
import type { EpochMs } from '@endwatch/clinical';
import { wordsOf, WardApi } from '../../core/ward-api.ts';
import { shortMoment, when } from '../../words/ages.ts';
import { percent } from '../../words/figures.ts';
import { changeLines, heaviestWord, inputLines, stretchesOf } from './why-lines.ts';
import { WhyBars } from './why-bars.ts';

const MOST_INPUTS = 10;
const MOST_CHANGES = 6;

/** What the forecast on the screen rests on, what moved it, and the words of the reports that it heard. */
@Component({
  selector: 'endwatch-why-forecast',
  imports: [WhyBars],
  templateUrl: './why-forecast.html',
  styleUrl: './why-forecast.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhyForecast {
  private readonly api = inject(WardApi);
  private wanted: string | null = null;

  readonly patientId = input.required<string>();
  readonly scoreId = input.required<string>();
  readonly now = input.required<EpochMs>();

  protected readonly explanation = signal<Explanation | null>(null);
  protected readonly trouble = signal<string | null>(null);
  protected readonly sentence = computed(() => {
    const explanation = this.explanation();
    return explanation ? whySentence(explanation) : '';
  });
  protected readonly server = serverWords;
  protected readonly inputs = computed(() => this.told((one) => inputLines(one, MOST_INPUTS)));
  protected readonly changes = computed(() => this.told((one) => changeLines(one, MOST_CHANGES)));
  protected readonly texts = computed(() => {
    const explanation = this.explanation();
    const heaviest = explanation ? heaviestWord(explanation) : 0;
    return (explanation?.reports?.texts ?? [])
      .map((text) => ({
        id: text.id,
        title: text.title ?? IMAGING_REPORT,
        ago: when(text.effectiveAt, this.now()),
        stretches: stretchesOf(text, heaviest),
      }))
      .filter(({ stretches }) => stretches.length > 0);
  });

  constructor() {
    effect(() => {
      const [patientId, scoreId] = [this.patientId(), this.scoreId()];
      untracked(() => void this.load(patientId, scoreId));
    });
  }

  protected retry(): void {
    void this.load(this.patientId(), this.scoreId());
  }

  protected percent(risk: number): string {
    return percent(risk);
  }

  protected moment(at: string): string {
    return shortMoment(Date.parse(at), this.now());
  }

  /** What was shown of the same patient stays until the new one is there, with its own time beside it. */
  private async load(patientId: string, scoreId: string): Promise<void> {
    this.wanted = scoreId;
    if (this.explanation()?.patientId !== patientId) this.explanation.set(null);
    try {
      const explanation = await this.api.explanation(patientId, scoreId);
      if (this.wanted !== scoreId) return;
      this.explanation.set(explanation);
      this.trouble.set(null);
    } catch (error) {
      if (this.wanted !== scoreId) return;
      this.trouble.set(wordsOf(error));
    }
  }

  private told<Line>(lines: (explanation: Explanation) => readonly Line[]): readonly Line[] {
    const explanation = this.explanation();
    return explanation ? lines(explanation) : [];
  }
}
