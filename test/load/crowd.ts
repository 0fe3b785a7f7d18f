/**
 * `node test/load/crowd.ts ADDRESS WARD VIEWERS [TOKEN]`: viewers of one ward, in one process of their own. Prints `joined` when all are in, then once a
 * second the lowest sequence number that any of them has; SIGTERM ends it with one line of JSON.
 */
import type { BoardEvent, JoinAnswer } from '@endwatch/contracts';
import { io, type Socket } from 'socket.io-client';
import { quantile } from './figures.ts';

export interface CrowdReport {
  readonly viewers: number;
  /** Events that came, over all viewers. */
  readonly delivered: number;
  /** Viewers who missed an event, or got one twice. */
  readonly holes: number;
  /** From the decision to the viewer, ms. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Of every event that raised an alert, at every viewer; ms. */
  readonly alerts: readonly number[];
}

/** Joins that are under way at once. */
const AT_ONCE = 25;
/** One in so many deliveries is timed. */
const TIMED = 20;

const [address = '', ward = '', viewers = '', token = ''] = process.argv.slice(2);
const newest: number[] = [];
const torn = new Set<number>();
const times: number[] = [];
const alerts: number[] = [];
let delivered = 0;

function onBoard(viewer: number, events: readonly BoardEvent[]): void {
  const now = Date.now();
  for (const event of events) {
    const { sequence, knownAt } = event;
    if (sequence !== (newest[viewer] ?? 0) + 1) torn.add(viewer);
    newest[viewer] = sequence;
    if (event.type === 'alert' && event.alert.state === 'raised') {
      alerts.push(now - Date.parse(knownAt));
    }
    if (delivered++ % TIMED === 0) times.push(now - Date.parse(knownAt));
  }
}

async function join(viewer: number): Promise<void> {
  const socket: Socket = io(`${address}/live`, {
    transports: ['websocket'],
    forceNew: true,
    auth: token === '' ? {} : { token },
  });
  await new Promise<void>((connected) => socket.once('connect', () => connected()));
  // Whatever is broadcast after the answer comes after it on the same socket.
  await new Promise<void>((done, failed) => {
    socket.on('board', (events: BoardEvent[]) => onBoard(viewer, events));
    socket.emit('join', { ward }, (answer: JoinAnswer) => {
      if (!answer.ok) failed(new Error(answer.problem));
      else newest[viewer] = answer.sequence;
      done();
    });
  });
}

for (let from = 0; from < Number(viewers); from += AT_ONCE) {
  const some = Array.from(
    { length: Math.min(AT_ONCE, Number(viewers) - from) },
    (_, n) => from + n,
  );
  await Promise.all(some.map(join));
}
process.stdout.write('joined\n');
setInterval(() => process.stdout.write(`lowest ${String(Math.min(...newest))}\n`), 1_000);
process.once('SIGTERM', () => {
  const [p50 = NaN, p95 = NaN, p99 = NaN] = [0.5, 0.95, 0.99].map((share) =>
    quantile(times, share),
  );
  const report: CrowdReport = {
    viewers: newest.length,
    delivered,
    holes: torn.size,
    p50,
    p95,
    p99,
    alerts,
  };
  process.stdout.write(`report ${JSON.stringify(report)}\n`, () => process.exit(0));
});
