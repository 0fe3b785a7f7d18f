import * as tf from '@tensorflow/tfjs';
import type { FusionInputs, NetworkShape, Weights } from '@endwatch/ml-model';
import { encodeReports, fuse, outputLogits, weightShapes } from '@endwatch/ml-model';
import type { Rng } from '@endwatch/simulation';
import { at, sum } from '@endwatch/statistics';
import { exposureLossTensor, hostLoss } from './exposure-loss.ts';
import { registerGradientKernels } from './gradient-kernels.ts';
import type { FitSettings } from './settings.ts';
import type { Batch, BatchShape, TrainingStay } from './training-rows.ts';
import { batchOf } from './training-rows.ts';

export interface FitInput {
  readonly shape: NetworkShape;
  readonly scales: BatchShape['scales'];
  readonly fit: readonly TrainingStay[];
  /** Decides when to stop; never fitted on. */
  readonly validate: readonly TrainingStay[];
  readonly settings: FitSettings;
  readonly rng: Rng;
  readonly onEpoch?: (epoch: number, losses: { fit: number; validate: number }) => void;
}

export interface FittedNetwork {
  /** In the order of `weightShapes`, of the epoch with the smallest validation loss. */
  readonly weights: Float32Array;
  readonly epochs: number;
  readonly validationLoss: number;
}

/** Stays in one validation step: bounds memory only. */
const VALIDATION_STAYS = 64;

/** Below every value a report vector can have (tanh), so that a place without report never is the maximum. */
const NO_REPORT = -2;

type Variables = Readonly<Record<string, tf.Variable>>;

/** Where fitting stands. */
interface Training {
  readonly variables: Variables;
  /** Running average of the variables. */
  readonly running: Variables;
  readonly optimizer: tf.Optimizer;
  steps: number;
}

/** He's normal start for kernels, small embeddings, zero biases; the wide part starts silent. */
function startingWeights({ shape, fit, rng }: FitInput): Variables {
  const entries = weightShapes(shape).map(([name, sizes]) => {
    const values = new Float32Array(tf.util.sizeFromShape(sizes));
    const scale = startingScale(name, at(sizes, 0));
    if (scale > 0) values.forEach((_, i) => (values[i] = scale * rng.normal()));
    if (name === 'output/bias') values.set(startingLogits(fit, shape.outputs));
    const start = tf.tensor(values, sizes);
    const variable = tf.variable(start, true);
    start.dispose();
    return [name, variable] as const;
  });
  return Object.fromEntries(entries);
}

function startingScale(name: string, inputs: number): number {
  if (name.endsWith('/bias') || name === 'output/wide' || name === 'common/kernel') return 0;
  if (name === 'embedding') return 0.3;
  return Math.sqrt((name === 'output/kernel' ? 0.1 : 2) / inputs);
}

/** Logits of the events per exposure in each interval: where a network that knows nothing should begin. */
function startingLogits(stays: readonly TrainingStay[], outputs: number): number[] {
  const cells = stays.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return Array.from({ length: outputs }, (_, interval) => {
    const mine = cells.filter((cell) => cell.interval === interval);
    const events = sum(mine.map(({ y }) => y));
    const hazard = (events + 0.5) / (sum(mine.map(({ fraction }) => fraction)) + 1);
    return Math.log(hazard / Math.max(1 - hazard, 1e-3));
  });
}

interface Dropout {
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

function logitsOf(
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
function penalty(weights: Weights, { decay, textDecay, ownDecay }: FitSettings): tf.Scalar {
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

function validationLoss(weights: Weights, { validate, shape, scales }: FitInput): number {
  let total = 0;
  let rows = 0;
  for (let from = 0; from < validate.length; from += VALIDATION_STAYS) {
    const some = validate.slice(from, from + VALIDATION_STAYS);
    const batch = batchOf(some, { scales, outputs: shape.outputs }, null);
    if (batch.rows === 0) continue;
    const logits = tf.tidy(() => logitsOf(weights, { batch, shape }, null).dataSync());
    total += hostLoss(logits, batch.targets, batch.rows).loss * batch.rows;
    rows += batch.rows;
  }
  return total / rows;
}

function stored(weights: Weights, shape: NetworkShape): Float32Array {
  const parts = weightShapes(shape).map(([name]) => weights[name]?.dataSync() ?? []);
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

/** Share of the running average that a step leaves as it is: the average reaches back some fifty steps. */
const AVERAGE_KEEPS = 0.98;

/** Moves the running average of the weights on by one step. The average is what is judged and kept: single steps are noisy. */
function average({ running, variables, steps }: Training): void {
  // Until there is something to average over, the start must not weigh in.
  const keep = Math.min(AVERAGE_KEEPS, steps / (steps + 10));
  for (const [name, mean] of Object.entries(running)) {
    const value = variables[name];
    if (value) tf.tidy(() => mean.assign(mean.mul(keep).add(value.mul(1 - keep))));
  }
}

function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = rng.int(0, i);
    [order[i], order[j]] = [at(order, j), at(order, i)];
  }
  return order;
}

/** One pass over all stays in a new order; mean loss of its steps. */
function epochOf(training: Training, input: FitInput): number {
  const { variables, optimizer } = training;
  const { shape, scales, settings, rng } = input;
  const stays = shuffled(input.fit, rng);
  const losses: number[] = [];
  for (let from = 0; from < stays.length; from += settings.staysPerStep) {
    const some = stays.slice(from, from + settings.staysPerStep);
    const dropout = { rng, without: settings.without };
    const batch = batchOf(some, { scales, outputs: shape.outputs }, dropout);
    if (batch.rows === 0) continue;
    let loss = 0;
    const cost = optimizer.minimize(() => {
      const logits = logitsOf(variables, { batch, shape }, { rate: settings.dropout, rng });
      const fitted = exposureLossTensor(logits, batch.targets);
      loss = at(fitted.dataSync(), 0);
      return fitted.add<tf.Scalar>(penalty(variables, settings));
    });
    cost?.dispose();
    training.steps += 1;
    average(training);
    losses.push(loss);
  }
  return sum(losses) / losses.length;
}

/** Adam with early stopping. Deterministic in the input and its `rng`: the same machine gives the same bits. The engine must have been started. */
export function fitNetwork(input: FitInput): FittedNetwork {
  registerGradientKernels();
  const { settings, shape } = input;
  const variables = startingWeights(input);
  const running = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, tf.variable(value, false)]),
  );
  const optimizer = tf.train.adam(settings.learningRate);
  const training: Training = { variables, running, optimizer, steps: 0 };
  let best: FittedNetwork = { weights: new Float32Array(), epochs: 0, validationLoss: Infinity };
  for (let epoch = 1; epoch <= settings.mostEpochs; epoch += 1) {
    const fit = epochOf(training, input);
    const validate = validationLoss(running, input);
    input.onEpoch?.(epoch, { fit, validate });
    if (validate < best.validationLoss) {
      best = { weights: stored(running, shape), epochs: epoch, validationLoss: validate };
    }
    if (epoch - best.epochs >= settings.patience) break;
  }
  optimizer.dispose();
  tf.dispose([...Object.values(variables), ...Object.values(running)]);
  return best;
}
