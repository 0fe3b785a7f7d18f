import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { measuredWidth } from '../../ui/measured-width.ts';
import type { MapRow } from './load-map.ts';

const HOURS = 24;
/** Of the names of the days, or of the hours where those go down. */
const LEFT = 44;
/** Of what stands above. */
const TOP = 22;
const HEIGHT = 30;
const HEIGHT_UPRIGHT = 26;
const GAP = 2;
/** Narrower than this the figures would touch: then the hours go down, so that nothing has to be pushed to and fro. */
const LEAST = 700;

/** Seven days of 24 hours, the darker the more. */
@Component({
  selector: 'endwatch-load-map',
  template: `
    @if (width() > 0) {
      <svg
        data-figure
        role="img"
        aria-label="Alerts per nurse-hour by day of the week and hour of the day"
        i18n-aria-label="@@review-response.map.caption"
        [attr.width]="width()"
        [attr.height]="size().height"
      >
        @for (hour of hours; track hour) {
          @let at = cell($index, 0);
          @if (upright()) {
            <text class="head" text-anchor="end" [attr.x]="left - 8" [attr.y]="at.base">
              {{ hour }}
            </text>
          } @else {
            <text class="head" text-anchor="middle" y="14" [attr.x]="at.middle">{{ hour }}</text>
          }
        }
        @for (row of rows(); track row.day) {
          @let day = $index;
          @let first = cell(0, day);
          @if (upright()) {
            <text class="head" text-anchor="middle" y="14" [attr.x]="first.middle">
              {{ row.day }}
            </text>
          } @else {
            <text class="head" x="2" [attr.y]="first.base">{{ row.day }}</text>
          }
          @for (one of row.cells; track one.hour) {
            @let at = cell(one.hour, day);
            <g>
              <title>{{ one.words }}</title>
              <rect
                [attr.x]="at.x"
                [attr.y]="at.y"
                [attr.width]="size().step - gap"
                [attr.height]="size().rise - gap"
                [attr.data-level]="one.level"
              />
              <text text-anchor="middle" [attr.x]="at.middle" [attr.y]="at.base">
                {{ one.text }}
              </text>
            </g>
          }
        }
      </svg>
    }
  `,
  styleUrl: './load-map.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoadMapPicture {
  readonly rows = input.required<readonly MapRow[]>();

  protected readonly width = measuredWidth();
  protected readonly upright = computed(() => this.width() < LEAST);
  protected readonly size = computed(() => {
    const days = this.rows().length;
    const [across, down] = this.upright() ? [days, HOURS] : [HOURS, days];
    const rise = (this.upright() ? HEIGHT_UPRIGHT : HEIGHT) + GAP;
    return { step: (this.width() - LEFT) / across, rise, height: TOP + down * rise };
  });
  protected readonly hours = Array.from({ length: HOURS }, (_, hour) => hour);
  protected readonly left = LEFT;
  protected readonly gap = GAP;

  /** Where an hour of a day is drawn; `middle` and `base` are those of its figure. */
  protected cell(hour: number, day: number): Record<'x' | 'y' | 'middle' | 'base', number> {
    const { step, rise } = this.size();
    const [column, line] = this.upright() ? [day, hour] : [hour, day];
    const [x, y] = [LEFT + column * step, TOP + line * rise];
    return { x, y, middle: x + (step - GAP) / 2, base: y + (rise - GAP) / 2 + 4 };
  }
}
