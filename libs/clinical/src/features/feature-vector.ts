/**
 * What the model sees of one patient at one moment. `values[i]` belongs to `FEATURE_NAMES[i]`, in that feature's canonical unit, unscaled;
 * `missing[i]` is 1 where nothing usable was known, and `values[i]` is then 0 and means nothing.
 */
export interface FeatureVector {
  readonly featureSet: string;
  readonly values: Float32Array;
  readonly missing: Uint8Array;
  /** Hours between `asOf` and the measurement each value came from; NaN where missing or where a feature has no age (age, sex). */
  readonly ageHours: Float32Array;
}
