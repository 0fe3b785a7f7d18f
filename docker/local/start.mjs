// `npm start`: build what changed, run the product, and feed the demonstration ward when nothing else is configured.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { endWith, runBackend } from './run-backend.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { DATABASE_URL, KAFKA_BROKERS, ENDWATCH_DEMO } = process.env;
/** A value of one's own is for the backend to judge. */
const demo = ENDWATCH_DEMO ? ENDWATCH_DEMO === '1' : !DATABASE_URL && !KAFKA_BROKERS;
const told = ENDWATCH_DEMO || (demo ? '1' : '0');

await build();
console.log('Starting Endwatch …');
let ward;
let stopping = false;
const feed = (address) => {
  if (!demo || stopping) return;
  console.log('Filling the demonstration ward (simulated patients; history first, then live) …');
  ward = spawn(process.execPath, ['test/simulator/main.ts', '--demo', '--to', address], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  ward.on('exit', (code) => {
    if (!stopping && code !== 0) console.error(`The demonstration ward stopped (exit ${code}).`);
  });
};
const backend = runBackend(feed, { ENDWATCH_DEMO: told });
endWith(backend, () => {
  stopping = true;
  ward?.kill('SIGTERM');
});
