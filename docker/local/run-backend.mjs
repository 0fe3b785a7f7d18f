// Runs the built backend as a child: its JSON log goes to a file, what is meant for people to the terminal.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What Node is given to run the built backend, in the folder of this clone. A batch of records is gone again before a young generation of this size
 * (MB for each half) is full: with the usual one most of it would be copied about first.
 */
export const BACKEND = [
  '--disable-warning=TimeoutNegativeWarning',
  '--max-semi-space-size=64',
  'backend/dist/main.js',
];

export function home() {
  return resolve(process.env.ENDWATCH_HOME || join(root, '.endwatch'));
}

/** `onReady` gets the address once the backend answers. */
export function runBackend(onReady, more = {}) {
  mkdirSync(home(), { recursive: true });
  const logFile = join(home(), 'endwatch.log');
  const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  // A group of its own: Ctrl-C reaches this process, which then asks the backend to finish.
  const child = spawn(process.execPath, BACKEND, {
    cwd: root,
    env: { ...process.env, ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('{')) {
      log.write(line + '\n');
      return;
    }
    console.log(line);
    const ready = /^Endwatch is ready: (\S+)/.exec(line);
    if (ready) {
      console.log(`Log: ${logFile}`);
      onReady?.(ready[1]);
    }
  });
  return child;
}

/** Ends with the backend's own exit code; passes on every wish to stop, npm's silent ones too. */
export function endWith(child, alsoStop = () => {}) {
  let asked = false;
  const ask = () => {
    if (!asked) alsoStop();
    asked = true;
    child.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask);
  // npm does not hand SIGTERM on through its shell: stop when that shell has gone.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !asked) ask();
  }, 250).unref();
  child.on('exit', (code, signal) => {
    alsoStop();
    process.exit(code ?? (asked && signal === 'SIGTERM' ? 0 : 1));
  });
}
