import * as tf from '@tensorflow/tfjs';
import type { RngState } from '@endwatch/simulation';
import { at } from '@endwatch/statistics';

export interface FittedNetwork {
  /** In the order of `weightShapes`, of the epoch with the smallest validation loss. */
  readonly weights: Float32Array;
  readonly epochs: number;
  readonly validationLoss: number;
}

interface Moment {
  readonly sizes: readonly number[];
  readonly values: Float32Array;
}

/** Everything that decides how fitting goes on; the stays themselves are not in it. */
export interface FittingState {
  /** Nothing is left to do: `best` is the network. */
  readonly done: boolean;
  /** That is under way, from 1. */
  readonly epoch: number;
  /** Of this epoch: places of the stays in the order in which they are taken, how many have been, loss of each step. */
  readonly order: Int32Array;
  readonly taken: number;
  readonly losses: Float64Array;
  /** Of all epochs. */
  readonly steps: number;
  readonly rng: RngState;
  /** Both in the order of `weightShapes`. */
  readonly variables: Float32Array;
  readonly running: Float32Array;
  /** Adam's first moments, then the second ones. */
  readonly moments: readonly Moment[];
  /** Null before the first epoch is over. */
  readonly best: FittedNetwork | null;
}

export async function momentsOf(optimizer: tf.AdamOptimizer): Promise<Moment[]> {
  const [iterations, ...moments] = await optimizer.getWeights();
  iterations?.tensor.dispose();
  return moments.map(({ tensor }) => ({
    sizes: tensor.shape,
    values: Float32Array.from(tensor.dataSync()),
  }));
}

/** An optimizer that goes on after so many steps with these moments, to the bit. */
export async function restoredAdam(
  learningRate: number,
  { moments, steps }: Pick<FittingState, 'moments' | 'steps'>,
): Promise<tf.AdamOptimizer> {
  const optimizer = tf.train.adam(learningRate);
  const tensors = [
    tf.scalar(0, 'int32'),
    ...moments.map(({ sizes, values }) => tf.tensor(values, [...sizes])),
  ];
  await optimizer.setWeights(tensors.map((tensor, i) => ({ name: `moment ${String(i)}`, tensor })));
  tf.dispose(tensors);
  // Steps without a gradient: Adam multiplies its bias corrections step by step, and a power would differ from that in the last bits.
  for (let step = 0; step < steps; step += 1) optimizer.applyGradients({});
  return optimizer;
}

const ARRAYS = { Float32Array, Float64Array, Int32Array } as const;
type ArrayKind = keyof typeof ARRAYS;

const isKind = (name: string): name is ArrayKind => name in ARRAYS;

/** JSON with the bytes of typed arrays in base64: to be read on the machine that wrote it. */
export function packState(state: FittingState): string {
  return JSON.stringify(state, (_, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value;
    const { buffer, byteOffset, byteLength } = value;
    const bytes = Buffer.from(buffer, byteOffset, byteLength).toString('base64');
    return { kind: value.constructor.name, bytes };
  });
}

/** @param text as `packState` wrote it, vouched for by its checksum */
export function unpackState(text: string): FittingState {
  return JSON.parse(text, (_, value: unknown) => packedArray(value) ?? value) as FittingState;
}

function packedArray(value: unknown): Float32Array | Float64Array | Int32Array | null {
  if (typeof value !== 'object' || value === null || !('kind' in value && 'bytes' in value)) {
    return null;
  }
  const { kind, bytes } = value;
  if (typeof kind !== 'string' || typeof bytes !== 'string' || !isKind(kind)) return null;
  return new ARRAYS[kind](Uint8Array.from(Buffer.from(bytes, 'base64')).buffer);
}

/** Weights one after the other, each as its tensor. */
export function tensorsOf(
  values: Float32Array,
  shapes: readonly (readonly [string, readonly number[]])[],
): [string, tf.Tensor][] {
  let from = 0;
  return shapes.map(([name, sizes]) => {
    const size = sizes.reduce((product, one) => product * one, 1);
    from += size;
    return [name, tf.tensor(values.slice(from - size, from), [...sizes])];
  });
}

/** Stays of the epoch that are left, by their place. */
export function leftOf<Stay>(
  stays: readonly Stay[],
  { order, taken }: Pick<FittingState, 'order' | 'taken'>,
  most: number,
): Stay[] {
  return Array.from(order.subarray(taken, taken + most), (place) => at(stays, place));
}
