import type { Frame, Spot } from './plot-layout.ts';
import type { Plot, PlotLine, PlotMark } from './plot.ts';
import { apart, place } from './plot-scale.ts';

/** Pixels of a letter of a name. */
const CHARACTER = 7;
const LABEL_GAP = 15;
/** From the end of a line to its name. */
const BESIDE = 8;
const ABOVE = 11;
/** From the middle of a name to its foot. */
const SINKS = 4;
/** Half the height of a name. */
const HIDES = 9;
const UNNAMED: ReadonlySet<string> = new Set(['single']);

export interface Label extends Spot {
  readonly name: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

export function isNamed({ look, name }: PlotLine): boolean {
  return !UNNAMED.has(look) && name !== '';
}

/** Of lines at their ends, never on one another, and of marks. */
export function labelsOf({ lines, marks }: Plot, frame: Frame): Label[] {
  const ofMarks = marks.flatMap((one) => markLabel(one, frame));
  const named = lines.filter(isNamed).filter(({ points }) => points.length > 0);
  return [...(frame.within ? within(named, frame, ofMarks) : beside(named, frame)), ...ofMarks];
}

function beside(lines: readonly PlotLine[], frame: Frame): Label[] {
  const ends = lines.map((line) => ({ name: line.name, ...lastOf(line, frame) }));
  const places = apart(
    ends.map(({ y }) => y),
    LABEL_GAP,
    frame.foot,
  );
  return ends.map(({ name, x, y }, n) => ({
    ...{ name, x: x + BESIDE, y: (places[n] ?? y) + SINKS, anchor: 'start' },
  }));
}

/** Where there is no room beside: a limit has its name at its beginning, another line over or under its end. */
function within(lines: readonly PlotLine[], frame: Frame, marks: readonly Label[]): Label[] {
  const limits = lines.filter(isLevel).map((line) => limitLabel(line, frame));
  const drawn = lines.flatMap((line) => along(cornersOf(line, frame)));
  const ends = lines
    .filter((line) => !isLevel(line))
    .map((line) => ({ name: line.name, ...endOf(line, drawn, frame) }));
  const places = apart(
    ends.map(({ y }) => y),
    LABEL_GAP,
    frame.foot - ABOVE,
  );
  const besideMarks = ({ x, y, name }: Omit<Label, 'anchor'>): Label => {
    const met = marks.filter(
      (mark) => Math.abs(mark.y - y) < LABEL_GAP && Math.abs(mark.x - x) < lengthOf(mark.name),
    );
    const free = Math.min(x, ...met.map((mark) => mark.x - lengthOf(mark.name) / 2 - BESIDE));
    return { name, x: free, y, anchor: 'end' };
  };
  return [
    ...limits,
    ...ends.map(({ name, x, y }, n) => besideMarks({ name, x, y: (places[n] ?? y) + SINKS })),
  ];
}

function isLevel({ look, points }: PlotLine): boolean {
  return look === 'limit' && new Set(points.map(([, y]) => y)).size === 1 && points.length > 1;
}

function limitLabel(line: PlotLine, frame: Frame): Label {
  const [{ x, y }] = cornersOf(line, frame) as [Spot];
  return {
    name: line.name,
    x: x + SINKS,
    y: Math.max(y - ABOVE, frame.top) + SINKS,
    anchor: 'start',
  };
}

/** Above or below the end, where its name hides less of what is drawn. */
function endOf(line: PlotLine, drawn: readonly Spot[], frame: Frame): Spot {
  const end = lastOf(line, frame);
  const long = lengthOf(line.name);
  const x = Math.max(end.x, frame.left + long + BESIDE);
  const [above = end.y, below = end.y] = [end.y - ABOVE, end.y + ABOVE].map((middle) =>
    Math.min(Math.max(middle, frame.top), frame.foot - ABOVE),
  );
  const hides = (middle: number): number =>
    drawn.filter((spot) => spot.x >= x - long && spot.x <= x && Math.abs(spot.y - middle) < HIDES)
      .length;
  return { x, y: hides(below) < hides(above) ? below : above };
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

function cornersOf({ points }: PlotLine, { x, y }: Frame): Spot[] {
  return points.map((point) => ({ x: place(x, point[0]), y: place(y, point[1]) }));
}

function lastOf(line: PlotLine, frame: Frame): Spot {
  return cornersOf(line, frame).at(-1) ?? { x: frame.right, y: frame.foot };
}

function lengthOf(name: string): number {
  return name.length * CHARACTER;
}

/** A forecast has its name above, a fact below, so that both can be read where they lie together. */
function markLabel({ name, x, y, look, above }: PlotMark, frame: Frame): Label[] {
  if (name === undefined) return [];
  const below = above === true || look === 'forecast' ? -10 : 21;
  return [{ name, x: place(frame.x, x), y: place(frame.y, y) + below, anchor: 'middle' }];
}
