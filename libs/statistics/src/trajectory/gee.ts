import {
  addOuter,
  cholesky,
  dot,
  inverseCholesky,
  solveCholesky,
  zeros,
} from '../linear-algebra/symmetric.ts';
import { at, sum } from '../sequence.ts';
import {
  coefficients,
  designOf,
  TERMS,
  type Coefficient,
  type PatientDesign,
  type Term,
  type TrajectoryData,
} from './design.ts';

export interface GeeFit {
  /** Sandwich standard errors, without small-sample correction. */
  readonly coefficients: Readonly<Record<Term, Coefficient>>;
  readonly workingCorrelation: number;
}

const MOST_STEPS = 200;
const P = TERMS.length;

/**
 * NIHSS over days by risk group: generalised estimating equations, Gaussian, identity link, exchangeable working correlation by moments
 * with n − 4 and pairs − 4 divisors (Liang & Zeger 1986). Null where the design does not determine the terms.
 */
export function fitGee(data: TrajectoryData): GeeFit | null {
  const patients = designOf(data);
  let correlation = 0;
  let fit = solveMean(patients, correlation);
  for (let i = 0; i < MOST_STEPS && fit !== null; i += 1) {
    const next = workingCorrelation(patients, fit.beta);
    if (Math.abs(next - correlation) < 1e-13) break;
    correlation = next;
    fit = solveMean(patients, correlation);
  }
  if (fit === null) return null;
  return {
    coefficients: coefficients(fit.beta, sandwich(patients, fit, correlation)),
    workingCorrelation: correlation,
  };
}

/** R⁻¹·v of an exchangeable correlation: (v − ρ/(1 + (n−1)ρ)·Σv) / (1 − ρ). */
function weighted(values: readonly number[], rho: number): number[] {
  const shared = (rho / (1 + (values.length - 1) * rho)) * sum(values);
  return values.map((value) => (value - shared) / (1 - rho));
}

interface MeanFit {
  readonly beta: number[];
  readonly inverse: number[][];
}

const columnsOf = ({ x }: PatientDesign): number[][] =>
  TERMS.map((_, j) => x.map((row) => at(row, j)));

function solveMean(patients: readonly PatientDesign[], rho: number): MeanFit | null {
  const bread = zeros(P, P);
  const right = new Array<number>(P).fill(0);
  for (const patient of patients) {
    const columns = columnsOf(patient);
    columns.forEach((column, j) => {
      const solved = weighted(column, rho);
      columns.forEach((other, k) => {
        const row = at(bread, j);
        row[k] = at(row, k) + dot(solved, other);
      });
      right[j] = at(right, j) + dot(solved, patient.y);
    });
  }
  const lower = cholesky(bread);
  return lower === null
    ? null
    : { beta: solveCholesky(lower, right), inverse: inverseCholesky(lower) };
}

function residuals({ x, y }: PatientDesign, beta: readonly number[]): number[] {
  return y.map((value, i) => value - dot(at(x, i), beta));
}

function workingCorrelation(patients: readonly PatientDesign[], beta: readonly number[]): number {
  let squares = 0;
  let products = 0;
  let pairs = 0;
  let n = 0;
  for (const patient of patients) {
    const rest = residuals(patient, beta);
    const own = dot(rest, rest);
    squares += own;
    products += (sum(rest) ** 2 - own) / 2;
    pairs += (rest.length * (rest.length - 1)) / 2;
    n += rest.length;
  }
  return products / (pairs - P) / (squares / (n - P));
}

function sandwich(patients: readonly PatientDesign[], fit: MeanFit, rho: number): number[] {
  const meat = zeros(P, P);
  for (const patient of patients) {
    const solved = weighted(residuals(patient, fit.beta), rho);
    const score = columnsOf(patient).map((column) => dot(column, solved));
    addOuter(meat, [score, score], 1);
  }
  return fit.inverse.map((row) =>
    dot(
      row,
      meat.map((each) => dot(each, row)),
    ),
  );
}
