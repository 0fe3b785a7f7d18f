import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import {
  END_CAUSES,
  JUDGEMENTS,
  NO_END_REASONS,
  type EndCause,
  type Judgement,
  type NewAdjudication,
  type NoEndReason,
  type StayHistory,
} from '@endwatch/contracts';
import { ServerClock } from '../../core/server-clock.ts';
import { wordsOf } from '../../core/ward-api.ts';
import { dateAndTime } from '../../words/ages.ts';
import { momentOf, wallTime } from '../../words/wall-time.ts';
import {
  CAUSE_WORDS,
  JUDGEMENT_WORDS,
  REASON_WORDS,
  judgementWords,
} from '../judged/judgement-words.ts';
import { ReviewApi } from '../review-api.ts';

/** What END was, by those who have read the stay; and a form to say it. */
@Component({
  selector: 'endwatch-end-judgement',
  templateUrl: './end-judgement.html',
  styleUrl: './end-judgement.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndJudgement {
  private readonly api = inject(ReviewApi);
  private readonly now = inject(ServerClock).now;

  readonly stay = input.required<StayHistory>();
  readonly judged = output();

  protected readonly judgements = JUDGEMENTS;
  protected readonly causes = END_CAUSES;
  protected readonly reasons = NO_END_REASONS;
  protected readonly judgementWords = JUDGEMENT_WORDS;
  protected readonly causeWords = CAUSE_WORDS;
  protected readonly reasonWords = REASON_WORDS;
  protected readonly words = judgementWords;
  protected readonly choice = signal<Judgement | null>(null);
  protected readonly at = signal('');
  protected readonly why = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly from = computed(() => wallTime(Date.parse(this.stay().admittedAt)));
  protected readonly until = computed(() => {
    const { dischargedAt } = this.stay();
    return wallTime(dischargedAt === null ? this.now() : Date.parse(dischargedAt));
  });

  protected time(at: string): string {
    return dateAndTime(Date.parse(at));
  }

  /** Begins with what was charted. */
  protected choose(judgement: Judgement): void {
    const { end } = this.stay();
    this.choice.set(judgement);
    this.problem.set('');
    this.at.set(end.at === null ? '' : wallTime(Date.parse(end.at)));
    this.why.set(judgement === 'end' ? END_CAUSES[0] : NO_END_REASONS[0]);
  }

  protected async judge(event: Event): Promise<void> {
    event.preventDefault();
    const judged = this.asked();
    if (judged === null) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      await this.api.judge(this.stay().patientId, judged);
      this.choice.set(null);
      this.judged.emit();
    } catch (error) {
      this.problem.set(
        $localize`:@@review-judged.not-saved:Not saved: ${wordsOf(error)}:problem:.`,
      );
    } finally {
      this.busy.set(false);
    }
  }

  private asked(): NewAdjudication | null {
    const { admittedAt } = this.stay();
    const judgement = this.choice();
    if (judgement === null) return null;
    if (judgement === 'undecided') return { admittedAt, judgement };
    if (judgement === 'no-end') return { admittedAt, judgement, reason: this.why() as NoEndReason };
    // The field has no seconds: END in the minute of admission is not before it.
    const moment = Math.max(momentOf(this.at()), Date.parse(admittedAt));
    if (Number.isNaN(moment)) return null;
    const at = new Date(moment).toISOString();
    return { admittedAt, judgement, at, cause: this.why() as EndCause };
  }
}
