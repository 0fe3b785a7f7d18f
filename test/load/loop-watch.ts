/** Loaded into a process of the product with `--import`: says when its event loop was held, and for how long. */
import { HELD_FROM_MS, heldLine } from './loop-held.ts';

const EVERY_MS = 5;
let last = performance.now();
setInterval(() => {
  const now = performance.now();
  const held = now - last - EVERY_MS;
  last = now;
  if (held >= HELD_FROM_MS) process.stderr.write(`${heldLine({ until: Date.now(), ms: held })}\n`);
}, EVERY_MS).unref();
