import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ReviewDefinition } from '@endwatch/contracts';
import { serverWords } from '../../words/server-words.ts';
import { PrintNotes } from '../print-notes.ts';
import { NO_INTERVAL, SEVERAL_TIMES_MEANS, TOO_FEW, TOO_FEW_MEANS } from './readings.ts';

/** What the words of the page mean and how they are counted; on paper that stands at the head of each sheet, and when no figure is said at the end. */
@Component({
  selector: 'endwatch-definitions',
  template: `
    <details>
      <summary i18n="@@review.words-mean">What the words mean, and who is left out</summary>
      <dl>
        @for (one of words(); track one.term) {
          <dt>{{ one.term }}</dt>
          <dd>{{ one.text }}</dd>
        }
        <dt>{{ tooFew }}</dt>
        <dd>{{ tooFewMeans }}</dd>
        <dt>{{ noInterval }}</dt>
        <dd>{{ severalTimesMeans }}</dd>
      </dl>
    </details>
    <p class="on-paper">
      <b>{{ tooFew }}</b>: {{ tooFewMeans }} <b>{{ noInterval }}</b>: {{ severalTimesMeans }}
    </p>
  `,
  styles: `
    details {
      padding: 0 16px;
    }
    summary {
      display: inline-flex;
      align-items: center;
      min-height: 44px;
      color: var(--ink-soft);
      font-weight: 600;
      cursor: pointer;
    }
    summary::before {
      content: '';
      width: 6px;
      height: 6px;
      margin-inline: 2px 10px;
      border: solid currentColor;
      border-width: 0 2px 2px 0;
      transform: rotate(-45deg);
    }
    [open] > summary::before {
      transform: rotate(45deg);
    }
    dl {
      display: grid;
      grid-template-columns: minmax(120px, 200px) minmax(0, 110ch);
      gap: 8px 16px;
      padding-block-end: 12px;
    }
    dt {
      font-weight: 600;
    }
    .on-paper {
      display: none;
    }
    @media print {
      details {
        display: none;
      }
      .on-paper {
        display: block;
        font-size: 7pt;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Definitions {
  readonly definitions = input.required<readonly ReviewDefinition[]>();
  /** Where the page prints the others itself: those for the head of every sheet. */
  readonly everySheet = input<readonly ReviewDefinition[] | null>(null);

  protected readonly words = computed(() => said(this.definitions()));
  private readonly printed = computed(() => said(this.everySheet() ?? this.definitions()));
  protected readonly tooFew = TOO_FEW;
  protected readonly tooFewMeans = TOO_FEW_MEANS;
  protected readonly noInterval = NO_INTERVAL;
  protected readonly severalTimesMeans = SEVERAL_TIMES_MEANS;

  constructor() {
    inject(PrintNotes).show(this.printed);
  }
}

/** In the reader's language. */
export function said(definitions: readonly ReviewDefinition[]): readonly ReviewDefinition[] {
  return definitions.map(({ term, text }) => ({
    term: serverWords(term),
    text: serverWords(text),
  }));
}
