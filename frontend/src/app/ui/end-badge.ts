import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { EpochMs } from '@endwatch/clinical';
import type { BoardRow } from '@endwatch/contracts';
import { endWords } from '../words/patient-words.ts';
import { serverWords } from '../words/server-words.ts';

/** The observed fact: filled, with a flag. Nothing forecast ever looks like it. */
@Component({
  selector: 'endwatch-end-badge',
  template: `
    @if (words(); as text) {
      <span class="badge" [class.suspected]="end().status === 'suspected'" [title]="reason()">
        <svg viewBox="0 0 12 14" aria-hidden="true"><path d="M2 13V1h8.5L8 4.2l2.5 3.3H2" /></svg>
        {{ text }}
      </span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      min-width: 0;
    }
    :host:not(:has(.badge)) {
      display: none;
    }
    .badge {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      min-width: 0;
      padding: 1px 5px 1px 4px;
      border: 1px solid var(--ink);
      border-radius: 3px;
      background: var(--ink);
      color: var(--surface);
      font-size: 12px;
      font-weight: 700;
      line-height: 16px;
      white-space: nowrap;
    }
    .suspected {
      background: var(--ink-quiet);
      border-color: var(--ink-quiet);
    }
    svg {
      flex: none;
      width: 10px;
      height: 12px;
      fill: currentColor;
      stroke: currentColor;
      stroke-width: 1.6;
      stroke-linejoin: round;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndBadge {
  readonly end = input.required<BoardRow['end']>();
  readonly now = input.required<EpochMs>();
  /** Leaves the time out. */
  readonly short = input(false);
  protected readonly reason = computed(() => serverWords(this.end().reason ?? ''));
  protected readonly words = computed(() => endWords(this.end(), this.short() ? null : this.now()));
}
