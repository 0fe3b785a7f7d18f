import * as tf from '@tensorflow/tfjs';
import type { NetworkShape, Weights } from './architecture.ts';
import { poolReports, weight, WORD_SHARE, wordMatches } from './architecture.ts';
import type { MatchTable } from './strongest-match.ts';
import { searchMatches } from './strongest-match.ts';

/** One width of the convolution. */
interface Convolution extends MatchTable {
  readonly width: number;
}

/**
 * `encodeReports` for one text at a time with weights that no longer change: what a word adds at a place is multiplied once, when the network is
 * loaded, and looked up then. The same sums in the same order, so the same bits.
 */
export class ReportEncoder {
  readonly #weights: Weights;
  readonly #shape: NetworkShape;
  readonly #convolutions: readonly Convolution[];
  readonly #embedding: Float32Array;

  constructor(weights: Weights, shape: NetworkShape) {
    this.#weights = weights;
    this.#shape = shape;
    this.#embedding = valuesOf(weight(weights, 'embedding'));
    this.#convolutions = shape.kernelWidths.map((width) => ({
      width,
      table: tf.tidy(() => valuesOf(wordMatches(weights, width, shape))),
      bias: valuesOf(weight(weights, `convolution${String(width)}/bias`)),
    }));
  }

  /** Token ids, padded with 0 at the end → the vector of the text. */
  encode(tokens: Int32Array): Float32Array {
    const padding = tokens.indexOf(0);
    const words = padding === -1 ? tokens : tokens.subarray(0, padding);
    const { filters, embedding } = this.#shape;
    const pooled = new Float32Array(filters * this.#convolutions.length + embedding);
    for (const [index, convolution] of this.#convolutions.entries()) {
      const windows = { tokens: words, texts: 1, length: words.length, filters };
      const { best } = searchMatches({ ...windows, width: convolution.width }, convolution);
      pooled.set(best, index * filters);
    }
    this.#sumWords(words, pooled.subarray(pooled.length - embedding));
    return tf.tidy(() => {
      const rows = tf.tensor2d(pooled, [1, pooled.length]);
      return Float32Array.from(poolReports(this.#weights, rows).dataSync());
    });
  }

  #sumWords(words: Int32Array, sums: Float32Array): void {
    const table = this.#embedding;
    const width = sums.length;
    for (const word of words) {
      const from = word * width;
      for (let i = 0; i < width; i += 1) sums[i] = (sums[i] ?? 0) + (table[from + i] ?? 0);
    }
    for (let i = 0; i < width; i += 1) sums[i] = (sums[i] ?? 0) * Math.fround(WORD_SHARE);
  }
}

function valuesOf(tensor: tf.Tensor): Float32Array {
  return Float32Array.from(tensor.dataSync());
}
