import {
  ChangeDetectionStrategy,
  Component,
  Directive,
  computed,
  inject,
  input,
} from '@angular/core';
import type { EpochMs } from '@endwatch/clinical';
import { LineChartComponent, LineChartModule } from '@swimlane/ngx-charts';
import {
  type DayColumn,
  PLOT_BOTTOM,
  PLOT_LEFT,
  PLOT_RIGHT,
  PLOT_TOP,
  type StayAxis,
  type YScale,
  xOf,
  yOf,
} from '../stay-axis.ts';
import type { ChartSeries } from '../to-chart-series.ts';

/** One line over the stay: what is measured, how it reads, and where its axis has labels. */
export interface ChartLine {
  readonly series: readonly ChartSeries[];
  readonly scale: YScale;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  /** Words for a point under the pointer. */
  readonly words: (value: number, at: EpochMs) => string;
}

/** Gives a chart without axes of its own the margins that the axes drawn here count on. */
@Directive({ selector: 'ngx-charts-line-chart[endwatchPlot]' })
export class PlotMargins {
  constructor() {
    inject(LineChartComponent).margin = [PLOT_TOP, PLOT_RIGHT, PLOT_BOTTOM, PLOT_LEFT];
  }
}

/** A plot on the axis of the stay, with what belongs behind the line (`back`) and before it. The only file that knows the chart library. */
@Component({
  selector: 'endwatch-chart-panel',
  imports: [LineChartModule, PlotMargins],
  template: `
    <h2>{{ heading() }}</h2>
    <div class="plot" [style.block-size.px]="line().scale.height">
      <svg [attr.height]="line().scale.height" width="100%" aria-hidden="true">
        @for (column of columns(); track column.day) {
          <line class="day" [attr.x1]="column.x" [attr.x2]="column.x" y1="0" y2="100%" />
        }
        @for (tick of ticks(); track tick.label) {
          <line [attr.x1]="left" [attr.x2]="right()" [attr.y1]="tick.y" [attr.y2]="tick.y" />
          <text [attr.x]="left - 8" [attr.y]="tick.y + 4">{{ tick.label }}</text>
        }
        <ng-content select="[endwatchBack]" />
        <line class="now" [attr.x1]="nowX()" [attr.x2]="nowX()" y1="0" y2="100%" />
      </svg>
      @if (line().series.length > 0) {
        <ngx-charts-line-chart
          endwatchPlot
          [view]="[axis().width, line().scale.height]"
          [results]="results()"
          [xScaleMin]="axis().from"
          [xScaleMax]="axis().to"
          [yScaleMin]="0"
          [yScaleMax]="line().scale.max"
          [xAxis]="false"
          [yAxis]="false"
          [customColors]="ink"
          [animations]="false"
        >
          <ng-template #seriesTooltipTemplate let-model="model">{{ pointed(model) }}</ng-template>
        </ngx-charts-line-chart>
      }
      <svg
        class="front"
        [attr.height]="line().scale.height"
        width="100%"
        role="img"
        [attr.aria-label]="frontLabel()"
      >
        <ng-content />
      </svg>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    h2 {
      padding: 4px 0 2px;
      font-size: 13px;
      font-weight: 600;
    }
    .plot {
      position: relative;
    }
    .plot > * {
      position: absolute;
      inset: 0;
    }
    .front {
      pointer-events: none;
    }
    line {
      stroke: var(--line);
    }
    .day {
      stroke-dasharray: 1 3;
    }
    .now {
      stroke: var(--line-strong);
    }
    text {
      fill: var(--ink-quiet);
      font-size: 12px;
      text-anchor: end;
    }
    /* The library draws these inside its own components. */
    :host ::ng-deep {
      .line-series .line {
        fill: none;
        stroke-width: 1.75px;
      }
      .tooltip-anchor {
        fill: transparent;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChartPanel {
  readonly heading = input.required<string>();
  readonly frontLabel = input.required<string>();
  readonly line = input.required<ChartLine>();
  readonly axis = input.required<StayAxis>();
  readonly columns = input.required<readonly DayColumn[]>();
  readonly now = input.required<EpochMs>();

  protected readonly left = PLOT_LEFT;
  protected readonly ink = (): string => 'var(--ink)';
  protected readonly right = computed(() => this.axis().width - PLOT_RIGHT);
  protected readonly nowX = computed(() => xOf(this.axis(), this.now()));
  /** The library wants an array it may keep. */
  protected readonly results = computed(() => [...this.line().series]);
  protected readonly ticks = computed(() => {
    const { ticks, scale } = this.line();
    return ticks.map(({ value, label }) => ({ label, y: yOf(scale, value) }));
  });

  protected pointed(model: readonly { name: Date; value: number }[]): string {
    const [point] = model;
    return point ? this.line().words(point.value, point.name.getTime()) : '';
  }
}
