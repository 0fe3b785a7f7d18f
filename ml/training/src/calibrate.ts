import type { LogitCalibration, LogitCurve } from '@endwatch/ml-model';
import type { ExposureCell } from '@endwatch/statistics';
import { at, exposureLoss, fitIsotonic, logit } from '@endwatch/statistics';

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
 * patient are not independent; that widens the uncertainty of the two numbers but does not shift them. Null where the logits do not rise with what
 * happened, or nothing happened.
 */
export function calibrationOf(cells: readonly JudgedCell[]): LogitCalibration | null {
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
  return b > 0 && Number.isFinite(a) ? { intercept: a, slope: b } : null;
}

/** `calibrationOf` for logits that must say something. */
export function fitCalibration(cells: readonly JudgedCell[]): LogitCalibration {
  const found = calibrationOf(cells);
  if (found === null) throw new Error('the network says nothing: there is no calibration slope');
  return found;
}

/** Intercept alone with the slope left at 1: for another base rate. Newton's method as above. */
export function fitIntercept(cells: readonly JudgedCell[]): LogitCalibration {
  let a = 0;
  for (let i = 0; i < 50; i += 1) {
    const [slope] = gradient(cells, [a, 1]);
    const curvature = (gradient(cells, [a + STEP, 1])[0] - slope) / STEP;
    if (!(curvature > 0)) break;
    const step = slope / curvature;
    a -= step;
    if (Math.abs(step) < 1e-9) break;
  }
  if (!Number.isFinite(a)) throw new Error('no intercept: nobody, or everybody, had END');
  return { intercept: a, slope: 1 };
}

/** Of wholly observed cells: an increasing step curve by pooling adjacent violators, its corners joined on the logit scale. */
export function fitCurve(cells: readonly JudgedCell[]): LogitCurve {
  const whole = cells.filter(({ fraction }) => fraction === 1);
  const { x, fitted } = fitIsotonic(
    whole.map(({ logit }) => logit),
    whole.map(({ y }) => y),
  );
  // A share of exactly 0 or 1 is as far from it as half a patient more or less would put it.
  const nearest = 0.5 / (whole.length + 1);
  const corners = x.flatMap((value, i) => {
    const own = at(fitted, i);
    const inside = fitted[i - 1] === own && fitted[i + 1] === own;
    return inside ? [] : [{ x: value, y: logit(Math.min(1 - nearest, Math.max(nearest, own))) }];
  });
  if (corners.length < 2) throw new Error('no curve: all forecasts are alike');
  return { x: corners.map((corner) => corner.x), y: corners.map((corner) => corner.y) };
}
