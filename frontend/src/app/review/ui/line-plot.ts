import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { measuredWidth } from './measured-width.ts';
import { type Point, type PlotScale, apart, areaOf, pathOf, place, ticksOf } from './plot-scale.ts';

/**
 * Facts are solid: `strong` a thick line, `middle` dashed, `quiet` dotted, so that three groups can be told apart without colour. What is forecast or
 * reckoned is `outlined` (hollow). `reference` is a thin line to compare with, `single` one of many.
 */
export type Look = 'strong' | 'middle' | 'quiet' | 'outlined' | 'reference' | 'single';

export interface PlotSeries {
  readonly name: string;
  readonly look: Look;
  readonly points: readonly Point[];
  /** x, lower and upper end of what surrounds the line; shown hatched. */
  readonly around?: readonly (readonly [number, number, number])[];
  /** Each value holds until the next point. */
  readonly step?: boolean;
  /** Stands at the end of the line; none for null. */
  readonly label?: string | null;
}

export interface PlotAxis {
  readonly min: number;
  readonly max: number;
  readonly label: string;
  /** Round steps unless given. */
  readonly ticks?: readonly number[];
  readonly words?: (value: number) => string;
}

/** Numbers under the axis, a row for each line: how many there are at each place. */
export interface PlotCounts {
  readonly heading: string;
  readonly rows: readonly {
    readonly name: string;
    readonly values: readonly Point[];
  }[];
}

const LEFT = 64;
const COUNT_ROW = 16;
const TOP = 12;
const BOTTOM = 40;
const LABEL_GAP = 15;

/** Lines over two axes, with what surrounds them. A reader with a pointer is told the values at it; everybody else has the table of the frame. */
@Component({
  selector: 'endwatch-line-plot',
  templateUrl: './line-plot.html',
  styleUrl: './line-plot.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinePlot {
  /** For a screen reader: what is drawn, in one sentence. */
  readonly label = input.required<string>();
  readonly series = input.required<readonly PlotSeries[]>();
  readonly x = input.required<PlotAxis>();
  readonly y = input.required<PlotAxis>();
  /** Of the plot, without the numbers under it. */
  readonly height = input(260);
  readonly counts = input<PlotCounts | null>(null);
  /** Room at the right for the labels of the lines. */
  readonly labelRoom = input(90);

  protected readonly top = TOP;
  protected readonly left = LEFT;
  protected readonly width = measuredWidth();
  private readonly pointer = signal<number | null>(null);
  protected readonly foot = computed(() => this.height() - BOTTOM);
  protected readonly edge = computed(() => this.width() - this.labelRoom());
  private readonly xScale = computed<PlotScale>(() => ({
    ...{ min: this.x().min, max: this.x().max, from: LEFT, to: this.edge() },
  }));
  private readonly yScale = computed<PlotScale>(() => ({
    ...{ min: this.y().min, max: this.y().max, from: this.foot(), to: TOP },
  }));
  protected readonly whole = computed(() => {
    const rows = this.counts()?.rows.length ?? 0;
    return this.height() + (rows > 0 ? (rows + 1) * COUNT_ROW + 4 : 0);
  });
  protected readonly countRows = computed(() =>
    (this.counts()?.rows ?? []).map(({ name, values }, index) => ({
      name,
      y: this.height() + (index + 2) * COUNT_ROW,
      values: values.map(([x, count]) => ({ x: place(this.xScale(), x), count })),
    })),
  );
  protected readonly xTicks = computed(() => marks(this.x(), this.xScale(), this.width() / 90));
  protected readonly yTicks = computed(() => marks(this.y(), this.yScale(), 5));

  protected readonly lines = computed(() => {
    const [x, y] = [this.xScale(), this.yScale()];
    return this.series().map(({ name, look, points, around = [], step = false }) => ({
      ...{ name, look },
      path: pathOf(
        points.map(([a, b]) => [place(x, a), place(y, b)]),
        step,
      ),
      area: areaOf(
        around.map(([a, low, high]) => [place(x, a), place(y, low), place(y, high)]),
        step,
      ),
      dots:
        step || look === 'single' || look === 'reference' || points.length > 40
          ? []
          : points.map(([a, b]) => ({ x: place(x, a), y: place(y, b) })),
    }));
  });
  protected readonly labels = computed(() => {
    const [x, y] = [this.xScale(), this.yScale()];
    const ends = this.series().flatMap(({ label, points }) => {
      const last = points.at(-1);
      return label && last ? [{ label, x: place(x, last[0]), y: place(y, last[1]) }] : [];
    });
    const places = apart(
      ends.map((end) => end.y),
      LABEL_GAP,
      this.foot(),
    );
    return ends.map((end, index) => ({ ...end, y: places[index] ?? end.y }));
  });

  protected readonly pointed = computed(() => {
    const at = this.pointer();
    if (at === null) return null;
    const all = this.series().filter(({ look }) => look !== 'single');
    const x = nearest(
      all.flatMap(({ points }) => points.map(([a]) => a)),
      at,
    );
    if (x === null) return null;
    const [xWords, yWords] = [this.x(), this.y()].map(wordsOf);
    const lines = all.flatMap((one) => {
      const value = valueAt(one, x);
      return value === null ? [] : [`${one.name} ${yWords?.(value) ?? ''}`];
    });
    const left = place(this.xScale(), x);
    return { left, late: left > this.width() / 2, lines: [xWords?.(x) ?? '', ...lines] };
  });

  protected point({ offsetX }: PointerEvent): void {
    const { min, max, from, to } = this.xScale();
    this.pointer.set(min + ((offsetX - from) / (to - from)) * (max - min));
  }

  protected leave(): void {
    this.pointer.set(null);
  }
}

function wordsOf({ words }: PlotAxis): (value: number) => string {
  return words ?? String;
}

function marks(
  axis: PlotAxis,
  scale: PlotScale,
  about: number,
): { readonly at: number; readonly words: string }[] {
  const ticks = axis.ticks ?? ticksOf(axis.min, axis.max, Math.max(2, about));
  return ticks.map((tick) => ({ at: place(scale, tick), words: wordsOf(axis)(tick) }));
}

function nearest(values: readonly number[], to: number): number | null {
  let best: number | null = null;
  for (const value of values) {
    if (best === null || Math.abs(value - to) < Math.abs(best - to)) best = value;
  }
  return best;
}

/** Null where the line does not reach. */
function valueAt({ points, step = false }: PlotSeries, x: number): number | null {
  if (!step) return points.find(([a]) => a === x)?.[1] ?? null;
  return points.findLast(([a]) => a <= x)?.[1] ?? null;
}
