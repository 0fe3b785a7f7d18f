import { at } from '../sequence.ts';

export interface LogisticLine {
  readonly intercept: number;
  readonly slope: number;
  /** Inverse Fisher information. */
  readonly covariance: {
    readonly intercept: number;
    readonly slope: number;
    readonly both: number;
  };
}

export interface LogisticLineInput {
  readonly x: readonly number[];
  /** Targets in [0, 1]. */
  readonly y: readonly number[];
}

export function logit(p: number): number {
  return Math.log(p / (1 - p));
}

export function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

/** Numbers needed for one Newton step at (a, b): gradient and Fisher information. */
function information(
  { x, y }: LogisticLineInput,
  a: number,
  b: number,
): { ga: number; gb: number; aa: number; ab: number; bb: number } {
  const total = { ga: 0, gb: 0, aa: 0, ab: 0, bb: 0 };
  x.forEach((xi, i) => {
    const p = sigmoid(a + b * xi);
    const residual = at(y, i) - p;
    const weight = p * (1 - p);
    total.ga += residual;
    total.gb += residual * xi;
    total.aa += weight;
    total.ab += weight * xi;
    total.bb += weight * xi * xi;
  });
  return total;
}

const MOST_STEPS = 100;
const LARGEST_STEP = 5;

/**
 * Maximum likelihood of logit P(y) = intercept + slope·x by Newton's method, no penalty. Null where there is no finite or unique estimate:
 * one class only, complete separation, x constant.
 */
export function fitLogisticLine(input: LogisticLineInput): LogisticLine | null {
  let a = 0;
  let b = 0;
  for (let i = 0; i < MOST_STEPS; i += 1) {
    const { ga, gb, aa, ab, bb } = information(input, a, b);
    const determinant = aa * bb - ab * ab;
    if (!(determinant > 1e-12 * aa * bb)) return null;
    const stepA = limited((bb * ga - ab * gb) / determinant);
    const stepB = limited((aa * gb - ab * ga) / determinant);
    a += stepA;
    b += stepB;
    if (Math.abs(stepA) + Math.abs(stepB) < 1e-13 * (1 + Math.abs(a) + Math.abs(b))) {
      return {
        intercept: a,
        slope: b,
        covariance: {
          intercept: bb / determinant,
          slope: aa / determinant,
          both: -ab / determinant,
        },
      };
    }
  }
  return null;
}

/** Intercept of a logistic regression of y on 1 with offset x (slope fixed at 1), and its standard error. Null with one class only. */
export function fitLogisticIntercept({
  x,
  y,
}: LogisticLineInput): { readonly estimate: number; readonly se: number } | null {
  const events = y.reduce((total, value) => total + value, 0);
  if (events === 0 || events === y.length) return null;
  let a = 0;
  for (let i = 0; i < MOST_STEPS; i += 1) {
    const { ga, aa } = information({ x, y }, a, 1);
    const step = limited(ga / aa);
    a += step;
    if (Math.abs(step) < 1e-13 * (1 + Math.abs(a))) return { estimate: a, se: 1 / Math.sqrt(aa) };
  }
  return null;
}

function limited(step: number): number {
  return Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step));
}
