import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { measuredWidth } from '../../ui/measured-width.ts';
import type { MapRow } from './load-map.ts';

const HOURS = 24;
/** Of the names of the days. */
const LEFT = 44;
/** Of the hours above. */
const TOP = 22;
const HEIGHT = 30;
const GAP = 2;
/** Narrower than this the figures would touch: then the map is pushed to and fro. */
const LEAST = 700;

/** Seven days of 24 hours, the darker the more. */
@Component({
  selector: 'endwatch-load-map',
  template: `
    @if (width() > 0) {
      <div
        class="wide"
        role="region"
        tabindex="0"
        aria-label="Load by hour and day of the week"
        i18n-aria-label="@@review-response.map.label"
      >
        <svg
          data-figure
          role="img"
          aria-label="Alerts per nurse-hour by day of the week and hour of the day"
          i18n-aria-label="@@review-response.map.caption"
          [attr.width]="drawn()"
          [attr.height]="height()"
        >
          @for (hour of hours; track hour) {
            <text class="head" text-anchor="middle" y="14" [attr.x]="middle(hour)">{{ hour }}</text>
          }
          @for (row of rows(); track row.day) {
            @let y = top($index);
            <text class="head" x="2" [attr.y]="y + 19">{{ row.day }}</text>
            @for (cell of row.cells; track cell.hour) {
              <g>
                <title>{{ cell.words }}</title>
                <rect
                  [attr.x]="left(cell.hour)"
                  [attr.y]="y"
                  [attr.width]="step() - gap"
                  [attr.height]="cellHeight"
                  [attr.data-level]="cell.level"
                />
                <text text-anchor="middle" [attr.x]="middle(cell.hour)" [attr.y]="y + 19">
                  {{ cell.text }}
                </text>
              </g>
            }
          }
        </svg>
      </div>
    }
  `,
  styleUrl: './load-map.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoadMapPicture {
  readonly rows = input.required<readonly MapRow[]>();

  protected readonly width = measuredWidth();
  protected readonly drawn = computed(() => Math.max(this.width(), LEAST));
  protected readonly step = computed(() => (this.drawn() - LEFT) / HOURS);
  protected readonly height = computed(() => this.top(this.rows().length));
  protected readonly hours = Array.from({ length: HOURS }, (_, hour) => hour);
  protected readonly gap = GAP;
  protected readonly cellHeight = HEIGHT;

  protected left(hour: number): number {
    return LEFT + hour * this.step();
  }

  protected middle(hour: number): number {
    return this.left(hour) + (this.step() - GAP) / 2;
  }

  protected top(row: number): number {
    return TOP + row * (HEIGHT + GAP);
  }
}
