import type { LogitCalibration, LogitCurve } from '@endwatch/ml-model';
import type { ExposureCell } from '@endwatch/statistics';
import { at, exposureLoss, fitIsotonic, logit, sum } from '@endwatch/statistics';

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
/** More than any likelihood with a maximum asks for: one that is still moving has none. */
const MOST_STEPS = 50;
const STANDS_STILL = 1e-9;

/** Without both, the likelihood rises for ever, and a risk of nothing, or of everything, would look like a fit. */
const isOfBothKinds = (cells: readonly JudgedCell[]): boolean =>
  cells.some(({ y }) => y === 1) && cells.some(({ y }) => y === 0);

/**
 * Intercept and slope on the logit scale with the greatest likelihood of what happened, by Newton's method with a numeric curvature. Cells of one
 * patient are not independent; that widens the uncertainty of the two numbers but does not shift them. Null where the logits do not rise with what
 * happened, where nothing or nothing else happened, and where there is no greatest likelihood.
 */
export function calibrationOf(cells: readonly JudgedCell[]): LogitCalibration | null {
  if (!isOfBothKinds(cells)) return null;
  let [a, b] = [0, 1];
  for (let i = 0; i < MOST_STEPS; i += 1) {
    const [ga, gb] = gradient(cells, [a, b]);
    const byA = gradient(cells, [a + STEP, b]);
    const byB = gradient(cells, [a, b + STEP]);
    const [aa, ab] = [(at(byA, 0) - ga) / STEP, (at(byA, 1) - gb) / STEP];
    const bb = (at(byB, 1) - gb) / STEP;
    const determinant = aa * bb - ab * ab;
    if (!(determinant > 0)) return null;
    const [stepA, stepB] = [(bb * ga - ab * gb) / determinant, (aa * gb - ab * ga) / determinant];
    a -= stepA;
    b -= stepB;
    if (Math.abs(stepA) + Math.abs(stepB) < STANDS_STILL) {
      return b > 0 ? { intercept: a, slope: b } : null;
    }
  }
  return null;
}

function refuseOneKind(cells: readonly JudgedCell[]): void {
  if (isOfBothKinds(cells)) return;
  const none = cells.every(({ y }) => y === 0);
  throw new Error(
    `nothing to calibrate to: ${none ? 'no END' : 'nothing but END'} in ${String(cells.length)} forecasts`,
  );
}

/** `calibrationOf` for logits that must say something. */
export function fitCalibration(cells: readonly JudgedCell[]): LogitCalibration {
  refuseOneKind(cells);
  const found = calibrationOf(cells);
  if (found === null) throw new Error('the network says nothing: there is no calibration slope');
  return found;
}

/** Intercept alone with the slope left at 1: for another base rate. Newton's method as above. */
export function fitIntercept(cells: readonly JudgedCell[]): LogitCalibration {
  refuseOneKind(cells);
  let a = 0;
  for (let i = 0; i < MOST_STEPS; i += 1) {
    const [slope] = gradient(cells, [a, 1]);
    const curvature = (gradient(cells, [a + STEP, 1])[0] - slope) / STEP;
    if (!(curvature > 0)) break;
    const step = slope / curvature;
    a -= step;
    if (Math.abs(step) < STANDS_STILL) return { intercept: a, slope: 1 };
  }
  throw new Error('no intercept: the likelihood has no maximum');
}

/**
 * An increasing step curve by pooling adjacent violators, its corners joined on the logit scale. A cell of which only a part was ahead and seen counts for
 * that part, so that a step is END over the exposure: leaving such cells out would leave out those who went before anything could happen.
 */
export function fitCurve(cells: readonly JudgedCell[]): LogitCurve {
  refuseOneKind(cells);
  const exposure = cells.map(({ fraction }) => fraction);
  const { x, fitted } = fitIsotonic(
    cells.map((cell) => cell.logit),
    cells.map(({ y, fraction }) => y / fraction),
    exposure,
  );
  // A share of exactly 0 or 1 is as far from it as half a patient more or less would put it.
  const nearest = 0.5 / (sum(exposure) + 1);
  const corners = x.flatMap((value, i) => {
    const own = at(fitted, i);
    const inside = fitted[i - 1] === own && fitted[i + 1] === own;
    return inside ? [] : [{ x: value, y: logit(Math.min(1 - nearest, Math.max(nearest, own))) }];
  });
  if (corners.length < 2) throw new Error('no curve: all forecasts are alike');
  return { x: corners.map((corner) => corner.x), y: corners.map((corner) => corner.y) };
}
