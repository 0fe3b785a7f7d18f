import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { EndRule } from '../core/end-rule.ts';

/** Which patients the forecast was learned from, and that it is of another END than the house's where it is: said wherever one is shown. */
@Component({
  selector: 'endwatch-provenance',
  template: `
    @switch (trainedOn()) {
      @case ('simulated') {
        <p i18n="@@ui.simulated">Trained on simulated patients: not for clinical decisions</p>
      }
      @case ('site') {
        <p i18n="@@ui.of-site">Trained on patients of this hospital</p>
      }
    }
    @if (rule.besideForecast(); as words) {
      <p class="other-end" role="note" [title]="words">{{ words }}</p>
    }
  `,
  styles: `
    :host {
      min-width: 0;
    }
    p {
      overflow: hidden;
      inline-size: fit-content;
      max-inline-size: 100%;
      padding: 2px 8px;
      border: 1px dashed var(--line-strong);
      border-radius: 3px;
      color: var(--ink-soft);
      font-size: 12px;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    /* Where both stand side by side, it is the longer one that is cut. */
    p:not(.other-end) {
      flex: none;
    }
    .other-end {
      margin-block-start: 2px;
      border-style: solid;
    }
    /* Both lines have to fit into the height of a page's head. */
    p:has(+ .other-end),
    .other-end {
      padding-block: 0;
    }
    /* It is said in full where there is no room for one line. */
    @media (max-width: 600px) {
      p {
        white-space: normal;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Provenance {
  readonly trainedOn = input<'simulated' | 'site' | null>(null);
  protected readonly rule = inject(EndRule);

  constructor() {
    void this.rule.ask();
  }
}
