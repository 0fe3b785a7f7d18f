import { NORMAL_975 } from '../distribution/normal.ts';
import { fitLogisticIntercept, fitLogisticLine, logit } from '../regression/logistic-line.ts';
import { assertAligned } from '../sequence.ts';

export interface Estimate {
  readonly estimate: number;
  readonly se: number;
  /** estimate ± 1.96 se. */
  readonly ci95: readonly [lower: number, upper: number];
}

/** Null where there is no finite estimate, e.g. with one class only. */
export interface CalibrationRegression {
  /** Calibration in the large: intercept with the slope fixed at 1; 0 is perfect. */
  readonly inTheLarge: Estimate | null;
  readonly intercept: Estimate | null;
  /** 1 is perfect, below 1 the forecasts are too extreme. */
  readonly slope: Estimate | null;
}

function estimate(value: number, se: number): Estimate {
  return { estimate: value, se, ci95: [value - NORMAL_975 * se, value + NORMAL_975 * se] };
}

/** Logistic regression of the outcome on the logit of the forecast (Cox 1958). */
export function calibrationRegression(
  y: readonly number[],
  p: readonly number[],
): CalibrationRegression {
  assertAligned(y, p);
  const input = { x: p.map(logit), y };
  const large = fitLogisticIntercept(input);
  if (large === null) return { inTheLarge: null, intercept: null, slope: null };
  const line = fitLogisticLine(input);
  return {
    inTheLarge: estimate(large.estimate, large.se),
    intercept: line && estimate(line.intercept, Math.sqrt(line.covariance.intercept)),
    slope: line && estimate(line.slope, Math.sqrt(line.covariance.slope)),
  };
}
