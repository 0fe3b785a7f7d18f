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
  const logFile = join(home(), 'endwatch.log');
  const log = openLog(logFile);
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

/** A folder that cannot be made is the backend's to complain of: in one line, with its own exit code. */
function openLog(file) {
  try {
    mkdirSync(home(), { recursive: true });
  } catch {
    return { write: () => undefined };
  }
  const log = createWriteStream(file, { flags: 'a', mode: 0o600 });
  log.on('error', () => undefined);
  return log;
}

/** Within this a second wish to stop is the same one come by another way: npm hands on what the terminal has told everybody. */
const SAME_WISH_MS = 1_000;

/** Ends with the backend's own exit code; passes on every wish to stop, npm's silent ones too. */
export function endWith(child, alsoStop = () => {}) {
  let asked = null;
  const ask = () => {
    if (asked !== null && Date.now() - asked < SAME_WISH_MS) return;
    if (asked === null) alsoStop();
    asked ??= Date.now();
    child.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask);
  // Where a shell stands between and hands nothing on: stop when it has gone.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && asked === null) ask();
  }, 250).unref();
  child.on('exit', (code, signal) => {
    alsoStop();
    process.exit(code ?? (asked !== null && signal === 'SIGTERM' ? 0 : 1));
  });
}
