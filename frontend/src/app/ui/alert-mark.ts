import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Priority } from '../words/alert-words.ts';

const SHAPES: Readonly<Record<Priority, string>> = {
  high: 'M8 1.2 15.2 14.4H.8z',
  medium: 'M8 .6 15.4 8 8 15.4.6 8z',
  low: 'M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2z',
  technical: 'M1.8 1.8h12.4v12.4H1.8z',
};

/** The shape of an alarm priority: triangle, diamond, circle, square; hollow once somebody has taken it. */
@Component({
  selector: 'endwatch-alert-mark',
  template: `
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path [attr.d]="shape()" [attr.fill]="hollow() ? 'none' : 'currentColor'" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
      flex: none;
      width: 14px;
      height: 14px;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      overflow: visible;
    }
    path {
      stroke: currentColor;
      stroke-width: 1.8;
      stroke-linejoin: round;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AlertMark {
  readonly priority = input.required<Priority>();
  readonly hollow = input(false);
  protected readonly shape = computed(() => SHAPES[this.priority()]);
}
