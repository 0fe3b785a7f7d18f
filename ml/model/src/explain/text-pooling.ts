import { at } from '@endwatch/statistics';
import type { NetworkShape } from '../architecture.ts';
import { WORD_SHARE } from '../architecture.ts';
import type { WeightTable } from './weight-tables.ts';
import { addRow, tableOf, weightTables } from './weight-tables.ts';

/** What one word puts into one pooled value. */
interface Part {
  readonly word: number;
  readonly value: number;
}

/**
 * One text as the pooling sees it: `sums[i]` is what its words add up to in pooled value i before bias and activation, `parts[i]` who adds what. Of a
 * filter only the window that matches best counts. When all embeddings are made smaller by one factor the same window stays the best, so
 * along such a line everything here scales with that factor.
 */
export interface PooledText {
  readonly sums: Float64Array;
  readonly parts: readonly (readonly Part[])[];
}

/** The report branch before and after its dense layer, in double precision. */
export class TextPooling {
  readonly #shape: NetworkShape;
  readonly #embedding: WeightTable;
  readonly #kernels: readonly { readonly width: number; readonly kernel: WeightTable }[];
  /** Of the filters; 0 for the plain words, which have none. */
  readonly #bias: Float64Array;
  readonly #dense: WeightTable;
  readonly #denseBias: Float64Array;
  readonly #filters: number;

  constructor(shape: NetworkShape, weights: Float32Array) {
    const tables = weightTables(shape, weights);
    this.#shape = shape;
    this.#embedding = tableOf(tables, 'embedding');
    this.#filters = shape.kernelWidths.length * shape.filters;
    this.#bias = new Float64Array(this.#filters + shape.embedding);
    this.#kernels = shape.kernelWidths.map((width, i) => {
      this.#bias.set(tableOf(tables, `convolution${String(width)}/bias`).values, i * shape.filters);
      return { width, kernel: tableOf(tables, `convolution${String(width)}/kernel`) };
    });
    this.#dense = tableOf(tables, 'report/kernel');
    this.#denseBias = tableOf(tables, 'report/bias').values;
  }

  /** Number of pooled values. */
  get width(): number {
    return this.#bias.length;
  }

  /** @param tokens ids of the words alone, without padding */
  pool(tokens: Int32Array): PooledText {
    const sums = new Float64Array(this.width);
    const parts = Array.from({ length: this.width }, (): Part[] => []);
    this.#kernels.forEach((convolution, i) => {
      for (let filter = 0; filter < this.#shape.filters; filter += 1) {
        const best = this.#bestWindow(tokens, convolution, filter);
        parts[i * this.#shape.filters + filter] = best;
      }
    });
    tokens.forEach((token, word) => {
      for (let d = 0; d < this.#shape.embedding; d += 1) {
        const value = WORD_SHARE * at(this.#embedding.values, token * this.#shape.embedding + d);
        parts[this.#filters + d]?.push({ word, value });
      }
    });
    parts.forEach((own, i) => {
      sums[i] = own.reduce((sum, { value }) => sum + value, 0);
    });
    return { sums, parts };
  }

  /** Report vector of pooled sums, and which of the sums are felt at all. */
  vector(sums: Float64Array): Float64Array {
    const vector = Float64Array.from(this.#denseBias);
    sums.forEach((sum, i) => {
      const pooled = this.#active(sums, i) ? sum + at(this.#bias, i) : 0;
      if (pooled !== 0) addRow(vector, this.#dense, { row: i, factor: pooled });
    });
    return vector.map(Math.tanh);
  }

  /** Gradient by the sums of Σ weights · vector; `vector` is that of the same sums. */
  gradient(sums: Float64Array, vector: Float64Array, weights: Float64Array): Float64Array {
    const inner = weights.map((weight, j) => weight * (1 - at(vector, j) ** 2));
    return sums.map((_, i) => {
      if (!this.#active(sums, i)) return 0;
      const from = i * this.#dense.columns;
      return inner.reduce((sum, slope, j) => sum + slope * at(this.#dense.values, from + j), 0);
    });
  }

  #active(sums: Float64Array, i: number): boolean {
    return i >= this.#filters || at(sums, i) + at(this.#bias, i) > 0;
  }

  #bestWindow(
    tokens: Int32Array,
    { width, kernel }: { readonly width: number; readonly kernel: WeightTable },
    filter: number,
  ): Part[] {
    let best: Part[] = [];
    let strongest = -Infinity;
    for (let start = 0; start + width <= tokens.length; start += 1) {
      const window = Array.from({ length: width }, (_, place) => ({
        word: start + place,
        value: this.#match(at(tokens, start + place), { kernel, place, filter }),
      }));
      const sum = window.reduce((total, { value }) => total + value, 0);
      if (sum > strongest) [strongest, best] = [sum, window];
    }
    return best;
  }

  #match(
    token: number,
    { kernel, place, filter }: { kernel: WeightTable; place: number; filter: number },
  ): number {
    const { embedding } = this.#shape;
    let sum = 0;
    for (let d = 0; d < embedding; d += 1) {
      const weight = kernel.values[(place * embedding + d) * kernel.columns + filter] ?? 0;
      sum += (this.#embedding.values[token * embedding + d] ?? 0) * weight;
    }
    return sum;
  }
}
