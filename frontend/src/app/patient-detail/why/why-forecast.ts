import { IMAGING_REPORT } from '../../words/input-words.ts';
import { serverWords } from '../../words/server-words.ts';
import { whySentence } from './why-sentence.ts';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Explanation } from '@endwatch/contracts';
import type { EpochMs } from '@endwatch/clinical';
import { shortMoment, when } from '../../words/ages.ts';
import { percent } from '../../words/figures.ts';
import { followExplanation } from './follow-explanation.ts';
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
  readonly patientId = input.required<string>();
  readonly scoreId = input.required<string>();
  readonly now = input.required<EpochMs>();

  private readonly followed = followExplanation(this.patientId, this.scoreId);
  protected readonly explanation = this.followed.explanation;
  protected readonly trouble = this.followed.trouble;
  protected readonly retry = this.followed.retry;
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

  protected percent(risk: number): string {
    return percent(risk);
  }

  protected moment(at: string): string {
    return shortMoment(Date.parse(at), this.now());
  }

  private told<Line>(lines: (explanation: Explanation) => readonly Line[]): readonly Line[] {
    const explanation = this.explanation();
    return explanation ? lines(explanation) : [];
  }
}
