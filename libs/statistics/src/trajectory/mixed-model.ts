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

/**
 * Cross products of random (z) and fixed (x) designs and values, of all patients who were measured on the same days and are of the same group:
 * their designs are the same, so that thousands of patients cost no more than their patterns.
 */
interface Products {
  patients: number;
  readonly zz: number[][];
  /** A row for each random effect. */
  readonly zx: number[][];
  /** Σ zᵀy and Σ zᵀy yᵀz over the patients. */
  readonly zy: number[];
  readonly zyyz: number[][];
}

interface Problem {
  readonly patterns: readonly Products[];
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
  const problem = problemOf(inOneOrder(designOf(data)), randomSlope ? 2 : 1);
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

/** Sums of the same patients in another order differ in their last bits, and the search for the optimum would end elsewhere. */
function inOneOrder(designs: readonly PatientDesign[]): readonly PatientDesign[] {
  return designs
    .map((design) => ({ design, key: JSON.stringify([design.x, design.y]) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ design }) => design);
}

function problemOf(designs: readonly PatientDesign[], effects: number): Problem {
  const xx = zeros(P, P);
  const xy = new Array<number>(P).fill(0);
  let yy = 0;
  const patterns = new Map<string, Products>();
  for (const { x, y } of designs) {
    const key = JSON.stringify(x);
    const own = patterns.get(key) ?? productsOf(x, effects);
    patterns.set(key, own);
    own.patients += 1;
    const zy = new Array<number>(effects).fill(0);
    x.forEach((row, i) => {
      const value = at(y, i);
      addOuter(xx, [row, row], 1);
      addScaled(xy, row, value);
      addScaled(zy, row.slice(0, effects), value);
      yy += value * value;
    });
    addScaled(own.zy, zy, 1);
    addOuter(own.zyyz, [zy, zy], 1);
  }
  const n = designs.reduce((total, { y }) => total + y.length, 0);
  return { patterns: [...patterns.values()], xx, xy, yy, n };
}

function productsOf(x: PatientDesign['x'], effects: number): Products {
  const zz = zeros(effects, effects);
  const zx = zeros(effects, P);
  for (const row of x) {
    const z = row.slice(0, effects);
    addOuter(zz, [z, z], 1);
    addOuter(zx, [z, row], 1);
  }
  const zy = new Array<number>(effects).fill(0);
  return { patients: 0, zz, zx, zy, zyyz: zeros(effects, effects) };
}

function addScaled(target: number[], values: readonly number[], by: number): void {
  values.forEach((value, i) => {
    target[i] = at(target, i) + value * by;
  });
}

interface Profile {
  readonly beta: number[];
  readonly inverse: number[][];
  readonly sigma2: number;
  /** −2 × restricted log-likelihood at the best σ² and β. */
  readonly deviance: number;
}

/**
 * With W = I + ZΛΛᵀZᵀ: W⁻¹ = I − Z·B·Zᵀ, B = Λ (I + ΛᵀZᵀZΛ)⁻¹ Λᵀ, and |W| = |I + ΛᵀZᵀZΛ|, small for each patient. Written out for one and two
 * random effects: it is asked hundreds of times for every pattern.
 */
function profile(problem: Problem, lambda: readonly (readonly number[])[]): Profile | null {
  const left = problem.xx.map((row) => [...row]);
  const right = [...problem.xy];
  let squares = problem.yy;
  let logW = 0;
  for (const pattern of problem.patterns) {
    const { patients, zx, zy, zyyz } = pattern;
    const inner = innerOf(pattern.zz, lambda);
    if (!(inner.determinant > 0)) return null;
    logW += patients * Math.log(inner.determinant);
    inner.b.forEach((row, e) => {
      row.forEach((weight, f) => {
        const own = at(zx, e);
        const other = at(zx, f);
        for (let j = 0; j < P; j += 1) {
          const scaled = weight * at(own, j);
          const target = at(left, j);
          for (let k = 0; k < P; k += 1)
            target[k] = at(target, k) - patients * scaled * at(other, k);
          right[j] = at(right, j) - scaled * at(zy, f);
        }
        squares -= weight * at(at(zyyz, e), f);
      });
    });
  }
  const lower = cholesky(left);
  if (lower === null) return null;
  const beta = solveCholesky(lower, right);
  const free = problem.n - P;
  const sigma2 = (squares - dot(beta, right)) / free;
  const deviance = free * (1 + Math.log(2 * Math.PI * sigma2)) + logW + logDeterminant(lower);
  return { beta, inverse: inverseCholesky(lower), sigma2, deviance };
}

interface Inner {
  /** |I + ΛᵀZᵀZΛ| */
  readonly determinant: number;
  readonly b: readonly (readonly number[])[];
}

function innerOf(
  zz: readonly (readonly number[])[],
  lambda: readonly (readonly number[])[],
): Inner {
  const l = at(at(lambda, 0), 0);
  const n = at(at(zz, 0), 0);
  if (lambda.length === 1) {
    const determinant = 1 + l * l * n;
    return { determinant, b: [[(l * l) / determinant]] };
  }
  // Λ = [[l, 0], [m, s]], ZᵀZ = [[n, d], [d, q]]
  const [m, s] = [at(at(lambda, 1), 0), at(at(lambda, 1), 1)];
  const [d, q] = [at(at(zz, 0), 1), at(at(zz, 1), 1)];
  // Multiplied out, so that nothing large is taken from something as large.
  const determinant =
    1 + l * l * n + 2 * l * m * d + (m * m + s * s) * q + (l * s) ** 2 * (n * q - d * d);
  const b11 = (l * l * (1 + s * s * q)) / determinant;
  const b12 = (l * (m - s * s * l * d)) / determinant;
  const b22 = (m * m + s * s + (l * s) ** 2 * n) / determinant;
  return {
    determinant,
    b: [
      [b11, b12],
      [b12, b22],
    ],
  };
}
