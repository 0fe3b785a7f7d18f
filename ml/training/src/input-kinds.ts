import type { FeatureVector } from '@endwatch/clinical';
import type { InputKind } from '@endwatch/ml-model';
import { FEATURES_OF, withheld } from '@endwatch/ml-model';
import type { Snapshot } from './stay-rows.ts';

/** What is withheld where nothing but vital signs, age and sex is known. */
export const ALL_BUT_VITALS: readonly InputKind[] = ['reports', 'laboratory', 'nihss', 'history'];

/** Features without these kinds; the very ones where there are none. */
export function hiddenInputs(features: FeatureVector, kinds: readonly InputKind[]): FeatureVector {
  if (kinds.length === 0) return features;
  return withheld(
    features,
    kinds.flatMap((kind) => FEATURES_OF[kind]),
  );
}

/** The same moment of the same patient with less known. */
export function withoutInputs(snapshot: Snapshot, kinds: readonly InputKind[]): Snapshot {
  const features = hiddenInputs(snapshot.features, kinds);
  return { ...snapshot, features, reports: kinds.includes('reports') ? [] : snapshot.reports };
}
