// One step of a test run: a command, its duration, and the counts that Jest wrote down.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, existsSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const results = mkdtempSync(join(tmpdir(), 'endwatch-results-'));
const totals = { passed: 0, failed: 0 };

const env = {
  ...process.env,
  PATH: join(root, 'node_modules/.bin') + delimiter + process.env.PATH,
  NX_TUI: 'false',
  NX_DAEMON: 'false',
  FORCE_COLOR: '0',
};

/** A command that passes or fails as a whole. Ends the run at the first failure when `fatal`. */
export function step(title, command, { fatal = true } = {}) {
  const began = Date.now();
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command[0], command.slice(1), { cwd: root, env, stdio: 'inherit' });
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  totals[status === 0 ? 'passed' : 'failed']++;
  console.log(`── ${title}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (status !== 0 && fatal) finish();
}

/**
 * Commands one after the other, with what the machine has to spare, while something else runs; what they say is told when they are
 * waited for, in one piece.
 */
export function beside(commands) {
  const done = (async () => {
    const all = [];
    for (const [title, command] of commands) all.push(await quietly(title, command));
    return all;
  })();
  return async () => {
    for (const { title, status, seconds, said } of await done) {
      console.log(`\n── ${title} (beside the tests)\n${said.trimEnd()}`);
      totals[status === 0 ? 'passed' : 'failed']++;
      console.log(`── ${title}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
    }
  };
}

function quietly(title, command) {
  const began = Date.now();
  const child = spawn(command[0], command.slice(1), { cwd: root, env });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  }
  return new Promise((resolve) => {
    const end = (status) =>
      resolve({ title, status, said, seconds: ((Date.now() - began) / 1000).toFixed(0) });
    child.on('error', (error) => {
      said += String(error);
      end(1);
    });
    child.on('close', end);
  });
}

/** A Jest run, counted test by test. A run without any test is a failure. */
export async function jest(title, args) {
  const began = Date.now();
  const file = join(results, `${title.replaceAll(' ', '-')}.json`);
  console.log(`\n── ${title}`);
  const run = spawn(
    'node',
    ['node_modules/jest/bin/jest.js', '--ci', '--json', `--outputFile=${file}`, ...args],
    { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [status] = await once(run, 'close');
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  const passed = counts?.numPassedTests ?? 0;
  // A suite that could not be loaded has no tests to count; skipped ones count as failed: nothing is skipped here.
  const failed =
    (counts?.numFailedTests ?? 0) +
    (counts?.numRuntimeErrorTestSuites ?? 0) +
    (counts?.numPendingTests ?? 0) +
    (counts?.numTodoTests ?? 0);
  totals.passed += passed;
  totals.failed += failed || (status !== 0 || passed === 0 ? 1 : 0);
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  console.log(`── ${title}: ${passed} passed, ${failed} failed in ${seconds} s`);
}

/** The one line that counts, and the exit code that goes with it. */
export function finish() {
  rmSync(results, { recursive: true, force: true });
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
}
