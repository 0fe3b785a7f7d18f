import { createHash } from 'node:crypto';
import type { KnownLanguage } from '@endwatch/clinical';
import { FEATURE_NAMES, FEATURE_SET_VERSION } from '@endwatch/clinical';
import type { NetworkShape } from './architecture.ts';
import { weightShapes } from './architecture.ts';
import type { LogitCalibration } from './calibration.ts';
import type { LeadLines } from './lead-line.ts';
import type { MissingLine } from './missing-line.ts';
import type { ModelThresholds } from './risk-model.ts';
import type { InputLayout } from './scaling.ts';

/** One network of an artefact. */
export interface NetworkConfig {
  readonly shape: NetworkShape;
  readonly calibration: LogitCalibration;
  /** Of each hazard interval by how far ahead it is, beneath all else. Absent in artefacts from before they were fitted. */
  readonly leadLines?: LeadLines;
  /** Of patients who lack whole kinds of input, beneath the calibration of everybody. Absent in artefacts from before they were fitted. */
  readonly missingLines?: readonly MissingLine[];
}

/** Everything that decides a score, apart from the weights themselves. */
export interface ArtefactConfig extends InputLayout {
  readonly format: 1;
  readonly version: string;
  readonly featureSet: string;
  readonly featureNames: readonly string[];
  readonly trainedOn: 'simulated' | 'site';
  readonly vocabulary: readonly string[];
  /** How reports are cut into tokens; absent = words. */
  readonly tokens?: 'characters';
  /** Of the reports it learned from; null = not known. Absent in artefacts from before it was kept. */
  readonly reportLanguage?: KnownLanguage | null;
  readonly thresholds: ModelThresholds;
  /** Discrete-time hazards, trained by landmarking. */
  readonly hazard: NetworkConfig;
  /** END within 7 days from what was known at admission; null where the artefact has none. */
  readonly admission: NetworkConfig | null;
}

/** Where the weights come from: not part of what decides a score. */
export type Provenance = Readonly<Record<string, unknown>>;

/** File `artefact.json`. */
export interface ArtefactDocument {
  readonly config: ArtefactConfig;
  readonly provenance: Provenance;
  /** SHA-256 over the configuration and `weights.bin`. */
  readonly checksum: string;
}

export interface Artefact {
  readonly config: ArtefactConfig;
  readonly provenance: Provenance;
  /** Hazard network, then admission network, each in the order of `weightShapes`. */
  readonly weights: Float32Array;
}

export type ArtefactProblem = 'unreadable' | 'checksum' | 'feature-set' | 'weights';

/** The artefact cannot be used; nothing was loaded. */
export class ArtefactError extends Error {
  override readonly name = 'ArtefactError';
  readonly problem: ArtefactProblem;

  constructor(problem: ArtefactProblem, detail: string) {
    super(`model artefact refused: ${detail}`);
    this.problem = problem;
  }
}

export function artefactChecksum(config: ArtefactConfig, weights: Uint8Array): string {
  return createHash('sha256').update(JSON.stringify(config)).update(weights).digest('hex');
}

/** Number of weights of a network. */
export function weightCount(shape: NetworkShape): number {
  return weightShapes(shape).reduce(
    (total, [, sizes]) => total + sizes.reduce((product, size) => product * size, 1),
    0,
  );
}

/** The checksum an artefact is stored under. */
export function packedChecksum({ config, weights }: Artefact): string {
  return artefactChecksum(config, littleEndian(weights));
}

function littleEndian(weights: Float32Array): Uint8Array {
  const bytes = new Uint8Array(weights.length * 4);
  const view = new DataView(bytes.buffer);
  weights.forEach((value, i) => view.setFloat32(i * 4, value, true));
  return bytes;
}

/** Contents of `artefact.json` and `weights.bin` (float32, little endian). */
export function packArtefact({ config, provenance, weights }: Artefact): {
  readonly document: string;
  readonly weights: Uint8Array;
} {
  const bytes = littleEndian(weights);
  const document: ArtefactDocument = {
    config,
    provenance,
    checksum: artefactChecksum(config, bytes),
  };
  return { document: `${JSON.stringify(document, null, 1)}\n`, weights: bytes };
}

function parse(text: string): ArtefactDocument {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new ArtefactError('unreadable', 'artefact.json is not JSON');
  }
  const { config } = document as { config?: { format?: unknown } };
  if (config?.format !== 1) {
    throw new ArtefactError('unreadable', `format is ${String(config?.format)}, this code reads 1`);
  }
  const { tokens } = config as { tokens?: unknown };
  if (tokens !== undefined && tokens !== 'characters') {
    throw new ArtefactError(
      'unreadable',
      `it reads tokens of kind ${JSON.stringify(tokens)}, this code words and characters`,
    );
  }
  refuseUnknownParts(config as unknown as ArtefactConfig);
  // The checksum, looked at next, vouches for the rest of the shape.
  return document as ArtefactDocument;
}

const PARTS_OF_A_NETWORK = new Set(['shape', 'calibration', 'leadLines', 'missingLines']);

/** What later code put between a network and its risk would be left out without a word. */
function refuseUnknownParts({ hazard, admission }: ArtefactConfig): void {
  for (const network of [hazard, admission]) {
    const unknown = Object.keys(network ?? {}).find((part) => !PARTS_OF_A_NETWORK.has(part));
    if (unknown !== undefined) {
      throw new ArtefactError(
        'unreadable',
        `a network of it has ${JSON.stringify(unknown)}, which this code does not know: it needs later code`,
      );
    }
  }
}

function refuseForeignFeatures({ featureSet, featureNames }: ArtefactConfig): void {
  if (featureSet !== FEATURE_SET_VERSION) {
    throw new ArtefactError(
      'feature-set',
      `it was trained on feature set ${featureSet}, this code extracts ${FEATURE_SET_VERSION}; train again or take the code it came with`,
    );
  }
  const differs = FEATURE_NAMES.findIndex((name, i) => featureNames[i] !== name);
  if (differs !== -1 || featureNames.length !== FEATURE_NAMES.length) {
    throw new ArtefactError(
      'feature-set',
      `its features differ from this code's from number ${String(differs)} on although both are called ${featureSet}`,
    );
  }
}

/** The artefact in two files' contents. Throws `ArtefactError` when anything is not as it was written, or made for other features. */
export function unpackArtefact(text: string, bytes: Uint8Array): Artefact {
  const { config, provenance, checksum } = parse(text);
  if (artefactChecksum(config, bytes) !== checksum) {
    throw new ArtefactError('checksum', 'configuration or weights were changed after training');
  }
  refuseForeignFeatures(config);
  const expected =
    weightCount(config.hazard.shape) + (config.admission ? weightCount(config.admission.shape) : 0);
  if (bytes.length !== expected * 4) {
    throw new ArtefactError(
      'weights',
      `${String(bytes.length)} bytes of weights instead of ${String(expected * 4)}`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const weights = Float32Array.from({ length: expected }, (_, i) => view.getFloat32(i * 4, true));
  return { config, provenance, weights };
}
