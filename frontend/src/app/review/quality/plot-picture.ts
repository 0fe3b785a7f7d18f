import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { placeLabels } from './place-labels.ts';
import { type Frame, type Plot, type PlotLine, thinned, xAt, yAt } from './plot.ts';

const MARGINS = { left: 54, top: 14, bottom: 42 };
const HEIGHT = 250;
const SQUARE = 380;
/** Pixels of a name on the axis. */
const CHARACTER = 7;
const GAP = 10;

let made = 0;

/** Points with intervals, lines and bars over two axes, outlined or hatched where they are forecasts; stands in the frame of a chart. */
@Component({
  selector: 'endwatch-plot-picture',
  templateUrl: './plot-picture.html',
  styleUrl: './plot-picture.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlotPicture {
  readonly plot = input.required<Plot>();

  protected readonly hatch = `plot-hatch-${String((made += 1))}`;
  protected readonly width = signal(0);
  protected readonly frame = computed((): Frame => {
    const { square, lines } = this.plot();
    const names = lines.map(({ name }) => name.length * CHARACTER);
    const right = Math.max(18, ...names.map((room) => room + GAP));
    const width = square ? Math.min(this.width(), SQUARE + right) : this.width();
    return { ...MARGINS, width, right, height: square ? Math.min(SQUARE, width) : HEIGHT };
  });
  protected readonly edge = computed(() => this.frame().width - this.frame().right);
  protected readonly foot = computed(() => this.frame().height - MARGINS.bottom);
  protected readonly xTicks = computed(() => {
    const { ticks } = this.plot().x;
    const room = Math.max(0, ...ticks.map(({ label }) => label.length)) * CHARACTER + GAP;
    return thinned(ticks, this.edge() - MARGINS.left, room).map((tick) => ({
      ...tick,
      x: this.x(tick.at),
    }));
  });
  protected readonly yTicks = computed(() =>
    this.plot().y.ticks.map((tick) => ({ ...tick, y: this.y(tick.at) })),
  );
  protected readonly bars = computed(() =>
    this.plot().bars.map(({ from, to, y, look, words }) => ({
      ...{ look, words, x: this.x(from), y: this.y(y) },
      width: this.x(to) - this.x(from),
      height: this.foot() - this.y(y),
    })),
  );
  protected readonly lines = computed(() =>
    this.plot().lines.map((line) => ({ name: line.name, look: line.look, path: this.path(line) })),
  );
  protected readonly marks = computed(() =>
    this.plot().marks.map(({ x, y, low, high, look, words }) => ({
      ...{ look, words, x: this.x(x), y: this.y(y) },
      span:
        low === undefined || high === undefined ? null : { low: this.y(low), high: this.y(high) },
    })),
  );
  protected readonly labels = computed(() => [
    ...placeLabels(
      this.plot().lines.flatMap(({ name, points }) => {
        const end = points.at(-1);
        return end ? [{ name, x: this.x(end.x) + 6, y: this.y(end.y) + 4 }] : [];
      }),
    ).map((label) => ({ ...label, anchor: 'start' })),
    ...this.plot().marks.flatMap(({ name, x, y, look }) =>
      name === undefined
        ? []
        : [
            {
              name,
              x: this.x(x),
              y: this.y(y) + (look === 'forecast' ? -10 : 21),
              anchor: 'middle',
            },
          ],
    ),
  ]);

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const watch = new ResizeObserver(([entry]) => {
        this.width.set(Math.round(entry?.contentRect.width ?? 0));
      });
      watch.observe(nativeElement);
      destroyed.onDestroy(() => {
        watch.disconnect();
      });
    });
  }

  private path({ points }: PlotLine): string {
    const at = points.map(({ x, y }) => `${this.x(x).toFixed(1)} ${this.y(y).toFixed(1)}`);
    return at.length === 0 ? '' : `M${at.join('L')}`;
  }

  private x(value: number): number {
    return xAt(this.plot(), this.frame(), value);
  }

  private y(value: number): number {
    return yAt(this.plot(), this.frame(), value);
  }
}
