import { type Label, isNamed, labelsOf } from './plot-labels.ts';
import {
  type Plot,
  type PlotBar,
  type PlotLine,
  type PlotMark,
  type Tick,
  thinned,
} from './plot.ts';
import { type PlotScale, areaOf, pathOf, place } from './plot-scale.ts';

const TOP = 14;
const BOTTOM = 42;
const LEFT = 54;
/** With the names of the rows under the axis. */
const LEFT_OF_COUNTS = 64;
const LEAST_RIGHT = 18;
const HEIGHT = 260;
const SQUARE = 380;
const COUNT_ROW = 16;
/** Pixels of a letter on the axis; of one of a name, which is bold. */
const CHARACTER = 7;
const BOLD = 8;
const GAP = 10;
/** Names of lines beside the plot take no more of its width, else they stand within it, over the ends of their lines. */
const MOST_BESIDE = 0.25;
/** Further points are a curve, not values of their own. */
const MOST_DOTS = 40;
const WITHOUT_DOTS: ReadonlySet<string> = new Set(['single', 'guide', 'limit']);

/** Where a picture has its axes, pixels. */
export interface Frame {
  readonly width: number;
  /** With the numbers under the axis. */
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
  /** The names of the lines stand within. */
  readonly within: boolean;
  readonly x: PlotScale;
  readonly y: PlotScale;
}

/** The room that a plot takes of `available` pixels. */
export function frameOf({ lines, square, counts, x, y }: Plot, available: number): Frame {
  const names = lines.filter(isNamed).map(({ name }) => name.length * BOLD + GAP);
  const longest = Math.max(LEAST_RIGHT, ...names);
  const within = longest > available * MOST_BESIDE;
  const beside = within ? LEAST_RIGHT : longest;
  const width = square ? Math.min(available, SQUARE + beside) : available;
  const plain = square ? Math.min(SQUARE, width) : HEIGHT;
  const under = counts ? (counts.rows.length + 1) * COUNT_ROW + 4 : 0;
  const [left, right, foot] = [counts ? LEFT_OF_COUNTS : LEFT, width - beside, plain - BOTTOM];
  return {
    ...{ width, height: plain + under, left, right, top: TOP, foot, within },
    x: { min: x.from, max: x.to, from: left, to: right },
    y: { min: y.from, max: y.to, from: foot, to: TOP },
  };
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Everything of a plot in pixels. */
export interface Drawing {
  readonly frame: Frame;
  readonly xTicks: readonly (Tick & Pick<Spot, 'x'>)[];
  readonly yTicks: readonly (Tick & Pick<Spot, 'y'>)[];
  readonly bars: readonly (Spot &
    Pick<PlotBar, 'look' | 'words'> & { readonly width: number; readonly height: number })[];
  /** SVG paths; `area` is empty where nothing surrounds the line. */
  readonly lines: readonly (Pick<PlotLine, 'name' | 'look'> & {
    readonly path: string;
    readonly area: string;
    readonly dots: readonly Spot[];
  })[];
  readonly marks: readonly (Spot &
    Pick<PlotMark, 'look' | 'words'> & {
      readonly span: { readonly low: number; readonly high: number } | null;
    })[];
  readonly labels: readonly Label[];
  readonly counts: readonly {
    readonly name: string;
    readonly y: number;
    readonly values: readonly { readonly x: number; readonly count: number }[];
  }[];
  readonly countsHeading: { readonly words: string; readonly y: number };
}

export function drawn(plot: Plot, frame: Frame): Drawing {
  const x = (value: number): number => place(frame.x, value);
  const y = (value: number): number => place(frame.y, value);
  const room = Math.max(0, ...plot.x.ticks.map(({ label }) => label.length)) * CHARACTER + GAP;
  return {
    frame,
    xTicks: thinned(plot.x.ticks, frame.right - frame.left, room).map((tick) => ({
      ...{ ...tick, x: x(tick.at) },
    })),
    yTicks: plot.y.ticks.map((tick) => ({ ...tick, y: y(tick.at) })),
    bars: plot.bars.map((bar) => ({
      ...{ look: bar.look, words: bar.words, x: x(bar.from), y: y(bar.y) },
      ...{ width: x(bar.to) - x(bar.from), height: frame.foot - y(bar.y) },
    })),
    lines: plot.lines.map((line) => drawnLine(line, frame)),
    marks: plot.marks.map((mark) => ({
      ...{ look: mark.look, words: mark.words, x: x(mark.x), y: y(mark.y) },
      span: spanOf(mark, frame.y),
    })),
    labels: labelsOf(plot, frame),
    counts: (plot.counts?.rows ?? []).map(({ name, values }, row) => ({
      ...{ name, y: frame.foot + BOTTOM + (row + 2) * COUNT_ROW },
      values: values.map(([at, count]) => ({ x: x(at), count })),
    })),
    countsHeading: { words: plot.counts?.heading ?? '', y: frame.foot + BOTTOM + COUNT_ROW - 4 },
  };
}

function drawnLine(
  { name, look, points, around = [], step = false }: PlotLine,
  frame: Frame,
): Drawing['lines'][number] {
  const at = points.map(([x, y]) => [place(frame.x, x), place(frame.y, y)] as const);
  const area = around.map(
    ([x, low, high]) => [place(frame.x, x), place(frame.y, low), place(frame.y, high)] as const,
  );
  const dotted = !step && points.length <= MOST_DOTS && !WITHOUT_DOTS.has(look);
  return {
    ...{ name, look, path: pathOf(at, step), area: areaOf(area, step) },
    dots: dotted ? at.map(([x, y]) => ({ x, y })) : [],
  };
}

function spanOf({ low, high }: PlotMark, y: PlotScale): Drawing['marks'][number]['span'] {
  return low === undefined || high === undefined
    ? null
    : { low: place(y, low), high: place(y, high) };
}
