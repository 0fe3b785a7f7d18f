import { fitLogisticLine, logit, sigmoid, type LogisticLine } from '../regression/logistic-line.ts';
import { assertAligned, at } from '../sequence.ts';

/** p' = σ(intercept + slope · logit p). */
export interface PlattScaling {
  readonly intercept: number;
  readonly slope: number;
}

/** Forecasts of exactly 0 or 1 have no logit: they are taken as this close to it. */
const NEAREST = 1e-12;

function logits(p: readonly number[]): number[] {
  return p.map((value) => logit(Math.min(1 - NEAREST, Math.max(NEAREST, value))));
}

/** Maximum likelihood on the 0/1 outcomes; null where there is no finite estimate. */
export function fitPlatt(p: readonly number[], y: readonly number[]): LogisticLine | null {
  assertAligned(p, y);
  return fitLogisticLine({ x: logits(p), y });
}

/** As Platt proposed it: targets (P + 1) / (P + 2) and 1 / (N + 2), which always has a finite estimate. */
export function fitPlattSmoothed(p: readonly number[], y: readonly number[]): LogisticLine | null {
  assertAligned(p, y);
  const positives = y.filter((value) => value === 1).length;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (y.length - positives + 2);
  return fitLogisticLine({ x: logits(p), y: y.map((value) => (value === 1 ? high : low)) });
}

export function plattValue({ intercept, slope }: PlattScaling, p: number): number {
  return sigmoid(intercept + slope * at(logits([p]), 0));
}

/** T > 0 of p' = σ(logit p / T) with the smallest log loss: Newton's method on 1 / T. Null where the forecasts say nothing. */
export function fitTemperature(p: readonly number[], y: readonly number[]): number | null {
  assertAligned(p, y);
  const x = logits(p);
  let inverse = 1;
  for (let step = 0; step < 100; step += 1) {
    let gradient = 0;
    let curvature = 0;
    x.forEach((xi, i) => {
      const q = sigmoid(inverse * xi);
      gradient += (q - at(y, i)) * xi;
      curvature += q * (1 - q) * xi * xi;
    });
    // Halving keeps T positive where a full step would not.
    const next = Math.max(inverse / 2, inverse - gradient / curvature);
    if (!Number.isFinite(next) || next < 1e-9) return null;
    if (Math.abs(next - inverse) < 1e-14 * inverse) return 1 / next;
    inverse = next;
  }
  return 1 / inverse;
}
