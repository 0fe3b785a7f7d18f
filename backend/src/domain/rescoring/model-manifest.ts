import type { KnownInputs } from '@endwatch/clinical';

/** What the rules need to know of the model in service. */
export interface ModelManifest {
  readonly version: string;
  /** SHA-256 of everything in the artefact that decides a score, in hex. */
  readonly checksum: string;
  readonly featureSet: string;
  readonly trainedOn: 'simulated' | 'site';
  readonly reportVectorLength: number;
  /** On `next24h`. */
  readonly thresholds: ModelThresholds;
  /** What it has learned to read. */
  readonly known: KnownInputs;
}

export interface ModelThresholds {
  readonly medium: number;
  readonly high: number;
  /** A high-risk alert ends below this: hysteresis. */
  readonly highOff: number;
}

/** A model that was trained again under its old name is another model. */
export type ModelIdentity = Pick<ModelManifest, 'version' | 'checksum'>;

/** A score from before checksums were kept is taken at its model's name. */
export function isScoreOf(
  score: { readonly modelVersion: string; readonly modelChecksum: string | null },
  model: ModelIdentity,
): boolean {
  const { modelVersion, modelChecksum } = score;
  return modelVersion === model.version && (modelChecksum ?? model.checksum) === model.checksum;
}

/** What vectors of reports are kept under: one model cannot read what another has encoded. */
export function encoderName({ version, checksum }: ModelIdentity): string {
  return `${version}+${checksum.slice(0, 16)}`;
}
