import * as tf from '@tensorflow/tfjs';
import { PADDING } from './tokenizer.ts';

export interface Windows {
  /** Token ids, one text after the other. */
  readonly tokens: ArrayLike<number>;
  readonly texts: number;
  readonly length: number;
  /** Words of a window. */
  readonly width: number;
  readonly filters: number;
}

/** What a word adds to each filter at each place of a window, [vocabulary, width · filters], and the bias of each filter. */
export interface MatchTable {
  readonly table: Float32Array;
  readonly bias: Float32Array;
}

export interface Found {
  /** [texts, filters] the strongest match, 0 where none is above it. */
  readonly best: Float32Array;
  /** [texts, filters] where its window begins; −1 where none is above 0. */
  readonly where: Int32Array;
}

/** Words of a text before its padding. */
function wordsOf({ tokens, length }: Windows, text: number): number {
  let words = 0;
  while (words < length && tokens[text * length + words] !== PADDING) words += 1;
  return words;
}

/** Sets `sums` to what the words of the window say that begins at `first` among all tokens, and the bias. */
function setWindow(
  { tokens, width, filters }: Windows,
  { table, bias }: MatchTable,
  { first, sums }: { readonly first: number; readonly sums: Float32Array },
): void {
  sums.fill(0);
  for (let place = 0; place < width; place += 1) {
    const entry = ((tokens[first + place] ?? 0) * width + place) * filters;
    for (let i = 0; i < filters; i += 1) sums[i] = (sums[i] ?? 0) + (table[entry + i] ?? 0);
  }
  for (let i = 0; i < filters; i += 1) sums[i] = (sums[i] ?? 0) + (bias[i] ?? 0);
}

function keepGreater(
  { best, where }: Found,
  sums: Float32Array,
  { row, from }: { readonly row: number; readonly from: number },
): void {
  for (let i = 0; i < sums.length; i += 1) {
    const match = sums[i] ?? 0;
    if (match <= (best[row + i] ?? 0)) continue;
    best[row + i] = match;
    where[row + i] = from;
  }
}

/** The greatest match of each filter over all whole windows of each text, and where it is. */
export function searchMatches(windows: Windows, matches: MatchTable): Found {
  const { texts, length, width, filters } = windows;
  const best = new Float32Array(texts * filters);
  const where = new Int32Array(texts * filters).fill(-1);
  const sums = new Float32Array(filters);
  for (let text = 0; text < texts; text += 1) {
    const words = wordsOf(windows, text);
    const row = text * filters;
    for (let from = 0; from + width <= words; from += 1) {
      setWindow(windows, matches, { first: text * length + from, sums });
      keepGreater({ best, where }, sums, { row, from });
    }
  }
  return { best, where };
}

/** What a change of the strongest matches by `dy` asks of table and bias: only the window that was strongest has a say. */
function spread(
  { tokens, length, width, filters }: Windows,
  where: Int32Array,
  { dy, size }: { readonly dy: ArrayLike<number>; readonly size: number },
): MatchTable {
  const table = new Float32Array(size);
  const bias = new Float32Array(filters);
  for (const [found, from] of where.entries()) {
    const change = dy[found] ?? 0;
    if (from < 0 || change === 0) continue;
    const i = found % filters;
    const first = ((found - i) / filters) * length + from;
    bias[i] = (bias[i] ?? 0) + change;
    for (let place = 0; place < width; place += 1) {
      const entry = ((tokens[first + place] ?? 0) * width + place) * filters + i;
      table[entry] = (table[entry] ?? 0) + change;
    }
  }
  return { table, bias };
}

/**
 * Convolution over the words of each text and the maximum over its places, on the host: one pass that keeps the greatest sum and where it was found.
 * As operations of an engine it is a lookup, a sum and a maximum for each place of each text, forwards and backwards: most of training.
 *
 * @param tokens int32 [texts, length], 0 = padding; windows that reach into it do not count
 * @param table [vocabulary, width · filters]: what a word adds to each filter at each place of a window
 * @param bias [filters]
 * @returns [texts, filters]
 */
export function strongestMatch(
  tokens: tf.Tensor2D,
  table: tf.Tensor2D,
  bias: tf.Tensor1D,
): tf.Tensor2D {
  const [texts, length] = tokens.shape;
  const [filters] = bias.shape;
  const width = table.shape[1] / filters;
  const windows: Windows = { tokens: tokens.dataSync(), texts, length, width, filters };
  const op = tf.customGrad((...inputs) => {
    const [matches, offset] = inputs as [tf.Tensor, tf.Tensor];
    const { best, where } = searchMatches(windows, {
      table: matches.dataSync<'float32'>(),
      bias: offset.dataSync<'float32'>(),
    });
    return {
      value: tf.tensor2d(best, [texts, filters]),
      gradFunc: (dy: tf.Tensor) => {
        const change = spread(windows, where, { dy: dy.dataSync(), size: matches.size });
        return [tf.tensor(change.table, matches.shape), tf.tensor(change.bias, offset.shape)];
      },
    };
  });
  return op(table, bias) as tf.Tensor2D;
}
