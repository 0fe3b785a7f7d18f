import { FEATURE_NAMES, type FeatureVector } from '@endwatch/clinical';
import { stabilityAgainst } from '@endwatch/statistics';

/** What a feature was like among the patients a model learned from. */
export interface ReferenceFeature {
  readonly name: string;
  readonly missing: number;
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

export interface Reference {
  readonly hour: number;
  readonly patients: number;
  readonly features: readonly ReferenceFeature[];
}

/** One feature of one week beside the patients the model learned from. */
export interface InputDrift {
  readonly feature: string;
  readonly patients: number;
  /** Of them. */
  readonly missing: number;
  /** Share missing among those the model learned from. */
  readonly expectedMissing: number;
  /** Population stability index of what was not missing, of the week and those before it; below 0.1 is usually read as stable, above 0.25 as shifted. Null with too few values to tell. */
  readonly psi: number | null;
}

/**
 * Of patients who are as they were, n values in ten bins have an index of about a chi-squared of nine degrees by n: with 50 one in five is above 0.25, with 100
 * one in 300.
 */
const FEWEST = 100;

export interface WeekInputs {
  /** One vector of each patient, at the reference's hour. */
  readonly week: readonly FeatureVector[];
  /** The week and as much of the weeks before it as the index needs. */
  readonly upTo: readonly FeatureVector[];
}

export function measureDrift(
  { week, upTo }: WeekInputs,
  reference: Reference,
): readonly InputDrift[] {
  return reference.features.map(({ name, missing, edges, counts }) => {
    const i = FEATURE_NAMES.indexOf(name);
    const known = (vectors: readonly FeatureVector[]): readonly FeatureVector[] =>
      vectors.filter((one) => one.missing[i] === 0);
    const values = known(upTo).map((one) => one.values[i] ?? 0);
    const tells = values.length >= FEWEST && counts.length > 0;
    return {
      feature: name,
      patients: week.length,
      missing: week.length - known(week).length,
      expectedMissing: reference.patients === 0 ? 0 : missing / reference.patients,
      psi: tells ? stabilityAgainst({ edges, reference: counts }, values).psi : null,
    };
  });
}

/** What was forecast of a week's admissions and what came. */
export interface OutcomeDrift {
  /** Stays followed long enough to know. */
  readonly stays: number;
  readonly ends: number;
  /** Sum of the risks of END by 7 days as forecast at the reference's hour: how many should have come. */
  readonly expected: number;
}

export interface ForecastOutcome {
  /** Risk by 7 days, given none so far. */
  readonly by7d: number;
  readonly ended: boolean;
}

export function measureOutcomes(known: readonly ForecastOutcome[]): OutcomeDrift {
  return {
    stays: known.length,
    ends: known.filter(({ ended }) => ended).length,
    expected: known.reduce((sum, { by7d }) => sum + by7d, 0),
  };
}
