import {
  type Plot,
  type PlotBar,
  type PlotLine,
  type PlotMark,
  type Tick,
  thinned,
} from './plot.ts';
import { type PlotScale, apart, areaOf, pathOf, place } from './plot-scale.ts';

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
const LABEL_GAP = 15;
/** From the end of a line to its name. */
const BESIDE = 8;
const ABOVE = 11;
/** Half the height of a name. */
const HIDES = 9;
/** Names of lines beside the plot take no more of its width, else they stand within it, over the ends of their lines. */
const MOST_BESIDE = 0.25;
/** Further points are a curve, not values of their own. */
const MOST_DOTS = 40;
const UNNAMED: ReadonlySet<string> = new Set(['single']);
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

interface Spot {
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
    labels: [
      ...lineLabels(plot.lines, frame),
      ...plot.marks.flatMap((one) => markLabel(one, frame)),
    ],
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

interface Label extends Spot {
  readonly name: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** At the ends of the lines, never on one another: beside them, or above them where there is no room beside. */
function lineLabels(lines: readonly PlotLine[], frame: Frame): Label[] {
  const { x, y, foot, within } = frame;
  const ends = lines.filter(isNamed).flatMap(({ name, points }) => {
    const end = points.at(-1);
    if (!end) return [];
    const [right, at] = [place(x, end[0]), place(y, end[1])];
    if (!within) return [{ name, x: right + BESIDE, y: at }];
    const long = name.length * CHARACTER;
    const x1 = Math.max(right, frame.left + long + BESIDE);
    return [{ name, x: x1, y: freest({ from: x1 - long, to: x1, at }, lines, frame) }];
  });
  const places = apart(
    ends.map((end) => end.y),
    LABEL_GAP,
    within ? foot - ABOVE : foot,
  );
  const anchor = within ? 'end' : 'start';
  return ends.map((end, n) => ({ ...end, y: (places[n] ?? end.y) + 4, anchor }));
}

interface Room {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Above or below the end of its line: where a name hides less of what is drawn. */
function freest(
  { from, to, at }: Room,
  lines: readonly PlotLine[],
  { x, y, ...frame }: Frame,
): number {
  const drawnAt = lines.flatMap(({ points }) =>
    along(points.map(([a, b]) => ({ x: place(x, a), y: place(y, b) }))),
  );
  const places = [at - ABOVE, at + ABOVE].map((middle) =>
    Math.min(Math.max(middle, frame.top), frame.foot - ABOVE),
  );
  const hidden = places.map(
    (middle) =>
      drawnAt.filter((spot) => spot.x >= from && spot.x <= to && Math.abs(spot.y - middle) < HIDES)
        .length,
  );
  const [above = at, below = at] = places;
  return (hidden[1] ?? 0) < (hidden[0] ?? 0) ? below : above;
}

/** Spots every few pixels of a line. */
function along(corners: readonly Spot[]): Spot[] {
  return corners.flatMap((corner, n) => {
    const before = corners[n - 1];
    if (!before) return [corner];
    const count = Math.max(1, Math.ceil(Math.abs(corner.x - before.x) / 4));
    return Array.from({ length: count }, (_, k) => ({
      x: before.x + ((corner.x - before.x) * (k + 1)) / count,
      y: before.y + ((corner.y - before.y) * (k + 1)) / count,
    }));
  });
}

/** A forecast has its name above, a fact below, so that both can be read where they lie together. */
function markLabel({ name, x, y, look, above }: PlotMark, frame: Frame): Label[] {
  if (name === undefined) return [];
  const below = above === true || look === 'forecast' ? -10 : 21;
  return [{ name, x: place(frame.x, x), y: place(frame.y, y) + below, anchor: 'middle' }];
}

function isNamed({ look, name }: PlotLine): boolean {
  return !UNNAMED.has(look) && name !== '';
}
