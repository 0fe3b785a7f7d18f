import { at } from '@endwatch/statistics';
import type { NetworkShape } from '../architecture.ts';
import { WORD_SHARE } from '../architecture.ts';
import type { WeightTable } from './weight-tables.ts';
import { named } from '../architecture.ts';
import { addRow, weightTables } from './weight-tables.ts';

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
    this.#embedding = named(tables, 'embedding');
    this.#filters = shape.kernelWidths.length * shape.filters;
    this.#bias = new Float64Array(this.#filters + shape.embedding);
    this.#kernels = shape.kernelWidths.map((width, i) => {
      this.#bias.set(named(tables, `convolution${String(width)}/bias`).values, i * shape.filters);
      return { width, kernel: named(tables, `convolution${String(width)}/kernel`) };
    });
    this.#dense = named(tables, 'report/kernel');
    this.#denseBias = named(tables, 'report/bias').values;
  }

  /** Number of pooled values. */
  get width(): number {
    return this.#bias.length;
  }

  /** @param tokens ids of the words alone, without padding */
  pool(tokens: Int32Array): PooledText {
    const sums = new Float64Array(this.width);
    const parts = Array.from({ length: this.width }, (): Part[] => []);
    this.#kernels.forEach(({ width, kernel }, i) => {
      const matches = this.#matches(tokens, width, kernel);
      for (let filter = 0; filter < this.#shape.filters; filter += 1) {
        const best = bestWindow(matches, { width, filter, filters: this.#shape.filters });
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
    for (let i = 0; i < sums.length; i += 1) {
      if (!this.#active(sums, i)) continue;
      const pooled = (sums[i] ?? 0) + (this.#bias[i] ?? 0);
      addRow(vector, this.#dense, { row: i, factor: pooled });
    }
    return vector.map(Math.tanh);
  }

  /** Gradient by the sums of Σ weights · vector; `vector` is that of the same sums. */
  gradient(sums: Float64Array, vector: Float64Array, weights: Float64Array): Float64Array {
    const { columns, values } = this.#dense;
    const inner = weights.map((weight, j) => weight * (1 - (vector[j] ?? 0) ** 2));
    const gradient = new Float64Array(sums.length);
    for (let i = 0; i < sums.length; i += 1) {
      if (!this.#active(sums, i)) continue;
      let slope = 0;
      for (let j = 0; j < columns; j += 1)
        slope += (inner[j] ?? 0) * (values[i * columns + j] ?? 0);
      gradient[i] = slope;
    }
    return gradient;
  }

  #active(sums: Float64Array, i: number): boolean {
    return i >= this.#filters || (sums[i] ?? 0) + (this.#bias[i] ?? 0) > 0;
  }

  /** What each word adds to each filter at each place of a window: [word][place][filter] in one array. */
  #matches(tokens: Int32Array, width: number, { columns, values }: WeightTable): Float64Array {
    const { embedding, filters } = this.#shape;
    const matches = new Float64Array(tokens.length * width * filters);
    tokens.forEach((token, word) => {
      for (let row = 0; row < width * embedding; row += 1) {
        const value = this.#embedding.values[token * embedding + (row % embedding)] ?? 0;
        const to = (word * width + Math.floor(row / embedding)) * filters;
        for (let filter = 0; filter < filters; filter += 1) {
          const weight = values[row * columns + filter] ?? 0;
          matches[to + filter] = (matches[to + filter] ?? 0) + value * weight;
        }
      }
    });
    return matches;
  }
}

/** The words of the window that this filter answers to most; empty where the text is shorter than a window. */
function bestWindow(
  matches: Float64Array,
  of: { readonly width: number; readonly filter: number; readonly filters: number },
): Part[] {
  const { width, filter, filters } = of;
  const valueOf = (start: number, place: number): number =>
    matches[((start + place) * width + place) * filters + filter] ?? 0;
  const words = matches.length / (width * filters);
  let best: number | null = null;
  let strongest = -Infinity;
  for (let start = 0; start + width <= words; start += 1) {
    let sum = 0;
    for (let place = 0; place < width; place += 1) sum += valueOf(start, place);
    if (sum > strongest) [strongest, best] = [sum, start];
  }
  if (best === null) return [];
  const start = best;
  return Array.from({ length: width }, (_, place) => ({
    word: start + place,
    value: valueOf(start, place),
  }));
}
