import * as tf from '@tensorflow/tfjs';
import type { FusionInputs, Weights } from './architecture.ts';
import { fuse, named, outputLogits, weightShapes, weightSlices } from './architecture.ts';
import type { NetworkConfig } from './model-artefact.ts';
import type { RowCalibration } from './calibration.ts';
import { calibratedProbabilities } from './calibration.ts';
import { ReportEncoder } from './report-encoder.ts';

/** Rows of a matrix in one array. */
export interface Matrix {
  readonly data: Float32Array;
  readonly columns: number;
}

/** One trained network, its weights held by the engine until `dispose`. */
export class Network {
  readonly #config: NetworkConfig;
  readonly #weights: Weights;
  readonly #encoder: ReportEncoder;

  constructor(config: NetworkConfig, values: Float32Array) {
    this.#config = config;
    const slices = weightSlices(config.shape, values);
    const entries = weightShapes(config.shape).map(
      ([name, shape]) => [name, tf.tensor(named(slices, name).slice(), shape, 'float32')] as const,
    );
    this.#weights = Object.fromEntries(entries);
    this.#encoder = new ReportEncoder(this.#weights, config.shape);
  }

  get reportVectorLength(): number {
    return this.#config.shape.reportVector;
  }

  /** One text's token ids → its vector. */
  encode(tokens: Int32Array): Float32Array {
    return this.#encoder.encode(tokens);
  }

  /** Calibrated probabilities of each row, in one pass; by `calibrations` where each row has one of its own. */
  forward(
    structured: Matrix,
    report: Matrix,
    calibrations: readonly RowCalibration[] = [],
  ): number[][] {
    const rows = structured.data.length / structured.columns;
    const { outputs } = this.#config.shape;
    const logits = tf.tidy(() => {
      const inputs: FusionInputs = {
        structured: tf.tensor2d(structured.data, [rows, structured.columns]),
        report: tf.tensor2d(report.data, [rows, report.columns]),
      };
      return outputLogits(this.#weights, fuse(this.#weights, inputs), inputs).dataSync();
    });
    return Array.from({ length: rows }, (_, row) =>
      calibratedProbabilities(
        logits.subarray(row * outputs, (row + 1) * outputs),
        calibrations[row] ?? this.#config.calibration,
      ),
    );
  }

  dispose(): void {
    tf.dispose(this.#weights);
  }
}
