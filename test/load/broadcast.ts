/**
 * `node test/load/broadcast.ts EVENT RATE SECONDS`: the least gateway. Prints its address; told by SIGUSR2 it sends everybody who is there RATE
 * events a second like EVENT (JSON) for SECONDS, then prints how many.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

const [event = '{}', rate = '50', seconds = '10'] = process.argv.slice(2);
const sample = JSON.parse(event) as Record<string, unknown>;
const http = createServer();
const room = new Server(http).of('/live');
let sequence = 0;

room.on('connection', (viewer) => {
  viewer.on('join', (_: unknown, answer: (answer: object) => void) =>
    answer({ ok: true, sequence }),
  );
});

function tell(): void {
  sequence += 1;
  room.emit('board', [{ ...sample, sequence, knownAt: new Date().toISOString() }]);
  if (sequence < Number(rate) * Number(seconds)) setTimeout(tell, 1_000 / Number(rate));
  else process.stdout.write(`sent ${String(sequence)}\n`);
}

process.once('SIGUSR2', tell);
process.once('SIGTERM', () => process.exit(0));
http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${String((http.address() as AddressInfo).port)}\n`);
});
