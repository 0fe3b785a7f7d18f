import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/**
 * Below the ports that operating systems hand to outgoing connections (Linux from 32768): between the choice and the start
 * of a program, or while a broker is down, some client's connection would otherwise take the port.
 */
const LOWEST = 10_000;
const BEYOND = 32_000;

/** `count` ports nobody listens on, different from one another. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const held: { port: number; server: Server }[] = [];
  // All are held until the last is found, so that none is found twice.
  for (let tried = 0; held.length < count && tried < 100 + count; tried += 1) {
    const port = randomInt(LOWEST, BEYOND);
    const server = createServer().listen(port, '127.0.0.1');
    const taken = await once(server, 'listening').catch(() => null);
    if (taken) held.push({ port, server });
  }
  await Promise.all(
    held.map(async ({ server }) => {
      server.close();
      await once(server, 'close');
    }),
  );
  if (held.length < count) throw new Error(`${String(count)} free ports were not found`);
  return held.map(({ port }) => port);
}
