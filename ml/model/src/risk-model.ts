import type { FeatureVector, KnownInputs, RiskForecast } from '@endwatch/clinical';

/** One row to score: a patient at a moment. */
export interface ScoreInput {
  readonly features: FeatureVector;
  /** Encoded reports known at that moment, several joined by `combineReportVectors`; null when there is none. */
  readonly report: Float32Array | null;
  readonly hoursSinceAdmission: number;
}

export interface ScoreOutput extends RiskForecast {
  /** Calibrated hazard of each interval of `HAZARD_EDGES_HOURS`. */
  readonly hazards: Float32Array;
}

/** On `next24h`. */
export interface ModelThresholds {
  readonly medium: number;
  readonly high: number;
  /** A high-risk alert ends below this. */
  readonly highOff: number;
}

export interface ModelManifest {
  readonly version: string;
  /** SHA-256 of configuration and weights, in hex: tells a model from one that was trained again under its name. */
  readonly checksum: string;
  readonly featureSet: string;
  readonly trainedOn: 'simulated' | 'site';
  readonly reportVectorLength: number;
  readonly thresholds: ModelThresholds;
  /** What it has learned to read. */
  readonly known: KnownInputs;
}
