import type { Differentiable } from '@endwatch/ml-model';
import { at, sigmoid, sum } from '@endwatch/statistics';

type Rows = readonly (readonly number[])[];

export type Output = 'logit' | 'probability';

export interface DenseNetwork {
  readonly w1: Rows;
  readonly b1: readonly number[];
  readonly w2: readonly number[];
  readonly b2: number;
}

/** w2 · relu(x w1 + b1) + b2, or its sigmoid. */
export function denseOutput(
  { w1, b1, w2, b2 }: DenseNetwork,
  x: readonly number[],
  output: Output,
): number {
  const hidden = b1.map((bias, k) =>
    Math.max(0, bias + sum(x.map((value, i) => value * at(at(w1, i), k)))),
  );
  const logit = b2 + sum(hidden.map((value, k) => value * at(w2, k)));
  return output === 'logit' ? logit : sigmoid(logit);
}

/** The golden files' text model: embeddings, an optional window of three, mean over the words, dense. Token 0 is padding. */
export interface TextModel extends DenseNetwork {
  readonly activation: 'tanh' | 'relu';
  readonly convolution: boolean;
  readonly embedding: Rows;
  readonly tokens: readonly number[];
}

interface Unit {
  readonly value: number;
  /** Of the activation, by its argument. */
  readonly slope: number;
}

const ACTIVATIONS: Readonly<Record<TextModel['activation'], (sum: number) => Unit>> = {
  tanh: (x) => ({ value: Math.tanh(x), slope: 1 - Math.tanh(x) ** 2 }),
  relu: (x) => ({ value: Math.max(0, x), slope: x > 0 ? 1 : 0 }),
};

/** What the hidden layer sees: a row for each time it is applied, with the inputs it reads (null = zero) and its weight in the pooled mean. */
interface Window {
  readonly reads: readonly (number | null)[];
}

/** Output and gradient as functions of all tokens' embeddings in one array. */
export function textFunction(model: TextModel, output: Output): Differentiable {
  const width = at(model.embedding, 0).length;
  const words = model.tokens.flatMap((token, place) => (token === 0 ? [] : [place]));
  const windows = model.convolution ? windowsOf(words, model.tokens.length, width) : null;
  const pass = windows
    ? (point: Float64Array) => convolved(model, windows, point)
    : (point: Float64Array) => pooled(model, { words, width }, point);
  return {
    valueAt: (point) => {
      const { logit } = pass(point);
      return output === 'logit' ? logit : sigmoid(logit);
    },
    gradientAt: (point) => {
      const { logit, gradient } = pass(point);
      const p = sigmoid(logit);
      return output === 'logit' ? gradient : gradient.map((value) => value * p * (1 - p));
    },
  };
}

/** All embeddings of the text, one after the other. */
export function textPoint({ embedding, tokens }: TextModel): Float64Array {
  return Float64Array.from(tokens.flatMap((token) => [...at(embedding, token)]));
}

function windowsOf(words: readonly number[], length: number, width: number): Window[] {
  return words.map((place) => ({
    reads: [place - 1, place, place + 1].flatMap((at) =>
      Array.from({ length: width }, (_, d) => (at < 0 || at >= length ? null : at * width + d)),
    ),
  }));
}

interface Pass {
  readonly logit: number;
  readonly gradient: Float64Array;
}

function convolved(model: TextModel, windows: readonly Window[], point: Float64Array): Pass {
  const gradient = new Float64Array(point.length);
  let logit = model.b2;
  for (const { reads } of windows) {
    const x = reads.map((index) => (index === null ? 0 : at(point, index)));
    const own = hidden(model, x);
    logit += own.value / windows.length;
    reads.forEach((index, i) => {
      if (index !== null) {
        gradient[index] = at(gradient, index) + at(own.gradient, i) / windows.length;
      }
    });
  }
  return { logit, gradient };
}

function pooled(
  model: TextModel,
  { words, width }: { readonly words: readonly number[]; readonly width: number },
  point: Float64Array,
): Pass {
  const x = Array.from(
    { length: width },
    (_, d) => sum(words.map((place) => at(point, place * width + d))) / words.length,
  );
  const own = hidden(model, x);
  const gradient = new Float64Array(point.length);
  for (const place of words) {
    own.gradient.forEach((value, d) => {
      gradient[place * width + d] = value / words.length;
    });
  }
  return { logit: model.b2 + own.value, gradient };
}

/** activation(x w1 + b1) · w2 and its gradient by x. */
function hidden(
  { activation, w1, b1, w2 }: TextModel,
  x: readonly number[],
): { readonly value: number; readonly gradient: readonly number[] } {
  const units = b1.map((bias, k) =>
    ACTIVATIONS[activation](bias + sum(x.map((value, i) => value * at(at(w1, i), k)))),
  );
  return {
    value: sum(units.map(({ value }, k) => value * at(w2, k))),
    gradient: x.map((_, i) =>
      sum(units.map(({ slope }, k) => slope * at(w2, k) * at(at(w1, i), k))),
    ),
  };
}
