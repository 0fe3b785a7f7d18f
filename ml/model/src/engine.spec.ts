import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const SCOPE = '@tensorflow';

/** Runs on what the packages beside it offer, and does a sum on it. */
const PROBE = `
import * as tf from '@tensorflow/tfjs';
import { startEngine } from './engine.ts';
const engine = await startEngine();
const [sum] = tf.tensor1d([1, 2, 3]).sum().dataSync();
process.stdout.write(JSON.stringify({ ...engine, backend: tf.getBackend(), sum }));
`;

/** What a native backend does for TensorFlow.js: it registers itself under the name `tensorflow`, before all others. */
const WORKS = `
const tf = require('@tensorflow/tfjs');
const { MathBackendCPU } = require('@tensorflow/tfjs-backend-cpu');
tf.copyRegisteredKernels('cpu', 'tensorflow');
tf.registerBackend('tensorflow', () => new MathBackendCPU(), 3);
`;
const NO_BINARY = `throw new Error('The Node.js native addon module (tfjs_binding.node) can not be found at path: /x\\nsecond line');`;
const BROKEN_BACKEND = `
require('@tensorflow/tfjs').registerBackend('tensorflow', () => { throw new Error('no such instruction'); }, 3);
`;
const LACKS_ANOTHER = `require('@mapbox/node-pre-gyp');`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'endwatch-engine-'));
  const packages = join(folder, 'node_modules', SCOPE);
  mkdirSync(packages, { recursive: true });
  for (const name of ['tfjs', 'tfjs-backend-wasm', 'tfjs-backend-cpu']) {
    const installed = dirname(require.resolve(`${SCOPE}/${name}/package.json`));
    symlinkSync(installed, join(packages, name), 'dir');
  }
  copyFileSync(join(__dirname, 'engine.ts'), join(folder, 'engine.ts'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'probe.mjs'), PROBE);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A stand-in: the real package cannot be had without a download from outside the registry. */
function install(code: string): void {
  const home = join(folder, 'node_modules', SCOPE, 'tfjs-node');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{"name":"@tensorflow/tfjs-node","main":"index.js"}');
  writeFileSync(join(home, 'index.js'), code);
}

async function chosen(): Promise<unknown> {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [join(folder, 'probe.mjs')], { cwd: folder });
  return JSON.parse(stdout.slice(stdout.lastIndexOf('{')));
}

describe('the engine', () => {
  it('is the native one where tfjs-node is installed and works', async () => {
    install(WORKS);
    expect(await chosen()).toEqual({
      name: 'native',
      reason: '@tensorflow/tfjs-node is installed',
      backend: 'tensorflow',
      sum: 6,
    });
  });

  it.each<[string, string | null, string]>([
    ['is not installed', null, '@tensorflow/tfjs-node is not installed'],
    [
      'is installed without its binary',
      NO_BINARY,
      '@tensorflow/tfjs-node is installed but does not work: The Node.js native addon module (tfjs_binding.node) can not be found at path: /x',
    ],
    [
      'is installed and its backend does not start',
      BROKEN_BACKEND,
      expect.stringMatching(/^@tensorflow\/tfjs-node is installed but /),
    ],
    [
      'is installed without a package it needs',
      LACKS_ANOTHER,
      "@tensorflow/tfjs-node is installed but does not work: Cannot find module '@mapbox/node-pre-gyp'",
    ],
  ])('is WebAssembly where tfjs-node %s', async (_name, code, reason) => {
    if (code !== null) install(code);
    expect(await chosen()).toEqual({ name: 'wasm', reason, backend: 'wasm', sum: 6 });
  });
});
