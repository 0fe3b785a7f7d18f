import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { RngState } from '@endwatch/simulation';
import type { FitInput, FittedNetwork } from './fit-network.ts';
import { StoppedError } from './fit-network.ts';
import type { FittingState } from './fitting-state.ts';
import type { SentStay } from './sent-stay.ts';
import { sentStay } from './sent-stay.ts';

/** What the thread is given. */
export interface ThreadWork extends Pick<FitInput, 'shape' | 'layout' | 'settings'> {
  readonly network: string;
  readonly fit: readonly SentStay[];
  readonly validate: readonly SentStay[];
  readonly rng: RngState;
  readonly kept: FittingState | null;
}

/** What it says. Before every step it asks whether to stop; any message to it means that it is to. */
export type ThreadWord =
  | { readonly kind: 'step' }
  | { readonly kind: 'epoch'; readonly heard: Parameters<NonNullable<FitInput['onEpoch']>> }
  | { readonly kind: 'state'; readonly state: FittingState }
  | { readonly kind: 'stopped'; readonly why: string }
  | { readonly kind: 'fitted'; readonly fitted: FittedNetwork };

/** Built, it lies beside this file as JavaScript. */
const FILE = new URL(`./fit-network.worker${import.meta.url.slice(-3)}`, import.meta.url);

/**
 * `fitNetwork` in a thread with an engine of its own, to the same bits. Signals and files are this thread's: it keeps what the other says, and is free to fit another
 * network meanwhile.
 */
export async function fitInThread(input: FitInput): Promise<FittedNetwork> {
  const { keeping } = input;
  try {
    const kept = keeping?.begin() ?? null;
    if (kept?.done && kept.best) return kept.best;
    const name = keeping?.network ?? 'a network';
    const worker = new Worker(FILE, { workerData: workOf(input, name, kept), name });
    const fitted = await outcome(worker, input).finally(() => worker.terminate());
    if (keeping?.stops()) throw new StoppedError(`${name} is fitted`);
    return fitted;
  } finally {
    keeping?.end();
  }
}

function workOf(
  { shape, layout, settings, fit, validate, rng }: FitInput,
  network: string,
  kept: FittingState | null,
): ThreadWork {
  return {
    ...{ network, shape, layout, settings, kept },
    fit: fit.map(sentStay),
    validate: validate.map(sentStay),
    rng: rng.state(),
  };
}

async function outcome(worker: Worker, input: FitInput): Promise<FittedNetwork> {
  for await (const [word] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<
    [ThreadWord]
  >) {
    if (word.kind === 'fitted') return word.fitted;
    if (word.kind === 'stopped') throw new StoppedError(word.why);
    heed(word, worker, input);
  }
  throw new Error('the thread that fits a network ended before it was fitted');
}

function heed(
  word: Exclude<ThreadWord, { kind: 'fitted' | 'stopped' }>,
  worker: Worker,
  { keeping, onEpoch }: FitInput,
): void {
  if (word.kind === 'step' && keeping?.stops()) worker.postMessage('stop');
  if (word.kind === 'epoch') onEpoch?.(...word.heard);
  if (word.kind === 'state') keeping?.write(word.state);
}
