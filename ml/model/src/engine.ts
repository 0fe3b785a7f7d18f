import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';

export type EngineName = 'native' | 'wasm';

let started: Promise<EngineName> | null = null;

/**
 * TensorFlow.js on the native library where `@tensorflow/tfjs-node` is installed, else on WebAssembly. Once for each process. Scores repeat bit
 * for bit on one engine; another engine may differ in the last bits, so keep to the one a site began with.
 */
export function startEngine(): Promise<EngineName> {
  started ??= start();
  return started;
}

async function start(): Promise<EngineName> {
  if (await nativeIsInstalled()) return 'native';
  await tf.setBackend('wasm');
  await tf.ready();
  return 'wasm';
}

async function nativeIsInstalled(): Promise<boolean> {
  const optional = '@tensorflow/tfjs-node';
  try {
    await import(optional);
    await tf.ready();
    return tf.getBackend() === 'tensorflow';
  } catch {
    // Not installed, or installed without its native library: both are ordinary.
    return false;
  }
}
