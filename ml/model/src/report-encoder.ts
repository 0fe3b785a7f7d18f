import * as tf from '@tensorflow/tfjs';
import type { NetworkShape, Weights } from './architecture.ts';
import { poolReports, weight, WORD_SHARE, wordMatches } from './architecture.ts';

/** One width of the convolution: what each word of the vocabulary adds at each place of the window, and the bias. */
interface Convolution {
  readonly places: readonly Float32Array[];
  readonly bias: Float32Array;
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
      places: tf.tidy(() => wordMatches(weights, width, shape).map(valuesOf)),
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
      strongest(words, convolution, pooled.subarray(index * filters, (index + 1) * filters));
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

/** The greatest match of each filter over all whole windows, 0 where none is above it. */
function strongest(words: Int32Array, { places, bias }: Convolution, best: Float32Array): void {
  const filters = best.length;
  const sums = new Float32Array(filters);
  for (let at = 0; at + places.length <= words.length; at += 1) {
    sums.fill(0);
    for (const [place, table] of places.entries()) {
      const from = (words[at + place] ?? 0) * filters;
      for (let i = 0; i < filters; i += 1) sums[i] = (sums[i] ?? 0) + (table[from + i] ?? 0);
    }
    for (let i = 0; i < filters; i += 1) {
      sums[i] = (sums[i] ?? 0) + (bias[i] ?? 0);
      const match = sums[i] ?? 0;
      if (match > (best[i] ?? 0)) best[i] = match;
    }
  }
}

function valuesOf(tensor: tf.Tensor): Float32Array {
  return Float32Array.from(tensor.dataSync());
}
