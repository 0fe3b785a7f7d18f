import type { InputLayout, LogitCalibration, NetworkShape } from '@endwatch/ml-model';
import type { Interval, PenalisedLogistic } from '@endwatch/statistics';

/** What a network may look at: an input it may not is told to it as missing. */
export type ComparatorInputs = 'both' | 'structured' | 'report';

export type ComparatorModel =
  | {
      readonly kind: 'network';
      readonly inputs: ComparatorInputs;
      readonly shape: NetworkShape;
      /** Float32, little endian, base64, in the order of `weightShapes`. */
      readonly weights: string;
    }
  /** Mean of the logits of two other comparators. */
  | { readonly kind: 'late-fusion'; readonly of: readonly [string, string] }
  | { readonly kind: 'logistic'; readonly fit: PenalisedLogistic }
  | {
      readonly kind: 'bag-of-words';
      readonly words: readonly string[];
      readonly fit: PenalisedLogistic;
    };

/** An admission model to compare with: END within 7 days from what was known at the hour of the snapshot. */
export interface Comparator {
  readonly id: string;
  readonly name: string;
  readonly model: ComparatorModel;
  /** Fitted on the calibration patients, on the logit. */
  readonly calibration: LogitCalibration;
  /** On the patients it was fitted to: flatters. */
  readonly training: {
    readonly n: number;
    readonly events: number;
    readonly auc: number | null;
    readonly ci95: Interval | null;
  };
}

/** File `comparators.json` beside an artefact. */
export interface ComparatorSet extends InputLayout {
  readonly format: 1;
  readonly featureSet: string;
  readonly source: {
    readonly command: string;
    readonly commit: string;
    readonly seed: number;
    /** Absent in files from before it was kept: simulated. */
    readonly trainedOn?: 'simulated' | 'site';
    /** Patients for fitting and early stopping, and for calibration. */
    readonly patients: { readonly train: number; readonly calibrate: number };
  };
  readonly vocabulary: readonly string[];
  /** How reports are cut into tokens; absent = words. */
  readonly tokens?: 'characters';
  readonly comparators: readonly Comparator[];
}

export const COMPARATORS_FILE = 'comparators.json';

export function packWeights(weights: Float32Array): string {
  const bytes = Buffer.alloc(weights.length * 4);
  weights.forEach((value, i) => bytes.writeFloatLE(value, i * 4));
  return bytes.toString('base64');
}

export function unpackWeights(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64');
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4));
}
