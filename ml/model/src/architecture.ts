import * as tf from '@tensorflow/tfjs';
import { strongestMatch } from './strongest-match.ts';

/** Sizes of a Concat-Fusion network: what the weights are shaped by. */
export interface NetworkShape {
  /** Structured inputs. */
  readonly structured: number;
  readonly vocabulary: number;
  /** Tokens of a report. */
  readonly textLength: number;
  readonly embedding: number;
  /** Words that a filter sees at once. */
  readonly kernelWidths: readonly number[];
  readonly filters: number;
  readonly reportVector: number;
  readonly structuredHidden: number;
  readonly fusionHidden: number;
  /** 7 hazards, or 1 for the admission snapshot. */
  readonly outputs: number;
  /** True = one common score is added to every output, so that late intervals, which have few events, can lean on the early ones. */
  readonly commonScore: boolean;
  /** True = a gate decides value by value how much the report weighs against the structured values, instead of both side by side. Not for serving. */
  readonly gated?: boolean;
}

export type Weights = Readonly<Record<string, tf.Tensor>>;

/** Name and shape of every weight, in the order they are stored in. */
export function weightShapes(shape: NetworkShape): [name: string, shape: number[]][] {
  const pooled = shape.kernelWidths.length * shape.filters + shape.embedding;
  return [
    ['embedding', [shape.vocabulary, shape.embedding]],
    ...shape.kernelWidths.flatMap((width): [string, number[]][] => [
      [`convolution${String(width)}/kernel`, [width * shape.embedding, shape.filters]],
      [`convolution${String(width)}/bias`, [shape.filters]],
    ]),
    ['report/kernel', [pooled, shape.reportVector]],
    ['report/bias', [shape.reportVector]],
    ['structured/kernel', [shape.structured, shape.structuredHidden]],
    ['structured/bias', [shape.structuredHidden]],
    ...(shape.gated === true ? gateShapes(shape) : []),
    ['fusion/kernel', [fusionInputs(shape), shape.fusionHidden]],
    ['fusion/bias', [shape.fusionHidden]],
    ['output/kernel', [shape.fusionHidden, shape.outputs]],
    ['output/wide', [shape.structured + shape.reportVector, shape.outputs]],
    ['output/bias', [shape.outputs]],
    ...(shape.commonScore ? [commonShape(shape)] : []),
  ];
}

/** A network's weights by name: views, not copies. */
export function weightSlices(
  shape: NetworkShape,
  weights: Float32Array,
): Map<string, Float32Array> {
  const slices = new Map<string, Float32Array>();
  let offset = 0;
  for (const [name, sizes] of weightShapes(shape)) {
    const size = sizes.reduce((product, one) => product * one, 1);
    slices.set(name, weights.subarray(offset, offset + size));
    offset += size;
  }
  return slices;
}

/** The part of a network that has this name. Throws a `RangeError` where it has none. */
export function named<Part>(parts: ReadonlyMap<string, Part>, name: string): Part {
  const part = parts.get(name);
  if (part === undefined) throw new RangeError(`the network has no weight "${name}"`);
  return part;
}

/** Values that the fusing layer sees. */
function fusionInputs({ structuredHidden, reportVector, gated }: NetworkShape): number {
  return gated === true ? structuredHidden : structuredHidden + reportVector;
}

function gateShapes({ structuredHidden, reportVector }: NetworkShape): [string, number[]][] {
  return [
    ['gate/kernel', [structuredHidden + reportVector, structuredHidden]],
    ['gate/bias', [structuredHidden]],
    ['gated/kernel', [reportVector, structuredHidden]],
    ['gated/bias', [structuredHidden]],
  ];
}

function commonShape(shape: NetworkShape): [name: string, shape: number[]] {
  return ['common/kernel', [shape.fusionHidden + shape.structured + shape.reportVector, 1]];
}

export function weight(weights: Weights, name: string): tf.Tensor {
  const tensor = weights[name];
  if (tensor === undefined) throw new RangeError(`the network has no weight "${name}"`);
  return tensor;
}

interface Dense {
  readonly name: string;
  readonly activation: 'linear' | 'relu';
}

function dense(weights: Weights, x: tf.Tensor2D, { name, activation }: Dense): tf.Tensor2D {
  const product: tf.Tensor = tf.fused.matMul({
    a: x,
    b: weight(weights, `${name}/kernel`),
    bias: weight(weights, `${name}/bias`),
    activation,
  });
  return product as tf.Tensor2D;
}

/** What each word of the vocabulary adds to each filter at each place of a window: [vocabulary, width · filters]. */
export function wordMatches(weights: Weights, width: number, shape: NetworkShape): tf.Tensor2D {
  const embedding = weight(weights, 'embedding');
  const kernel = weight(weights, `convolution${String(width)}/kernel`);
  const places = Array.from({ length: width }, (_, i): tf.Tensor =>
    embedding.matMul(kernel.slice([i * shape.embedding, 0], [shape.embedding, shape.filters])),
  );
  return tf.concat(places, 1) as tf.Tensor2D;
}

/** One word among about a hundred must still be heard: a plain mean would need embeddings a hundred times larger than they start. */
export const WORD_SHARE = 0.1;

/** Strongest matches and words of each text → its vector. */
export function poolReports(weights: Weights, pooled: tf.Tensor2D): tf.Tensor2D {
  return dense(weights, pooled, { name: 'report', activation: 'linear' }).tanh();
}

/**
 * Token ids → one vector of `reportVector` values in (−1, 1) for each text.
 *
 * @param tokens int32 [texts, textLength], 0 = padding
 */
export function encodeReports(
  weights: Weights,
  tokens: tf.Tensor2D,
  shape: NetworkShape,
): tf.Tensor2D {
  const [texts, length] = tokens.shape;
  const embedded = tf
    .gather(weight(weights, 'embedding'), tokens.reshape<tf.Tensor1D>([-1]))
    .reshape<tf.Tensor3D>([texts, length, shape.embedding]);
  // The embedding of the padding does not count.
  const present = tokens.greater(0).cast<tf.Tensor2D>('float32');
  const words = embedded
    .mul(present.expandDims(2))
    .sum<tf.Tensor2D>(1)
    .mul<tf.Tensor2D>(WORD_SHARE);
  const matches = shape.kernelWidths.map((width) =>
    strongestMatch(
      tokens,
      wordMatches(weights, width, shape),
      weight(weights, `convolution${String(width)}/bias`) as tf.Tensor1D,
    ),
  );
  return poolReports(weights, tf.concat([...matches, words], 1));
}

export interface FusionInputs {
  /** [rows, structured] */
  readonly structured: tf.Tensor2D;
  /** [rows, reportVector]; zeros where there is no report. */
  readonly report: tf.Tensor2D;
}

/** The fused layers before the output; training drops some of them out here. */
export function fuse(weights: Weights, { structured, report }: FusionInputs): tf.Tensor2D {
  const hidden = dense(weights, structured, { name: 'structured', activation: 'relu' });
  const both = tf.concat([hidden, report], 1);
  const fused = 'gate/kernel' in weights ? gatedOf(weights, { hidden, report, both }) : both;
  return dense(weights, fused, { name: 'fusion', activation: 'relu' });
}

/** Gated multimodal unit (Arevalo 2017): z · structured + (1 − z) · report, z from both. */
function gatedOf(
  weights: Weights,
  { hidden, report, both }: Record<'hidden' | 'report' | 'both', tf.Tensor2D>,
): tf.Tensor2D {
  const gate = dense(weights, both, { name: 'gate', activation: 'linear' }).sigmoid();
  const read = dense(weights, report, { name: 'gated', activation: 'relu' });
  return hidden.mul(gate).add<tf.Tensor2D>(read.mul(tf.sub(1, gate)));
}

/** Logits [rows, outputs]: a deep part, a wide one that sees the inputs themselves, and where there is one the common score of all outputs. */
export function outputLogits(
  weights: Weights,
  fused: tf.Tensor2D,
  { structured, report }: FusionInputs,
): tf.Tensor2D {
  const deep = dense(weights, fused, { name: 'output', activation: 'linear' });
  const wide = tf
    .concat([structured, report], 1)
    .matMul<tf.Tensor2D>(weight(weights, 'output/wide'));
  const own = deep.add<tf.Tensor2D>(wide);
  const common = weights['common/kernel'];
  return common ? own.add(tf.concat([fused, structured, report], 1).matMul(common)) : own;
}
