import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';

export interface Engine {
  readonly name: 'native' | 'wasm';
  /** Why this one, in words for a log. */
  readonly reason: string;
}

const OPTIONAL = '@tensorflow/tfjs-node';
/** Node's code, and Jest's. */
const NOT_FOUND: ReadonlySet<unknown> = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND']);

let started: Promise<Engine> | null = null;

/**
 * TensorFlow.js on the native library where `@tensorflow/tfjs-node` is installed and works, else on WebAssembly. Once for each process. Scores
 * repeat bit for bit on one engine; another engine may differ in the last bits, so keep to the one a site began with.
 */
export function startEngine(): Promise<Engine> {
  started ??= start();
  return started;
}

async function start(): Promise<Engine> {
  const trouble = await nativeTrouble();
  if (trouble === null) return { name: 'native', reason: `${OPTIONAL} is installed` };
  await tf.setBackend('wasm');
  await tf.ready();
  return { name: 'wasm', reason: trouble };
}

/** Null where the native library runs. That it does not is ordinary: the package is optional, and its binary comes by a download of its own. */
async function nativeTrouble(): Promise<string | null> {
  try {
    await import(OPTIONAL);
    await tf.ready();
    const backend = tf.getBackend();
    return backend === 'tensorflow' ? null : `${OPTIONAL} is installed but gives ${backend}`;
  } catch (error) {
    return isAbsent(error)
      ? `${OPTIONAL} is not installed`
      : `${OPTIONAL} is installed but does not work: ${firstLine(error)}`;
  }
}

/** A package that the optional one needs may be missing just as well: that is another trouble. */
function isAbsent(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return NOT_FOUND.has(code) && String(message).includes(`'${OPTIONAL}'`);
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? '';
}
