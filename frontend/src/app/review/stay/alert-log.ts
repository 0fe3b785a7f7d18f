import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { isByMachine, type StayHistory } from '@endwatch/contracts';
import { AlertMark } from '../../ui/alert-mark.ts';
import { dateAndTime } from '../../words/ages.ts';
import { KIND_WORDS, PRIORITY_WORD, STATE_WORD } from '../../words/alert-words.ts';
import { serverWords } from '../../words/server-words.ts';

/** Each alert with everything that was done with it, by whom and why. */
@Component({
  selector: 'endwatch-alert-log',
  imports: [AlertMark],
  template: `
    @for (alert of alerts(); track alert.id) {
      <section [attr.data-priority]="alert.priority">
        <h3>
          <endwatch-alert-mark [priority]="alert.priority" />
          {{ kinds[alert.kind] }} <span>{{ priorities[alert.priority] }}</span>
        </h3>
        <ol>
          @for (one of alert.transitions; track $index) {
            <li>
              <time [attr.datetime]="one.at">{{ time(one.at) }}</time>
              <span
                ><b>{{ states[one.to] }}</b
                >, {{ byMachine(one) ? byItself : one.by }}. {{ serverWords(one.reason) }}</span
              >
            </li>
          }
        </ol>
      </section>
    } @empty {
      <p i18n="@@review-stay.no-alert">No alert rang in this stay.</p>
    }
  `,
  styles: `
    section + section {
      margin-block-start: 12px;
    }
    h3 {
      display: flex;
      align-items: center;
      gap: 6px;
      font-size: 13px;
      font-weight: 600;
    }
    endwatch-alert-mark {
      color: var(--mark);
    }
    h3 span,
    time,
    p {
      color: var(--ink-quiet);
      font-weight: 400;
    }
    li {
      display: grid;
      grid-template-columns: 104px 1fr;
      gap: 8px;
      padding-block: 3px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AlertLog {
  readonly alerts = input.required<StayHistory['alerts']>();
  protected readonly byMachine = isByMachine;
  protected readonly byItself = $localize`:@@review-stay.by-endwatch:by Endwatch`;
  protected readonly kinds = KIND_WORDS;
  protected readonly serverWords = serverWords;
  protected readonly states = STATE_WORD;
  protected readonly priorities = PRIORITY_WORD;

  protected time(at: string): string {
    return dateAndTime(Date.parse(at));
  }
}
