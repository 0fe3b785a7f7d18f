import { assertAligned, at } from '../sequence.ts';

/** A step of the fitted curve: value `fitted` at each distinct forecast `x`, both increasing. */
export interface IsotonicCurve {
  readonly x: readonly number[];
  readonly fitted: readonly number[];
}

interface Block {
  mean: number;
  weight: number;
  points: number;
}

/** Least squares increasing fit by pooling adjacent violators; equal forecasts are one point with the weight of all of them. Without `weights` each counts as one. */
export function fitIsotonic(
  p: readonly number[],
  y: readonly number[],
  weights: readonly number[] = new Array<number>(p.length).fill(1),
): IsotonicCurve {
  assertAligned(p, y);
  assertAligned(p, weights);
  const groups = new Map<number, { n: number; events: number }>();
  p.forEach((value, i) => {
    const group = groups.get(value) ?? { n: 0, events: 0 };
    const weight = at(weights, i);
    groups.set(value, { n: group.n + weight, events: group.events + weight * at(y, i) });
  });
  const points = [...groups].sort(([a], [b]) => a - b);
  const blocks: Block[] = [];
  for (const [, { n, events }] of points) {
    let block: Block = { mean: events / n, weight: n, points: 1 };
    let last = blocks.at(-1);
    while (last !== undefined && last.mean >= block.mean) {
      blocks.pop();
      const weight = last.weight + block.weight;
      block = {
        mean: (last.mean * last.weight + block.mean * block.weight) / weight,
        weight,
        points: last.points + block.points,
      };
      last = blocks.at(-1);
    }
    blocks.push(block);
  }
  return {
    x: points.map(([value]) => value),
    fitted: blocks.flatMap(({ mean, points: n }) => new Array<number>(n).fill(mean)),
  };
}

/** Straight lines between neighbouring points, constant beyond the ends. */
export function isotonicValue({ x, fitted }: IsotonicCurve, p: number): number {
  if (p <= at(x, 0)) return at(fitted, 0);
  const upper = x.findIndex((value) => value >= p);
  if (upper === -1) return at(fitted, fitted.length - 1);
  const [x0, x1] = [at(x, upper - 1), at(x, upper)];
  const [y0, y1] = [at(fitted, upper - 1), at(fitted, upper)];
  return y0 + ((y1 - y0) * (p - x0)) / (x1 - x0);
}
