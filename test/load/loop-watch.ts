/** Loaded into a process of the product with `--import`: says when the event loop that a ward waits for was held, and for how long. */
import { isMainThread } from 'node:worker_threads';
import { HELD_FROM_MS, heldLine } from './loop-held.ts';

const EVERY_MS = 5;
let last = performance.now();
const look = (): void => {
  const now = performance.now();
  const held = now - last - EVERY_MS;
  last = now;
  if (held >= HELD_FROM_MS) process.stderr.write(`${heldLine({ until: Date.now(), ms: held })}\n`);
};
// Threads of the product load this too.
if (isMainThread) setInterval(look, EVERY_MS).unref();
