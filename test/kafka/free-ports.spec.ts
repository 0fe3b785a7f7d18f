import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { freePorts } from './free-ports.ts';

const RANGE = '/proc/sys/net/ipv4/ip_local_port_range';

describe('free ports', () => {
  it('are different, can be listened on, and no outgoing connection is given one', async () => {
    const ports = await freePorts(40);
    const lowestOutgoing = existsSync(RANGE)
      ? Number.parseInt(readFileSync(RANGE, 'utf8'), 10)
      : 32_768;
    const servers = ports.map((port) => createServer().listen(port, '127.0.0.1'));
    await Promise.all(servers.map((server) => once(server, 'listening')));
    servers.forEach((server) => server.close());

    expect(new Set(ports).size).toBe(40);
    expect(Math.max(...ports)).toBeLessThan(lowestOutgoing);
  });
});
