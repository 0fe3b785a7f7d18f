import { NORMAL_975, normalTwoSided } from '../distribution/normal.ts';
import { at } from '../sequence.ts';

/** NIHSS of each patient by day (null = not measured), and whether that patient was put into the high-risk group. */
export interface TrajectoryData {
  readonly days: readonly number[];
  /** 1 = high risk, 0 = low. */
  readonly highRisk: readonly number[];
  readonly nihss: readonly (readonly (number | null)[])[];
}

/** intercept + day + highRisk + day × highRisk, in this order everywhere. */
export const TERMS = ['intercept', 'day', 'highRisk', 'dayByHighRisk'] as const;
export type Term = (typeof TERMS)[number];

/** One patient's measured days. */
export interface PatientDesign {
  /** A row for each measurement, a column for each term. */
  readonly x: readonly (readonly number[])[];
  readonly y: readonly number[];
}

/** Patients without any measurement are left out. */
export function designOf({ days, highRisk, nihss }: TrajectoryData): PatientDesign[] {
  return nihss
    .map((row, patient) => {
      const high = at(highRisk, patient);
      const measured = row.flatMap((value, column) =>
        value === null ? [] : { day: at(days, column), value },
      );
      return {
        x: measured.map(({ day }) => [1, day, high, day * high]),
        y: measured.map(({ value }) => value),
      };
    })
    .filter(({ y }) => y.length > 0);
}

/** Wald, on the normal distribution. */
export interface Coefficient {
  readonly estimate: number;
  readonly se: number;
  readonly z: number;
  readonly p: number;
  readonly ci95: readonly [lower: number, upper: number];
}

export function coefficients(
  estimates: readonly number[],
  variances: readonly number[],
): Readonly<Record<Term, Coefficient>> {
  const of = (index: number): Coefficient => {
    const estimate = at(estimates, index);
    const se = Math.sqrt(at(variances, index));
    const z = estimate / se;
    return {
      ...{ estimate, se, z, p: normalTwoSided(z) },
      ci95: [estimate - NORMAL_975 * se, estimate + NORMAL_975 * se],
    };
  };
  return { intercept: of(0), day: of(1), highRisk: of(2), dayByHighRisk: of(3) };
}
