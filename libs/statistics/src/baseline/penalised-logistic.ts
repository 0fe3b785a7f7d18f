import { quantile, ascendingValues } from '../distribution/quantile.ts';
import {
  addLowerSquare,
  cholesky,
  dot,
  solveCholesky,
  zeros,
} from '../linear-algebra/symmetric.ts';
import { sigmoid } from '../regression/logistic-line.ts';
import { at, mean } from '../sequence.ts';

/** Rows of values in the order of the features; null = missing. */
export type FeatureRows = readonly (readonly (number | null)[])[];

/** What every deeper model must beat: median imputation, standardising, logistic regression with an L2 penalty. */
export interface PenalisedLogistic {
  /** Of the training rows, before imputation. */
  readonly medians: readonly number[];
  /** After imputation; scales are standard deviations with divisor n. */
  readonly means: readonly number[];
  readonly scales: readonly number[];
  readonly intercept: number;
  /** On the standardised scale. */
  readonly coefficients: readonly number[];
}

const MOST_STEPS = 100;
const NO_ESTIMATE = 'no finite estimate: only one class, or columns repeat each other';

/**
 * Minimises the sum of log losses + ½ Σ coefficient² (the intercept is free) by Newton's method. Throws a `RangeError` where all of `y` is of one class, or
 * there is none: the intercept would grow for ever.
 *
 * @param y 1 = event, 0 = none
 */
export function fitPenalisedLogistic(rows: FeatureRows, y: readonly number[]): PenalisedLogistic {
  if (new Set(y).size < 2) throw new RangeError(NO_ESTIMATE);
  const scaling = scalingOf(rows);
  const x = rows.map((row) => [1, ...standardised(scaling, row)]);
  let weights = new Array<number>(at(x, 0).length).fill(0);
  for (let i = 0; i < MOST_STEPS; i += 1) {
    const step = newtonStep(x, y, weights);
    weights = weights.map((weight, j) => weight + at(step, j));
    if (Math.max(...step.map(Math.abs)) < 1e-12) break;
  }
  return { ...scaling, intercept: at(weights, 0), coefficients: weights.slice(1) };
}

export function penalisedLogisticRisk(
  model: PenalisedLogistic,
  row: readonly (number | null)[],
): number {
  return sigmoid(model.intercept + dot(model.coefficients, standardised(model, row)));
}

type Scaling = Pick<PenalisedLogistic, 'medians' | 'means' | 'scales'>;

function scalingOf(rows: FeatureRows): Scaling {
  const columns = at(rows, 0).map((_, j) => rows.map((row) => at(row, j)));
  const medians = columns.map((column) => {
    const known = ascendingValues(column.filter((value) => value !== null));
    return known.length === 0 ? 0 : quantile(known, 0.5);
  });
  const filled = columns.map((column, j) => column.map((value) => value ?? at(medians, j)));
  const means = filled.map((column) => mean(column));
  const scales = filled.map((column, j) => {
    const spread = Math.sqrt(mean(column.map((value) => (value - at(means, j)) ** 2)));
    // A constant column tells nothing either way.
    return spread === 0 ? 1 : spread;
  });
  return { medians, means, scales };
}

function standardised(scaling: Scaling, row: readonly (number | null)[]): number[] {
  return row.map(
    (value, j) =>
      ((value ?? at(scaling.medians, j)) - at(scaling.means, j)) / at(scaling.scales, j),
  );
}

function newtonStep(
  x: readonly (readonly number[])[],
  y: readonly number[],
  weights: readonly number[],
): number[] {
  const gradient = weights.map((weight, j) => (j === 0 ? 0 : -weight));
  const information = zeros(weights.length, weights.length);
  information.forEach((row, j) => {
    row[j] = j === 0 ? 0 : 1;
  });
  x.forEach((row, i) => {
    const p = sigmoid(dot(weights, row));
    const residual = at(y, i) - p;
    row.forEach((value, j) => {
      gradient[j] = at(gradient, j) + residual * value;
    });
    addLowerSquare(information, row, p * (1 - p));
  });
  const lower = cholesky(information);
  if (lower === null) throw new RangeError(NO_ESTIMATE);
  return solveCholesky(lower, gradient);
}
