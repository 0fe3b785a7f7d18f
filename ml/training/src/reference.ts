import type { InputRange } from '@endwatch/clinical';
import { FEATURE_NAMES } from '@endwatch/clinical';
import { REFERENCE_HOUR, type ModelReference } from '@endwatch/ml-model';
import { at, referenceBins } from '@endwatch/statistics';
import type { Snapshot, Stay } from './stay-rows.ts';

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
  return {
    format: 1,
    checksum,
    hour: REFERENCE_HOUR,
    patients: seen.length,
    features,
    ranges: rangesOf(stays),
  };
}

/** Least and greatest value of each feature over all hours. */
function rangesOf(stays: readonly Stay[]): InputRange[] {
  const least = FEATURE_NAMES.map(() => Infinity);
  const most = FEATURE_NAMES.map(() => -Infinity);
  const widen = ({ features }: Snapshot): void => {
    for (const [i, value] of features.values.entries()) {
      if (features.missing[i] === 1) continue;
      least[i] = Math.min(at(least, i), value);
      most[i] = Math.max(at(most, i), value);
    }
  };
  for (const { snapshots } of stays) snapshots.forEach(widen);
  return FEATURE_NAMES.map((name, i) =>
    // JSON has no infinity; of what nobody had, nothing is beyond.
    at(least, i) > at(most, i)
      ? { name, least: -Number.MAX_VALUE, most: Number.MAX_VALUE }
      : { name, least: at(least, i), most: at(most, i) },
  );
}
