import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { measuredWidth } from '../../ui/measured-width.ts';
import { type PlotScale, place } from '../ui/plot-scale.ts';
import type { ForestRow } from './forest.ts';

const ROW = 26;
const GAP = 10;
const HEAD = 26;
const FOOT = 40;

/** Half of what stands below the last mark of the axis. */
const MARGIN_NARROW = 18;

/** Subgroups below one another: a point with its interval each, on one axis from 0 to 1. */
@Component({
  selector: 'endwatch-forest-plot',
  templateUrl: './forest-plot.html',
  styleUrl: './forest-plot.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForestPlot {
  readonly rows = input.required<readonly ForestRow[]>();
  /** Of the axis. */
  readonly label = input.required<string>();
  /** What an axis mark reads as. */
  readonly words = input.required<(value: number) => string>();
  /** A vertical line of no effect; none for null. */
  readonly nothing = input<number | null>(null);

  protected readonly picture = computed(
    () =>
      $localize`:@@review-outcomes.forest.picture:${this.label()}:measure: by subgroup; the table has the figures`,
  );
  protected readonly width = measuredWidth();
  protected readonly narrow = computed(() => this.width() < 620);
  private readonly scale = computed<PlotScale>(() => ({
    ...{ min: 0, max: 1, from: this.narrow() ? MARGIN_NARROW : 250 },
    to: this.width() - (this.narrow() ? MARGIN_NARROW : 250),
  }));
  /** On a phone the words stand above the line, not beside it. */
  private readonly step = computed(() => (this.narrow() ? ROW + 18 : ROW));

  protected readonly drawn = computed(() => {
    let y = HEAD;
    return this.rows().map((row, index) => {
      if (row.first && index > 0) y += GAP;
      const top = y;
      y += this.step();
      const scale = this.scale();
      return {
        row,
        line: top + this.step() - ROW / 2,
        text: this.narrow() ? top + 12 : top + ROW / 2 + 4,
        x: row.value === null ? null : place(scale, row.value),
        from: row.around && place(scale, row.around[0]),
        to: row.around && place(scale, row.around[1]),
      };
    });
  });
  protected readonly foot = computed(() => {
    const groups = this.rows().filter(({ first }) => first).length - 1;
    return HEAD + this.rows().length * this.step() + Math.max(0, groups) * GAP;
  });
  protected readonly height = computed(() => this.foot() + FOOT);
  protected readonly ticks = computed(() =>
    [0, 0.25, 0.5, 0.75, 1].map((value) => ({
      ...{ x: place(this.scale(), value), words: this.words()(value) },
    })),
  );
  protected readonly noEffect = computed(() => {
    const at = this.nothing();
    return at === null ? null : place(this.scale(), at);
  });
  protected readonly all = computed(() => {
    const overall = this.rows().find((row) => row.overall)?.value ?? null;
    return overall === null ? null : place(this.scale(), overall);
  });
  protected readonly edges = computed(() => ({
    ...{ left: this.scale().from, right: this.scale().to },
  }));
}
