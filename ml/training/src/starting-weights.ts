import * as tf from '@tensorflow/tfjs';
import type { NetworkShape } from '@endwatch/ml-model';
import { weightShapes } from '@endwatch/ml-model';
import type { Rng } from '@endwatch/simulation';
import { at, sum } from '@endwatch/statistics';
import type { TrainingStay } from './training-rows.ts';

interface Start {
  readonly shape: NetworkShape;
  readonly fit: readonly TrainingStay[];
  readonly rng: Rng;
}

/** He's normal start for kernels, small embeddings, zero biases; the wide part starts silent. */
export function startingWeights({ shape, fit, rng }: Start): [string, tf.Tensor][] {
  return weightShapes(shape).map(([name, sizes]) => {
    const values = new Float32Array(tf.util.sizeFromShape(sizes));
    const scale = startingScale(name, at(sizes, 0));
    if (scale > 0) values.forEach((_, i) => (values[i] = scale * rng.normal()));
    if (name === 'output/bias') values.set(startingLogits(fit, shape.outputs));
    return [name, tf.tensor(values, sizes)];
  });
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
