import * as tf from '@tensorflow/tfjs';
import { startEngine } from '@endwatch/ml-model';
import { exposureLossTensor, hostLoss } from './exposure-loss.ts';
import { registerGradientKernels } from './gradient-kernels.ts';

const targets = { y: Uint8Array.of(0, 1, 0, 0), fraction: Float32Array.of(1, 0.5, 0.25, 0) };
const logits = [-2, -1, 0.5, 3];

describe('training on the engine', () => {
  beforeAll(async () => {
    await startEngine();
    registerGradientKernels();
  });

  it('gives the gradient of the loss, and none where nothing was seen', () => {
    const host = hostLoss(logits, targets, 2);
    const gradient = tf.tidy(() => {
      const x = tf.tensor2d(logits, [2, 2]);
      return tf
        .grad((z: tf.Tensor) => exposureLossTensor(z as tf.Tensor2D, targets))(x)
        .dataSync();
    });
    expect([...gradient]).toEqual([...host.gradient]);
    expect(gradient[3]).toBe(0);
    const up = hostLoss([-2, -1 + 1e-4, 0.5, 3], targets, 2).loss;
    expect((up - host.loss) / 1e-4).toBeCloseTo(host.gradient[1]!, 4);
  });

  it('has the gradient of a look-up: rows that were taken twice count twice', () => {
    const gradient = tf.tidy(() => {
      const table = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
      const ids = tf.tensor1d([2, 0, 2], 'int32');
      const weight = tf.tensor2d([1, 10, 100, 1000, 3, 30], [3, 2]);
      return tf
        .grad((x: tf.Tensor) => tf.gather(x, ids).mul(weight).sum())(table)
        .dataSync();
    });
    expect([...gradient]).toEqual([100, 1000, 0, 0, 4, 40]);
  });
});
