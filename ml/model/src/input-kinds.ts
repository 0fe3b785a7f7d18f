import { FEATURE_NAMES, LABORATORY_VALUES, VITAL_SIGNS } from '@endwatch/clinical';
import { playerOf, REPORT } from './explain/players.ts';
import type { ScoreInput } from './risk-model.ts';

/** What of a patient can be missing as a whole. */
export type InputKind = 'reports' | 'laboratory' | 'vitals' | 'nihss' | 'history' | 'person';

/** Given or not is always known. */
export const TREATMENT = 'thrombolysis';
const HISTORY = new Set([
  'diabetes',
  'hypertension',
  'atrial-fibrillation',
  'prior-stroke',
  TREATMENT,
]);

/** The value itself, or its mean, extremes and slope. */
const belongs = (name: string, quantity: string): boolean =>
  name === quantity || name.startsWith(`${quantity}-`);

const indicesWhere = (test: (name: string) => boolean): readonly number[] =>
  FEATURE_NAMES.flatMap((name, i) => (test(name) ? [i] : []));

/** Positions of the features of each kind. */
export const FEATURES_OF: Readonly<Record<InputKind, readonly number[]>> = {
  reports: indicesWhere((name) => playerOf(name) === REPORT),
  laboratory: indicesWhere(
    (name) =>
      name === 'neutrophil-lymphocyte-ratio' || LABORATORY_VALUES.some((lab) => belongs(name, lab)),
  ),
  vitals: indicesWhere((name) => VITAL_SIGNS.some((vital) => belongs(name, vital))),
  nihss: indicesWhere((name) => name.startsWith('nihss-')),
  person: indicesWhere((name) => name === 'age' || name === 'sex-male'),
  history: indicesWhere((name) => HISTORY.has(name)),
};

/** Whether nothing of this kind is known. */
export function lacks({ features, report }: ScoreInput, kind: InputKind): boolean {
  if (kind === 'reports') return report === null;
  return FEATURES_OF[kind].every(
    (i) => features.missing[i] === 1 || FEATURE_NAMES[i] === TREATMENT,
  );
}
