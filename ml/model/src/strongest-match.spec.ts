import * as tf from '@tensorflow/tfjs';
import { startEngine } from './engine.ts';
import { strongestMatch } from './strongest-match.ts';

const [VOCABULARY, WIDTH, FILTERS, LENGTH] = [6, 2, 3, 5];
const TEXTS = [
  [1, 2, 3, 4, 5],
  [5, 1, 0, 0, 0],
  [4, 0, 0, 0, 0],
];

const wave = (size: number, phase: number): number[] =>
  Array.from({ length: size }, (_, i) => Math.sin(2.3 * i + phase));

/** The same from the operations of the engine: lookups, sums, maximum, with gradients that it works out itself. */
function byOperations(table: tf.Tensor, bias: tf.Tensor): tf.Tensor {
  const places = LENGTH - WIDTH + 1;
  const oneHot = (place: number): tf.Tensor =>
    tf.oneHot(
      tf.tensor1d(
        TEXTS.flatMap((text) => text.slice(place, place + places)),
        'int32',
      ),
      VOCABULARY,
    );
  const sums = [0, 1].map((place) =>
    oneHot(place)
      .cast('float32')
      .matMul(table.slice([0, place * FILTERS], [VOCABULARY, FILTERS])),
  );
  const whole = tf.tensor(
    TEXTS.map((text) => text.slice(WIDTH - 1).map((word) => (word > 0 ? 1 : 0))),
  );
  return tf
    .addN(sums)
    .add(bias)
    .relu()
    .reshape([TEXTS.length, places, FILTERS])
    .mul(whole.expandDims(2))
    .max(1);
}

describe('the strongest match of each filter', () => {
  const tokens = (): tf.Tensor2D => tf.tensor2d(TEXTS, [TEXTS.length, LENGTH], 'int32');
  const table = (): tf.Tensor2D =>
    tf.tensor2d(wave(VOCABULARY * WIDTH * FILTERS, 0.4), [VOCABULARY, WIDTH * FILTERS]);
  const bias = (): tf.Tensor1D => tf.tensor1d(wave(FILTERS, 1.1));
  beforeAll(startEngine);

  it('is what lookups, sums and a maximum of the engine give', () => {
    const found = strongestMatch(tokens(), table(), bias()).arraySync();
    const expected = byOperations(table(), bias()).arraySync() as number[][];
    found.forEach((row, i) =>
      row.forEach((value, j) => expect(value).toBeCloseTo(expected[i]![j]!, 5)),
    );
    // One word alone is no whole window.
    expect(found[2]).toEqual([0, 0, 0]);
    expect(Math.max(...found.flat())).toBeGreaterThan(0.5);
  });

  it('has the gradients of the same', () => {
    const weights = tf.tensor2d(wave(TEXTS.length * FILTERS, 2), [TEXTS.length, FILTERS]);
    const gradientsOf = (matches: (t: tf.Tensor, b: tf.Tensor) => tf.Tensor): number[][] =>
      tf
        .grads((t: tf.Tensor, b: tf.Tensor) => matches(t, b).mul(weights).sum())([table(), bias()])
        .map((one) => [...one.dataSync()]);
    const own = gradientsOf((t, b) => strongestMatch(tokens(), t as tf.Tensor2D, b as tf.Tensor1D));
    const expected = gradientsOf(byOperations);
    expect(own.map((one) => one.length)).toEqual([VOCABULARY * WIDTH * FILTERS, FILTERS]);
    own.forEach((one, k) =>
      one.forEach((value, i) => expect(value).toBeCloseTo(expected[k]![i]!, 5)),
    );
    expect(own[0]!.some((value) => Math.abs(value) > 0.1)).toBe(true);
  });
});
