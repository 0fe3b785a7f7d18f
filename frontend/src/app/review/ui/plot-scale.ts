/** From values to pixels, kept within the plot. */
export interface PlotScale {
  readonly min: number;
  readonly max: number;
  readonly from: number;
  readonly to: number;
}

export function place({ min, max, from, to }: PlotScale, value: number): number {
  const share = max > min ? (value - min) / (max - min) : 0;
  return from + Math.min(1, Math.max(0, share)) * (to - from);
}

/** Labels that would lie on one another, moved apart: the places asked for, `gap` from each other at least, in the same order. */
export function apart(places: readonly number[], gap: number, limit: number): number[] {
  const order = places.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  for (const [rank, one] of order.entries()) {
    const before = order[rank - 1];
    if (before) one.at = Math.max(one.at, before.at + gap);
  }
  for (let rank = order.length - 1; rank >= 0; rank -= 1) {
    const [one, after] = [order[rank], order[rank + 1]];
    if (one) one.at = Math.min(one.at, after ? after.at - gap : limit);
  }
  return places.map((_, index) => order.find((one) => one.index === index)?.at ?? 0);
}

export type Point = readonly [x: number, y: number];

/** SVG path through the points; `step` holds each value until the next point. */
export function pathOf(points: readonly Point[], step = false): string {
  return points
    .map(([x, y], index) => {
      const before = points[index - 1];
      if (!before) return `M${n(x)} ${n(y)}`;
      return step ? `H${n(x)}V${n(y)}` : `L${n(x)} ${n(y)}`;
    })
    .join('');
}

/** The area between two lines over the same x. */
export function areaOf(
  rows: readonly (readonly [x: number, low: number, high: number])[],
  step = false,
): string {
  if (rows.length === 0) return '';
  const upper = stepped(
    rows.map(([x, , high]) => [x, high]),
    step,
  );
  const lower = stepped(
    rows.map(([x, low]) => [x, low]),
    step,
  ).reverse();
  return `${pathOf([...upper, ...lower])}Z`;
}

function stepped(points: readonly Point[], step: boolean): Point[] {
  if (!step) return [...points];
  return points.flatMap((point, index): Point[] => {
    const before = points[index - 1];
    return before ? [[point[0], before[1]], point] : [point];
  });
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
