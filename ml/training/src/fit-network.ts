import { setImmediate } from 'node:timers/promises';
import * as tf from '@tensorflow/tfjs';
import type { NetworkShape, Weights } from '@endwatch/ml-model';
import { weightShapes } from '@endwatch/ml-model';
import type { Rng } from '@endwatch/simulation';
import { restoredRng } from '@endwatch/simulation';
import { at, sum } from '@endwatch/statistics';
import { exposureLossTensor } from './exposure-loss.ts';
import type { FittedNetwork, FittingState } from './fitting-state.ts';
import { leftOf, momentsOf, restoredAdam, tensorsOf } from './fitting-state.ts';
import { registerGradientKernels } from './gradient-kernels.ts';
import { logitsOf, penalty, validationLoss } from './network-loss.ts';
import type { FitSettings } from './settings.ts';
import { shuffled } from './shuffled.ts';
import { startingWeights } from './starting-weights.ts';
import type { BatchShape, TrainingStay } from './training-rows.ts';
import { batchOf } from './training-rows.ts';

export type { FittedNetwork } from './fitting-state.ts';

/** Keeps where the fitting of one network stands, so that it can go on another time. */
export interface Keeping {
  readonly network: string;
  /** Where it stood; null when it has not been begun. From here to `end`, who wants the process to end waits until this is kept. */
  begin(): FittingState | null;
  write(state: FittingState): void;
  /** True when fitting should stop as soon as it can. */
  stops(): boolean;
  end(): void;
}

/** Fitting was asked to stop; where it stands is kept. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

export interface FitInput {
  readonly shape: NetworkShape;
  readonly layout: BatchShape['layout'];
  readonly fit: readonly TrainingStay[];
  /** Decides when to stop; never fitted on. */
  readonly validate: readonly TrainingStay[];
  readonly settings: FitSettings;
  /** Of a network that goes on, the kept stream is taken instead. */
  readonly rng: Rng;
  readonly onEpoch?: (epoch: number, losses: { fit: number; validate: number }) => void;
  readonly keeping?: Keeping;
}

type Variables = Readonly<Record<string, tf.Variable>>;

const UNFITTED: FittedNetwork = {
  weights: new Float32Array(),
  epochs: 0,
  validationLoss: Infinity,
};

/** Where fitting stands. */
interface Training {
  readonly variables: Variables;
  /** Running average of the variables. */
  readonly running: Variables;
  readonly optimizer: tf.AdamOptimizer;
  readonly rng: Rng;
  epoch: number;
  order: Int32Array;
  taken: number;
  losses: number[];
  steps: number;
  best: FittedNetwork;
}

function variablesOf(
  entries: readonly (readonly [string, tf.Tensor])[],
  trainable: boolean,
): Variables {
  const variables = entries.map(([name, value]) => [name, tf.variable(value, trainable)] as const);
  tf.dispose(entries.map(([, value]) => value));
  return Object.fromEntries(variables);
}

function stored(weights: Weights, shape: NetworkShape): Float32Array {
  const parts = weightShapes(shape).map(([name]) => weights[name]?.dataSync() ?? []);
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

/** Share of the running average that a step leaves as it is: the average reaches back some 250 steps. */
const AVERAGE_KEEPS = 0.996;

/** Moves the running average of the weights on by one step. The average is what is judged and kept: single steps are noisy. */
function average({ running, variables, steps }: Training): void {
  // Until there is something to average over, the start must not weigh in.
  const keep = Math.min(AVERAGE_KEEPS, steps / (steps + 10));
  for (const [name, mean] of Object.entries(running)) {
    const value = variables[name];
    if (value) tf.tidy(() => mean.assign(mean.mul(keep).add(value.mul(1 - keep))));
  }
}

function stepOf(training: Training, input: FitInput): void {
  const { variables, optimizer, rng } = training;
  const { shape, layout, settings } = input;
  const some = leftOf(input.fit, training, settings.staysPerStep);
  training.taken += some.length;
  const dropout = { rng, without: settings.without };
  const batch = batchOf(some, { layout, outputs: shape.outputs }, dropout);
  if (batch.rows === 0) return;
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
  training.losses.push(loss);
}

function begun(input: FitInput): Training {
  const { rng, fit, settings } = input;
  const variables = variablesOf(startingWeights(input), true);
  const running = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, tf.variable(value, false)]),
  );
  const optimizer = tf.train.adam(settings.learningRate);
  const nothing = { taken: 0, losses: [], steps: 0, best: UNFITTED };
  const order = shuffled(fit.length, rng);
  return { variables, running, optimizer, rng, epoch: 1, order, ...nothing };
}

async function resumed(kept: FittingState, { shape, settings }: FitInput): Promise<Training> {
  const shapes = weightShapes(shape);
  const { epoch, order, taken, steps } = kept;
  return {
    variables: variablesOf(tensorsOf(kept.variables, shapes), true),
    running: variablesOf(tensorsOf(kept.running, shapes), false),
    optimizer: await restoredAdam(settings.learningRate, kept),
    rng: restoredRng(kept.rng),
    ...{ epoch, order, taken, steps },
    losses: [...kept.losses],
    best: kept.best ?? UNFITTED,
  };
}

async function keep(
  training: Training,
  { shape, keeping }: FitInput,
  done: boolean,
): Promise<void> {
  if (!keeping) return;
  const { variables, running, optimizer, rng, epoch, order, taken, losses, steps, best } = training;
  keeping.write({
    ...{ done, epoch, order, taken, steps },
    best: best.epochs === 0 ? null : best,
    losses: Float64Array.from(losses),
    rng: rng.state(),
    variables: stored(variables, shape),
    running: stored(running, shape),
    moments: await momentsOf(optimizer),
  });
}

/** What is left of one pass over all stays; mean loss of its steps. */
async function epochOf(training: Training, input: FitInput): Promise<number> {
  while (training.taken < training.order.length) {
    if (input.keeping?.stops()) {
      await keep(training, input, false);
      const { epoch, taken, order } = training;
      throw new StoppedError(
        `${input.keeping.network} in epoch ${String(epoch)}, after ${String(taken)} of ${String(order.length)} patients`,
      );
    }
    stepOf(training, input);
    // A signal is heard between two steps.
    await setImmediate();
  }
  return sum(training.losses) / training.losses.length;
}

/** Whether another epoch is to follow. */
async function judged(training: Training, input: FitInput): Promise<boolean> {
  const { settings, shape } = input;
  const { running, epoch, rng } = training;
  const fit = await epochOf(training, input);
  const validate = validationLoss(running, { ...input, without: settings.without });
  input.onEpoch?.(epoch, { fit, validate });
  if (validate < training.best.validationLoss) {
    training.best = { weights: stored(running, shape), epochs: epoch, validationLoss: validate };
  }
  if (epoch - training.best.epochs >= settings.patience || epoch >= settings.mostEpochs)
    return false;
  training.epoch += 1;
  training.order = shuffled(input.fit.length, rng);
  training.taken = 0;
  training.losses = [];
  return true;
}

/**
 * Adam with early stopping. Deterministic in the input and its `rng`: the same machine gives the same bits, stopped and gone on with as often as may be.
 * The engine must have been started; one network at a time. Throws a `StoppedError` when `keeping` says so.
 */
export async function fitNetwork(input: FitInput): Promise<FittedNetwork> {
  registerGradientKernels();
  const { keeping } = input;
  try {
    const kept = keeping?.begin() ?? null;
    if (kept?.done) return kept.best ?? UNFITTED;
    const best = await fitted(kept ? await resumed(kept, input) : begun(input), input);
    if (keeping?.stops()) throw new StoppedError(`${keeping.network} is fitted`);
    return best;
  } finally {
    keeping?.end();
  }
}

async function fitted(training: Training, input: FitInput): Promise<FittedNetwork> {
  try {
    while (await judged(training, input)) await keep(training, input, false);
    await keep(training, input, true);
    return training.best;
  } finally {
    training.optimizer.dispose();
    tf.dispose([...Object.values(training.variables), ...Object.values(training.running)]);
  }
}
