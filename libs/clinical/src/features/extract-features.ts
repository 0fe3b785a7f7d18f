import { admissionAssessment } from '../end/detect-end.ts';
import type { NihssAssessment } from '../nihss/nihss-assessment.ts';
import type { PatientTimeline } from '../timeline/patient-timeline.ts';
import { BEFORE_ADMISSION } from '../timeline/this-stay.ts';
import type { EpochMs } from '../time.ts';
import { HOUR } from '../time.ts';
import type { Feature, FeatureContext } from './feature.ts';
import type { FeatureVector } from './feature-vector.ts';
import { LAB_FEATURES } from './lab-features.ts';
import { NIHSS_FEATURES } from './nihss-features.ts';
import { STAY_FEATURES } from './stay-features.ts';
import { VITAL_FEATURES } from './vital-features.ts';

/** Moves whenever a name, the order or the meaning of a feature changes: a model refuses features of another version. */
export const FEATURE_SET_VERSION = '2026-11-1';

const FEATURES: readonly Feature[] = [
  ...STAY_FEATURES,
  ...NIHSS_FEATURES,
  ...VITAL_FEATURES,
  ...LAB_FEATURES,
];

/** In the order of `FeatureVector.values`. */
export const FEATURE_NAMES: readonly string[] = FEATURES.map(({ name }) => name);

const BY_NAME: ReadonlyMap<string, Feature> = new Map(FEATURES.map((one) => [one.name, one]));

function featureNamed(name: string): Feature {
  const feature = BY_NAME.get(name);
  if (!feature) throw new RangeError(`no feature is called "${name}"`);
  return feature;
}

/** A feature in a ward's words. Throws a `RangeError` for a name that is none. */
export function featureLabel(name: string): string {
  return featureNamed(name).label;
}

/** UCUM unit; `1` for counts and flags. Throws a `RangeError` for a name that is none. */
export function featureUnit(name: string): string {
  return featureNamed(name).unit;
}

export interface ExtractInput {
  readonly timeline: PatientTimeline;
  readonly admittedAt: EpochMs;
  readonly asOf: EpochMs;
}

/**
 * What the model sees of a patient at `asOf`: the only extractor, for training and for serving. Nothing effective after `asOf` has any
 * influence. Values are carried forward as far as their kind allows (`ageLimitOf`) and then count as missing; a censored result
 * ("< 0.19") enters as its limit. Values older than a day before admission belong to another illness and are left out.
 */
export function extractFeatures(input: ExtractInput): FeatureVector {
  const { admittedAt, asOf } = input;
  const view = input.timeline.cutAt(asOf);
  const assessments = since(view.assessments, admittedAt - BEFORE_ADMISSION);
  const admission = admissionAssessment(assessments, admittedAt);
  const windows: FeatureContext['windows'] = new Map();
  const context: FeatureContext = { view, admittedAt, asOf, assessments, admission, windows };
  const values = new Float32Array(FEATURES.length);
  const missing = new Uint8Array(FEATURES.length);
  const ageHours = new Float32Array(FEATURES.length).fill(NaN);
  for (const [index, feature] of FEATURES.entries()) {
    const reading = feature.read(context);
    if (reading === null) {
      missing[index] = 1;
      continue;
    }
    values[index] = reading.value;
    if (reading.at !== null) ageHours[index] = (asOf - reading.at) / HOUR;
  }
  return { featureSet: FEATURE_SET_VERSION, values, missing, ageHours };
}

/** The very list where nothing is older: what was worked out of it before is found again. */
function since(ordered: readonly NihssAssessment[], from: EpochMs): readonly NihssAssessment[] {
  const [oldest] = ordered;
  return oldest && oldest.at < from ? ordered.filter(({ at }) => at >= from) : ordered;
}

/** Names of the features a vector lacks, in order; the very list `before` where it says the same, so that a day of scores holds it once. */
export function missingFeatures(
  vector: FeatureVector,
  before: readonly string[] = [],
): readonly string[] {
  const names = FEATURE_NAMES.filter((_name, index) => vector.missing[index] === 1);
  const same = names.length === before.length && names.every((name, i) => name === before[i]);
  return same ? before : names;
}
