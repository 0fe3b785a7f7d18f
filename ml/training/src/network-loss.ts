import * as tf from '@tensorflow/tfjs';
import type { FusionInputs, NetworkShape, Weights } from '@endwatch/ml-model';
import { encodeReports, fuse, outputLogits } from '@endwatch/ml-model';
import type { Rng } from '@endwatch/simulation';
import { seededRng } from '@endwatch/simulation';
import { hostLoss } from './exposure-loss.ts';
import type { FitSettings } from './settings.ts';
import type { Batch, BatchShape, InputDropout, TrainingStay } from './training-rows.ts';
import { batchOf } from './training-rows.ts';

/** Stays in one validation step: bounds memory only. */
const VALIDATION_STAYS = 64;

/** Below every value a report vector can have (tanh), so that a place without report never is the maximum. */
const NO_REPORT = -2;

interface Validation {
  readonly validate: readonly TrainingStay[];
  readonly shape: NetworkShape;
  readonly layout: BatchShape['layout'];
  readonly without: FitSettings['without'];
}

export interface Dropout {
  readonly rate: number;
  readonly rng: Rng;
}

function droppedOut(x: tf.Tensor2D, { rate, rng }: Dropout): tf.Tensor2D {
  const keep = 1 / (1 - rate);
  const mask = Float32Array.from({ length: x.size }, () => (rng.chance(rate) ? 0 : keep));
  return x.mul(tf.tensor2d(mask, x.shape));
}

/** One vector for each row: the element-wise maximum over its reports, zeros without any; the same as `combineReportVectors`. */
function rowReports(weights: Weights, batch: Batch, shape: NetworkShape): tf.Tensor2D {
  if (batch.texts === 0) return tf.zeros([batch.rows, shape.reportVector]);
  const tokens = tf.tensor2d(batch.tokens, [batch.texts, shape.textLength], 'int32');
  const none = tf.fill<tf.Rank.R2>([1, shape.reportVector], NO_REPORT);
  const vectors = tf.concat([encodeReports(weights, tokens, shape), none], 0);
  const perRow = tf
    .gather(vectors, tf.tensor1d(batch.reports, 'int32'))
    .reshape([batch.rows, batch.reportsPerRow, shape.reportVector]);
  return perRow.max<tf.Tensor2D>(1).mul(tf.tensor2d(batch.hasReport, [batch.rows, 1]));
}

/** The network while it is fitted; the same sums as in serving where nothing is dropped out. */
export function logitsOf(
  weights: Weights,
  { batch, shape }: { readonly batch: Batch; readonly shape: NetworkShape },
  dropout: Dropout | null,
): tf.Tensor2D {
  const structured = tf.tensor2d(batch.structured, [batch.rows, shape.structured]);
  const report = rowReports(weights, batch, shape);
  const inputs: FusionInputs = {
    structured,
    report: dropout ? droppedOut(report, dropout) : report,
  };
  const fused = fuse(weights, inputs);
  return outputLogits(weights, dropout ? droppedOut(fused, dropout) : fused, inputs);
}

const TEXT = /^(embedding|convolution|report)/;
const OWN = /^output/;

/**
 * Squared kernels. Those of the text branch weigh less: words are rare, so what one means must be free to grow. What one interval has
 * for itself beside a common score weighs more: it must be earned.
 */
export function penalty(weights: Weights, { decay, textDecay, ownDecay }: FitSettings): tf.Scalar {
  const kernels = Object.entries(weights).filter(([name]) => !name.endsWith('/bias'));
  const shared = 'common/kernel' in weights;
  const factor = (name: string): number => {
    if (TEXT.test(name)) return textDecay;
    return shared && OWN.test(name) ? ownDecay : decay;
  };
  return tf.addN<tf.Scalar>(
    kernels.map(([name, kernel]) => kernel.square().sum<tf.Scalar>().mul<tf.Scalar>(factor(name))),
  );
}

/** The rows that decide when to stop are left without the same inputs each time they are asked. */
const SEED_OF_MISSING = 'validation';

/** Mean over rows of the stays that decide when to stop: as they are, and with inputs missing as in fitting. */
export function validationLoss(weights: Weights, input: Validation): number {
  const dropout = { rng: seededRng(SEED_OF_MISSING), without: input.without };
  return (meanLoss(weights, input, null) + meanLoss(weights, input, dropout)) / 2;
}

function meanLoss(
  weights: Weights,
  { validate, shape, layout }: Validation,
  dropout: InputDropout | null,
): number {
  let total = 0;
  let rows = 0;
  for (let from = 0; from < validate.length; from += VALIDATION_STAYS) {
    const some = validate.slice(from, from + VALIDATION_STAYS);
    const batch = batchOf(some, { layout, outputs: shape.outputs }, dropout);
    if (batch.rows === 0) continue;
    const logits = tf.tidy(() => logitsOf(weights, { batch, shape }, null).dataSync());
    total += hostLoss(logits, batch.targets, batch.rows).loss * batch.rows;
    rows += batch.rows;
  }
  return total / rows;
}
