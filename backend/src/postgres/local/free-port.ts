import { once } from 'node:events';
import { createServer } from 'node:net';
import { randomInt } from 'node:crypto';

/**
 * Below the ports that operating systems hand to outgoing connections (Linux from 32768, IANA from 49152): a server that
 * starts again must find its port, and a client that keeps trying a closed port of that range can meet itself there.
 */
const LOWEST = 15_000;
const BEYOND = 32_000;
const TRIES = 100;

/** A TCP port of 127.0.0.1 on which nobody listens. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = randomInt(LOWEST, BEYOND);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port found between ${String(LOWEST)} and ${String(BEYOND)}`);
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch {
    return false;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}
