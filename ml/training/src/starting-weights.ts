import * as tf from '@tensorflow/tfjs';
import type { NetworkShape } from '@endwatch/ml-model';
import { weightShapes } from '@endwatch/ml-model';
import type { Rng } from '@endwatch/simulation';
import type { ExposureCell } from '@endwatch/statistics';
import { at } from '@endwatch/statistics';
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
  const events = new Float64Array(outputs);
  const exposure = new Float64Array(outputs);
  const add = ({ interval, y, fraction }: ExposureCell): void => {
    events[interval] = at(events, interval) + y;
    exposure[interval] = at(exposure, interval) + fraction;
  };
  for (const { rows } of stays) rows.forEach(({ cells }) => cells.forEach(add));
  return Array.from({ length: outputs }, (_, interval) => {
    const hazard = (at(events, interval) + 0.5) / (at(exposure, interval) + 1);
    return Math.log(hazard / Math.max(1 - hazard, 1e-3));
  });
}
