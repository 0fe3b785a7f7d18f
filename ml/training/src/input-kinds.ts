import { FEATURE_NAMES, LABORATORY_VALUES, VITAL_SIGNS } from '@endwatch/clinical';
import type { ReadFeatures } from '@endwatch/ml-model';
import type { Snapshot } from './stay-rows.ts';

/** What of a patient can be missing as a whole. */
export type InputKind = 'reports' | 'laboratory' | 'vitals' | 'nihss' | 'history' | 'person';

type Inputs = Pick<ReadFeatures, 'values' | 'missing'>;

const HISTORY = new Set([
  'diabetes',
  'hypertension',
  'atrial-fibrillation',
  'prior-stroke',
  'thrombolysis',
]);

/** The value itself, or its mean, extremes and slope. */
const belongs = (name: string, quantity: string): boolean =>
  name === quantity || name.startsWith(`${quantity}-`);

const indicesWhere = (test: (name: string) => boolean): readonly number[] =>
  FEATURE_NAMES.flatMap((name, i) => (test(name) ? [i] : []));

const INDICES: Readonly<Record<Exclude<InputKind, 'reports'>, readonly number[]>> = {
  laboratory: indicesWhere(
    (name) =>
      name === 'neutrophil-lymphocyte-ratio' || LABORATORY_VALUES.some((lab) => belongs(name, lab)),
  ),
  vitals: indicesWhere((name) => VITAL_SIGNS.some((vital) => belongs(name, vital))),
  nihss: indicesWhere((name) => name.startsWith('nihss-')),
  person: indicesWhere((name) => name === 'age' || name === 'sex-male'),
  history: indicesWhere((name) => HISTORY.has(name)),
};

const REPORT_COUNT = FEATURE_NAMES.indexOf('report-count');

/** Features without a kind: missing, and nothing in their place. No report is a count of 0, which is known. */
export function hiddenInputs<Given extends Inputs>(features: Given, kind: InputKind): Given {
  const values = Float32Array.from(features.values);
  const missing = Uint8Array.from(features.missing);
  if (kind === 'reports') values[REPORT_COUNT] = 0;
  else {
    for (const i of INDICES[kind]) {
      values[i] = 0;
      missing[i] = 1;
    }
  }
  return { ...features, values, missing };
}

/** The same moment of the same patient with less known. */
export function withoutInputs(snapshot: Snapshot, kinds: readonly InputKind[]): Snapshot {
  const features = kinds.reduce(hiddenInputs<ReadFeatures>, snapshot.features);
  return { ...snapshot, features, reports: kinds.includes('reports') ? [] : snapshot.reports };
}
