/** What the rules need to know of the model in service. */
export interface ModelManifest {
  readonly version: string;
  readonly featureSet: string;
  readonly trainedOn: 'simulated' | 'site';
  readonly reportVectorLength: number;
  /** On `next24h`. */
  readonly thresholds: ModelThresholds;
}

export interface ModelThresholds {
  readonly medium: number;
  readonly high: number;
  /** A high-risk alert ends below this: hysteresis. */
  readonly highOff: number;
}
