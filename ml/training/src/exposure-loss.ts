import * as tf from '@tensorflow/tfjs';
import { at, exposureLoss } from '@endwatch/statistics';

/** Row-major, as long as the logits. */
export interface Targets {
  readonly y: Uint8Array;
  /** 0 where the row says nothing about that interval. */
  readonly fraction: Float32Array;
}

export interface HostLoss {
  /** Mean over rows. */
  readonly loss: number;
  readonly gradient: Float32Array;
}

/** Negative log-likelihood of exposed intervals, mean over rows, and its derivative; double precision on the host. */
export function hostLoss(logits: ArrayLike<number>, targets: Targets, rows: number): HostLoss {
  const gradient = new Float32Array(logits.length);
  let total = 0;
  for (let i = 0; i < logits.length; i += 1) {
    const fraction = at(targets.fraction, i);
    if (fraction === 0) continue;
    const cell = exposureLoss(at(logits, i), { y: at(targets.y, i) === 1 ? 1 : 0, fraction });
    total += cell.loss;
    gradient[i] = cell.gradient / rows;
  }
  return { loss: total / rows, gradient };
}

/** The same as a tensor that gradients flow through. */
export function exposureLossTensor(logits: tf.Tensor2D, targets: Targets): tf.Scalar {
  const loss = tf.customGrad((x: tf.Tensor | tf.GradSaveFunc) => {
    const given = x as tf.Tensor2D;
    const { loss: value, gradient } = hostLoss(given.dataSync(), targets, given.shape[0]);
    return {
      value: tf.scalar(value),
      gradFunc: (dy: tf.Tensor) => tf.tensor2d(gradient, given.shape).mul(dy),
    };
  });
  return loss(logits) as tf.Scalar;
}
