import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { EpochMs } from '@endwatch/clinical';
import type { BoardRow } from '@endwatch/contracts';
import { dataAges } from '../words/freshness.ts';
import { inputWord, missingNames } from '../words/input-words.ts';
import { inSentence } from '../words/locale.ts';
import { serverWords } from '../words/server-words.ts';

/** As many as a line of a phone holds; all of them are one tap away. */
const NAMED = 2;

/** How old what is known of a patient is, what the forecast did without, and why the patient may be none for the model. */
@Component({
  selector: 'endwatch-what-it-rests-on',
  template: `
    <dl class="ages" aria-label="How old the newest values are" i18n-aria-label="@@on-call.ages">
      @for (item of ages(); track item.label) {
        <div>
          <dt>{{ item.label }}</dt>
          <dd>
            <span [class.too-old]="item.overdue">{{ item.age }}</span>
          </dd>
        </div>
      }
    </dl>
    @if (missing().length > 0) {
      <details>
        <summary>
          <ng-container i18n="@@on-call.without">Forecast without {{ named() }}</ng-container
          >&ngsp;
          {{ more() }}
        </summary>
        <p>{{ all() }}</p>
      </details>
    }
    @if (outside(); as reasons) {
      <p class="outside">
        <b i18n="@@board.outside">Outside the model’s patients</b> {{ reasons }}
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      font-size: 13px;
    }
    .ages {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 16px;
    }
    .ages div {
      display: flex;
      gap: 5px;
    }
    dt,
    details {
      color: var(--ink-quiet);
    }
    dd {
      color: var(--ink-soft);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    summary {
      min-height: 44px;
      padding-block: 12px;
      box-sizing: border-box;
      cursor: pointer;
    }
    details p {
      padding-block-end: 8px;
    }
    .outside {
      color: var(--ink-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhatItRestsOn {
  readonly row = input.required<BoardRow>();
  readonly now = input.required<EpochMs>();

  protected readonly ages = computed(() => dataAges(this.row(), this.now()));
  protected readonly missing = computed(() => this.row().risk?.missing ?? []);
  private readonly names = computed(() => this.missing().map(inputWord).map(inSentence));
  protected readonly named = computed(() => this.names().slice(0, NAMED).join(', '));
  protected readonly more = computed(() => missingNames(this.missing(), NAMED).more);
  protected readonly all = computed(() => this.names().join(', '));
  protected readonly outside = computed(() =>
    (this.row().risk?.outOfPopulation ?? []).map(serverWords).join('; '),
  );
}
