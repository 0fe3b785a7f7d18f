import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { DAY } from '@endwatch/clinical';
import { type TimeWindow, fitted, moved, zoomed } from './time-window.ts';

/** What is in sight, for who has no pointer. */
@Component({
  selector: 'endwatch-zoom-buttons',
  template: `
    <div role="group" aria-label="What is in sight" i18n-aria-label="@@review-stay.zoom.title">
      <button
        class="button"
        type="button"
        aria-label="Earlier"
        i18n-aria-label="@@review-stay.zoom.earlier"
        (click)="move(-0.5)"
      >
        ‹
      </button>
      <button
        class="button"
        type="button"
        aria-label="Later"
        i18n-aria-label="@@review-stay.zoom.later"
        (click)="move(0.5)"
      >
        ›
      </button>
      <button
        class="button"
        type="button"
        aria-label="Closer"
        i18n-aria-label="@@review-stay.zoom.closer"
        (click)="zoom(0.5)"
      >
        +
      </button>
      <button
        class="button"
        type="button"
        aria-label="Farther"
        i18n-aria-label="@@review-stay.zoom.farther"
        (click)="zoom(2)"
      >
        −
      </button>
      <button class="button" type="button" (click)="days(2)" i18n="@@review-stay.zoom.48h">
        First 48 h
      </button>
      <button class="button" type="button" (click)="days(7)" i18n="@@review-stay.zoom.7d">
        7 days
      </button>
      <button
        class="button"
        type="button"
        (click)="choose.emit(bounds())"
        i18n="@@review-stay.zoom.all"
      >
        All
      </button>
    </div>
  `,
  styles: `
    div {
      display: flex;
    }
    .button {
      min-height: 28px;
      margin-inline-start: -1px;
      padding: 0 9px;
      border-color: var(--line);
      border-radius: 0;
      color: var(--ink-soft);
      font-size: 12px;
    }
    @media (pointer: coarse) {
      .button {
        min-width: 40px;
        min-height: 44px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ZoomButtons {
  readonly bounds = input.required<TimeWindow>();
  readonly window = input.required<TimeWindow>();
  readonly choose = output<TimeWindow>();

  protected move(share: number): void {
    const { from, to } = this.window();
    this.choose.emit(moved(this.window(), share * (to - from), this.bounds()));
  }

  protected zoom(factor: number): void {
    const { from, to } = this.window();
    this.choose.emit(zoomed(this.window(), { factor, at: (from + to) / 2 }, this.bounds()));
  }

  protected days(days: number): void {
    const { from } = this.bounds();
    this.choose.emit(fitted({ from, to: from + days * DAY }, this.bounds()));
  }
}
