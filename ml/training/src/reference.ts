import { FEATURE_NAMES } from '@endwatch/clinical';
import type { ModelReference } from '@endwatch/ml-model';
import { at, referenceBins } from '@endwatch/statistics';
import type { Stay } from './stay-rows.ts';

/** Hours since admission: by then most of what is ever measured has been. */
export const REFERENCE_HOUR = 24;

/** What the inputs of these stays are like at one hour. */
export function referenceOf(stays: readonly Stay[], checksum: string): ModelReference {
  const seen = stays.flatMap(({ snapshots }) =>
    snapshots.filter(({ hour }) => hour === REFERENCE_HOUR).map(({ features }) => features),
  );
  const features = FEATURE_NAMES.map((name, i) => {
    const known = seen.filter(({ missing }) => at(missing, i) === 0);
    const values = known.map((one) => at(one.values, i));
    const bins = values.length === 0 ? { edges: [], reference: [] } : referenceBins(values);
    const { edges, reference: counts } = bins;
    return { name, missing: seen.length - known.length, edges, counts };
  });
  return { format: 1, checksum, hour: REFERENCE_HOUR, patients: seen.length, features };
}
