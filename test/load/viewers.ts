import type { BoardEvent } from '@endwatch/contracts';
import { io } from 'socket.io-client';
import { socketAuth, tokenFor } from '../harness/access.ts';
import { Child } from '../harness/child.ts';
import { eventually, query, type Endwatch } from '../harness/system.ts';
import type { Part, Row } from './bench-part.ts';
import type { CrowdReport } from './crowd.ts';
import { whole } from './figures.ts';
import { processorSeconds } from './processor.ts';
import { lostSince, onStage, type Stage } from './stage.ts';
import { stored } from './stored.ts';

const WARD = 'load-ward-0';
const RATE = 50;
const ALL_THERE_WITHIN_MS = 600_000;

interface Crowded {
  readonly report: CrowdReport;
  readonly events: number;
  /** Processor time of the gateway. */
  readonly seconds: number;
  readonly wall: number;
  readonly wrong: readonly string[];
}

export const viewers: Part = {
  name: 'viewers',
  title: 'Many viewers on one gateway',
  run: async (world, { small, seconds: chosen }) => {
    const size = { viewers: small ? 50 : 500, seconds: chosen ?? (small ? 5 : 60) };
    return onStage(
      world,
      { name: 'viewers', patients: small ? 40 : 500, wards: 1 },
      async (stage) => {
        await stage.warmUp();
        const before = await stored(stage.url);
        const scorer = await stage.product({ env: { ENDWATCH_ROLES: 'scorer' } });
        const gateway = await stage.product({ env: { ENDWATCH_ROLES: 'gateway' } });
        const sample = nextEvent(gateway);
        let sent = 0;
        const product = await crowded(gateway, size.viewers, {
          token: await tokenFor(gateway.address),
          stream: async () => {
            sent = await stage.stream.steady({ rate: RATE, seconds: size.seconds });
            await stage.consumed();
          },
          newest: () => sequenceOf(stage),
        });
        world.say(`viewers: ${whole(product.report.delivered)} events delivered`);
        for (const process of [scorer, gateway]) await stage.end(process);
        const lost = await lostSince(stage, before, sent);
        const floor = await bareCrowd(JSON.stringify(await sample), size, product.events);
        return {
          rows: rowsOf(product, floor),
          wrong: [...product.wrong, ...floor.wrong, ...lost],
        };
      },
    );
  },
};

/** A crowd on this server while `stream` runs, until everybody has the newest event. */
async function crowded(
  server: { readonly pid: number; readonly address: string },
  count: number,
  {
    stream,
    newest,
    token = '',
  }: {
    readonly stream: () => Promise<void>;
    readonly newest: () => Promise<number>;
    /** Shown at the door; the least gateway has none. */
    readonly token?: string;
  },
): Promise<Crowded> {
  const crowd = new Child({
    args: ['test/load/crowd.ts', server.address, WARD, String(count), token],
  });
  await crowd.line(/^joined$/, ALL_THERE_WITHIN_MS);
  const first = await newest();
  const [cpu, began] = [processorSeconds(server.pid), performance.now()];
  await stream();
  const lowest = await eventually(
    async () => ({ last: await newest(), lowest: lowestOf(crowd) }),
    ({ last, lowest: there }) => there >= last,
    ALL_THERE_WITHIN_MS,
  );
  const seconds = processorSeconds(server.pid) - cpu;
  const wall = (performance.now() - began) / 1_000;
  const told = crowd.line(/^report (.*)$/);
  await crowd.stop();
  const report = JSON.parse((await told)[1] ?? '') as CrowdReport;
  const events = lowest.last - first;
  const due = events * count;
  return {
    ...{ report, events, seconds, wall },
    wrong: [
      ...(report.holes === 0 ? [] : [`${String(report.holes)} viewers had a hole or a repeat`]),
      ...(report.delivered >= due
        ? []
        : [`${String(report.delivered)} of ${String(due)} events delivered`]),
    ],
  };
}

function lowestOf(crowd: Child): number {
  const line = crowd.lines.findLast((each) => each.startsWith('lowest '));
  return line === undefined ? -1 : Number(line.slice('lowest '.length));
}

async function sequenceOf({ url }: Stage): Promise<number> {
  const [row] = await query<{ sequence: string }>(url, 'SELECT sequence FROM ward WHERE id = $1', [
    WARD,
  ]);
  return Number(row?.sequence ?? 0);
}

/** One event as viewers get it. */
async function nextEvent(gateway: Endwatch): Promise<BoardEvent> {
  const socket = io(`${gateway.address}/live`, {
    transports: ['websocket'],
    auth: socketAuth(gateway.address),
  });
  const event = await new Promise<BoardEvent>((found) => {
    socket.on('board', (events: BoardEvent[]) => {
      const row = events.find(({ type }) => type === 'row');
      if (row) found(row);
    });
    socket.emit('join', { ward: WARD });
  });
  socket.disconnect();
  return event;
}

/** As many events of the same size from a server that does nothing else. */
async function bareCrowd(
  event: string,
  size: { readonly viewers: number; readonly seconds: number },
  events: number,
): Promise<Crowded> {
  const rate = Math.max(1, Math.round(events / size.seconds));
  const server = new Child({
    args: ['test/load/broadcast.ts', event, String(rate), String(size.seconds)],
  });
  try {
    const [address] = await server.line(/^http:\S+$/);
    const all = rate * size.seconds;
    let sent = 0;
    return await crowded({ pid: server.pid, address }, size.viewers, {
      stream: async () => {
        server.signal('SIGUSR2');
        await server.line(/^sent/, ALL_THERE_WITHIN_MS);
        sent = all;
      },
      newest: () => Promise.resolve(sent),
    });
  } finally {
    await server.stop();
  }
}

function rowsOf(product: Crowded, floor: Crowded): Row[] {
  const count = whole(product.report.viewers);
  const of = ({ report }: Crowded): string =>
    `${report.p50.toFixed(0)} / ${report.p95.toFixed(0)} / ${report.p99.toFixed(0)} ms`;
  const rate = ({ events, wall }: Crowded): string =>
    `${whole(events)}; ${(events / wall).toFixed(0)}`;
  const cores = ({ seconds, wall }: Crowded): string => `${(seconds / wall).toFixed(2)} cores`;
  const each = ({ seconds, report }: Crowded): string =>
    `${((seconds * 1e6) / report.delivered).toFixed(1)} µs`;
  return [
    { what: 'events; a second', endwatch: rate(product), floor: rate(floor) },
    {
      what: `decision to viewer, p50 / p95 / p99, ${count} viewers (floor: socket only)`,
      endwatch: of(product),
      floor: of(floor),
      target: 'p99 ≤ 150 ms',
    },
    {
      what: 'delivered',
      endwatch: whole(product.report.delivered),
      floor: whole(floor.report.delivered),
      target: 'all',
    },
    { what: 'processor of the gateway', endwatch: cores(product), floor: cores(floor) },
    {
      what: 'processor time of the gateway a delivery',
      endwatch: each(product),
      floor: each(floor),
    },
  ];
}
