import type { LogitCalibration } from '@endwatch/ml-model';
import type { ExposureCell } from '@endwatch/statistics';
import { at, exposureLoss } from '@endwatch/statistics';

/** A logit of the network and what happened. */
export interface JudgedCell extends Omit<ExposureCell, 'interval'> {
  readonly logit: number;
}

function gradient(
  cells: readonly JudgedCell[],
  [a, b]: readonly [number, number],
): [number, number] {
  let [da, db] = [0, 0];
  for (const cell of cells) {
    const slope = exposureLoss(a + b * cell.logit, cell).gradient;
    da += slope;
    db += slope * cell.logit;
  }
  return [da / cells.length, db / cells.length];
}

const STEP = 1e-4;

/**
 * Intercept and slope on the logit scale with the greatest likelihood of what happened, by Newton's method with a numeric curvature. Cells of one
 * patient are not independent; that widens the uncertainty of the two numbers but does not shift them.
 */
export function fitCalibration(cells: readonly JudgedCell[]): LogitCalibration {
  let [a, b] = [0, 1];
  for (let i = 0; i < 50; i += 1) {
    const [ga, gb] = gradient(cells, [a, b]);
    const byA = gradient(cells, [a + STEP, b]);
    const byB = gradient(cells, [a, b + STEP]);
    const [aa, ab] = [(at(byA, 0) - ga) / STEP, (at(byA, 1) - gb) / STEP];
    const bb = (at(byB, 1) - gb) / STEP;
    const determinant = aa * bb - ab * ab;
    if (!(determinant > 0)) break;
    const [stepA, stepB] = [(bb * ga - ab * gb) / determinant, (aa * gb - ab * ga) / determinant];
    a -= stepA;
    b -= stepB;
    if (Math.abs(stepA) + Math.abs(stepB) < 1e-9) break;
  }
  if (!(b > 0) || !Number.isFinite(a)) {
    throw new Error(`the network says nothing: calibration slope ${String(b)}`);
  }
  return { intercept: a, slope: b };
}
