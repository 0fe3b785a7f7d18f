import type { Frame } from './plot-layout.ts';
import { place } from './plot-scale.ts';
import type { Plot, PlotLine } from './plot.ts';

/** What only guides the eye says nothing of its own. */
const SILENT: ReadonlySet<string> = new Set(['single', 'guide', 'limit']);

export interface Readout {
  /** Pixels. */
  readonly left: number;
  /** In the right half: the words stand at its left. */
  readonly late: boolean;
  /** The place, then a line for each line there. */
  readonly words: readonly string[];
}

/** What the lines say at the point nearest to `pixel` from the left; null where no line says anything. */
export function readoutAt(plot: Plot, frame: Frame, pixel: number): Readout | null {
  const lines = plot.lines.filter(({ look }) => !SILENT.has(look));
  const x = nearest(
    lines.flatMap(({ points }) => points.map(([at]) => at)),
    frame.x.min + ((pixel - frame.left) / (frame.right - frame.left)) * (frame.x.max - frame.x.min),
  );
  if (x === null) return null;
  const said = lines.flatMap((line) => {
    const value = valueAt(line, x);
    return value === null ? [] : [`${line.name} ${plot.y.words(value)}`];
  });
  const left = place(frame.x, x);
  return { left, late: left > frame.width / 2, words: [plot.x.words(x), ...said] };
}

function nearest(values: readonly number[], to: number): number | null {
  let best: number | null = null;
  for (const value of values) {
    if (best === null || Math.abs(value - to) < Math.abs(best - to)) best = value;
  }
  return best;
}

/** Null where the line does not reach. */
function valueAt({ points, step = false }: PlotLine, x: number): number | null {
  if (!step) return points.find(([at]) => at === x)?.[1] ?? null;
  return points.findLast(([at]) => at <= x)?.[1] ?? null;
}
