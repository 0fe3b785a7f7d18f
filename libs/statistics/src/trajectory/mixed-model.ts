import {
  addOuter,
  cholesky,
  dot,
  inverseCholesky,
  logDeterminant,
  solveCholesky,
  zeros,
} from '../linear-algebra/symmetric.ts';
import { at } from '../sequence.ts';
import {
  coefficients,
  designOf,
  TERMS,
  type Coefficient,
  type PatientDesign,
  type Term,
  type TrajectoryData,
} from './design.ts';
import { nelderMead } from './nelder-mead.ts';

/** Variances and a covariance, not standard deviations; the slope's are there with a random slope only. */
export interface RandomEffects {
  readonly residualVariance: number;
  readonly interceptVariance: number;
  readonly slopeVariance?: number;
  readonly interceptSlopeCovariance?: number;
}

export interface MixedModelFit {
  /** Standard errors take the estimated variances as known. */
  readonly fixed: Readonly<Record<Term, Coefficient>>;
  readonly random: RandomEffects;
  readonly restrictedLogLikelihood: number;
}

/** Cross products of one patient's random (z) and fixed (x) designs and values. */
interface Products {
  readonly zz: number[][];
  /** A row for each random effect. */
  readonly zx: number[][];
  readonly zy: number[];
}

interface Problem {
  readonly patients: readonly Products[];
  readonly xx: number[][];
  readonly xy: number[];
  readonly yy: number;
  /** Measurements. */
  readonly n: number;
}

const P = TERMS.length;

/**
 * NIHSS over days by risk group with each patient's own intercept and, if asked, own slope of day (unstructured covariance); restricted
 * maximum likelihood, profiled over the random effects' relative Cholesky factor (Bates 2015). Null where the design does not determine it.
 */
export function fitMixedModel(
  data: TrajectoryData,
  { randomSlope }: { readonly randomSlope: boolean },
): MixedModelFit | null {
  const problem = problemOf(designOf(data), randomSlope ? 2 : 1);
  const lambdaOf = (theta: readonly number[]): number[][] =>
    randomSlope
      ? [
          [at(theta, 0), 0],
          [at(theta, 1), at(theta, 2)],
        ]
      : [[at(theta, 0)]];
  const best = nelderMead(
    (theta) => profile(problem, lambdaOf(theta))?.deviance ?? Number.MAX_VALUE,
    randomSlope ? [1, 0, 0.3] : [1],
  );
  const lambda = lambdaOf(best.x);
  const fit = profile(problem, lambda);
  if (fit === null) return null;
  const variances = fit.inverse.map((row, j) => at(row, j) * fit.sigma2);
  return {
    fixed: coefficients(fit.beta, variances),
    random: randomOf(lambda, fit.sigma2),
    restrictedLogLikelihood: -fit.deviance / 2,
  };
}

function randomOf(lambda: readonly (readonly number[])[], sigma2: number): RandomEffects {
  const [intercept, slope] = lambda;
  const covariance = (a: readonly number[], b: readonly number[]): number => sigma2 * dot(a, b);
  const first = intercept ?? [];
  return {
    residualVariance: sigma2,
    interceptVariance: covariance(first, first),
    ...(slope && {
      slopeVariance: covariance(slope, slope),
      interceptSlopeCovariance: covariance(first, slope),
    }),
  };
}

function problemOf(designs: readonly PatientDesign[], effects: number): Problem {
  const xx = zeros(P, P);
  const xy = new Array<number>(P).fill(0);
  let yy = 0;
  const patients = designs.map(({ x, y }) => {
    const own: Products = {
      zz: zeros(effects, effects),
      zx: zeros(effects, P),
      zy: new Array<number>(effects).fill(0),
    };
    x.forEach((row, i) => {
      const value = at(y, i);
      const z = row.slice(0, effects);
      addOuter(xx, [row, row], 1);
      addOuter(own.zz, [z, z], 1);
      addOuter(own.zx, [z, row], 1);
      row.forEach((each, j) => {
        xy[j] = at(xy, j) + each * value;
      });
      z.forEach((each, j) => {
        own.zy[j] = at(own.zy, j) + each * value;
      });
      yy += value * value;
    });
    return own;
  });
  return { patients, xx, xy, yy, n: designs.reduce((total, { y }) => total + y.length, 0) };
}

interface Profile {
  readonly beta: number[];
  readonly inverse: number[][];
  readonly sigma2: number;
  /** −2 × restricted log-likelihood at the best σ² and β. */
  readonly deviance: number;
}

/** With W = I + ZΛΛᵀZᵀ: W⁻¹ = I − ZΛ (I + ΛᵀZᵀZΛ)⁻¹ ΛᵀZᵀ and |W| = |I + ΛᵀZᵀZΛ|, small for each patient. */
function profile(problem: Problem, lambda: readonly (readonly number[])[]): Profile | null {
  const left = problem.xx.map((row) => [...row]);
  const right = [...problem.xy];
  let squares = problem.yy;
  let logW = 0;
  const turned = (v: readonly number[]): number[] =>
    lambda.map((_, j) => lambda.reduce((total, row, i) => total + at(row, j) * at(v, i), 0));
  for (const { zz, zx, zy } of problem.patients) {
    const inner = lambda.map((_, j) =>
      turned(
        zz.map((row) =>
          dot(
            row,
            lambda.map((each) => at(each, j)),
          ),
        ),
      ).map((value, i) => value + (i === j ? 1 : 0)),
    );
    const lower = cholesky(inner);
    if (lower === null) return null;
    logW += logDeterminant(lower);
    const columns = TERMS.map((_, k) => turned(zx.map((row) => at(row, k))));
    const solvedY = solveCholesky(lower, turned(zy));
    columns.forEach((column, j) => {
      const solved = solveCholesky(lower, column);
      const row = at(left, j);
      columns.forEach((other, k) => {
        row[k] = at(row, k) - dot(solved, other);
      });
      right[j] = at(right, j) - dot(column, solvedY);
    });
    squares -= dot(turned(zy), solvedY);
  }
  const lower = cholesky(left);
  if (lower === null) return null;
  const beta = solveCholesky(lower, right);
  const free = problem.n - P;
  const sigma2 = (squares - dot(beta, right)) / free;
  const deviance = free * (1 + Math.log(2 * Math.PI * sigma2)) + logW + logDeterminant(lower);
  return { beta, inverse: inverseCholesky(lower), sigma2, deviance };
}
