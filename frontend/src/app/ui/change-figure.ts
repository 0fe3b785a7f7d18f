import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type Change, changeBetween, sinceAdmission } from '../words/figures.ts';
import { Arrow } from './arrow.ts';

/** Change of the NIHSS since admission: an arrow and a figure; worse is bold, better is grey. */
@Component({
  selector: 'endwatch-change-figure',
  imports: [Arrow],
  template: `
    @if (moved(); as change) {
      <span
        class="moved"
        [class.worse]="change.direction === 'up'"
        title="Change since admission"
        i18n-title="@@ui.change-since-admission"
      >
        <endwatch-arrow [kind]="change.direction" />
        <span aria-hidden="true">{{ change.by }}</span>
        <span class="visually-hidden">{{ words(change) }}</span>
      </span>
    }
  `,
  styles: `
    .moved {
      display: inline-flex;
      align-items: baseline;
      gap: 3px;
      color: var(--ink-quiet);
      white-space: nowrap;
    }
    .worse {
      color: var(--ink);
      font-weight: 700;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeFigure {
  readonly now = input.required<number | null>();
  readonly before = input.required<number | null>();

  protected readonly moved = computed(() => changeBetween(this.now(), this.before()));
  protected readonly words = (change: Change): string => sinceAdmission(change);
}
