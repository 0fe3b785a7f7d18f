import { quantile, ascendingValues } from '../distribution/quantile.ts';
import { assertAligned, at, mean } from '../sequence.ts';
import { ascending } from '../survival/risk-table.ts';

/** How far a smooth calibration curve lies from the diagonal (Austin & Steyerberg 2019). */
export interface IntegratedCalibration {
  /** The curve at each p. */
  readonly smoothed: readonly number[];
  /** Mean, median, 90 % point and maximum of |curve − p|. */
  readonly ici: number;
  readonly e50: number;
  readonly e90: number;
  readonly emax: number;
}

/** Neighbours farther out than this share of the radius weigh nothing, as in Cleveland's own program. */
const EDGE = 0.999;

/**
 * Lowess (Cleveland 1979): local straight lines of y on p with tricube weights over the nearest `fraction` of all points, without robustness
 * steps. (R's loess with degree 2 gives other numbers.)
 */
export function integratedCalibration(
  y: readonly number[],
  p: readonly number[],
  fraction = 0.75,
): IntegratedCalibration {
  assertAligned(y, p);
  const order = ascending(p);
  const line = { x: order.map((i) => at(p, i)), y: order.map((i) => at(y, i)) };
  const near = Math.max(2, Math.floor(fraction * p.length + 1e-10));
  const smoothed = new Array<number>(p.length).fill(0);
  let from = 0;
  order.forEach((row, k) => {
    const x = at(line.x, k);
    while (from + near < p.length && x > (at(line.x, from) + at(line.x, from + near)) / 2)
      from += 1;
    smoothed[row] = localLine(line, { x, from, to: from + near });
  });
  const errors = ascendingValues(smoothed.map((value, i) => Math.abs(value - at(p, i))));
  return {
    smoothed,
    ici: mean(errors),
    e50: quantile(errors, 0.5),
    e90: quantile(errors, 0.9),
    emax: at(errors, errors.length - 1),
  };
}

interface Window {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

function localLine(
  points: { readonly x: readonly number[]; readonly y: readonly number[] },
  { x, from, to }: Window,
): number {
  const radius = Math.max(x - at(points.x, from), at(points.x, to - 1) - x);
  const sums = { w: 0, x: 0, y: 0, xx: 0, xy: 0 };
  for (let i = from; i < to; i += 1) {
    const away = radius === 0 ? 0 : Math.abs(at(points.x, i) - x) / radius;
    const w = away > EDGE ? 0 : (1 - away ** 3) ** 3;
    const [dx, yi] = [at(points.x, i) - x, at(points.y, i)];
    sums.w += w;
    sums.x += w * dx;
    sums.y += w * yi;
    sums.xx += w * dx * dx;
    sums.xy += w * dx * yi;
  }
  const determinant = sums.w * sums.xx - sums.x * sums.x;
  if (determinant <= 1e-12 * sums.w * sums.xx) return sums.y / sums.w;
  return (sums.xx * sums.y - sums.x * sums.xy) / determinant;
}
