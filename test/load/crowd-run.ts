import type { BoardEvent } from '@endwatch/contracts';
import { io } from 'socket.io-client';
import { socketAuth } from '../harness/access.ts';
import { Child } from '../harness/child.ts';
import { eventually, query, type Endwatch } from '../harness/system.ts';
import type { CrowdReport } from './crowd.ts';
import { processorSeconds } from './processor.ts';
import type { Stage } from './stage.ts';

const ALL_THERE_WITHIN_MS = 600_000;

/** What a crowd of viewers got while something was streamed. */
export interface Crowded {
  readonly report: CrowdReport;
  readonly events: number;
  /** Processor time of the gateway. */
  readonly seconds: number;
  readonly wall: number;
  readonly wrong: readonly string[];
}

/** A crowd on this server while `stream` runs, until everybody has the newest event. */
export async function crowded(
  server: { readonly pid: number; readonly address: string },
  { ward, viewers: count }: { readonly ward: string; readonly viewers: number },
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
    args: ['test/load/crowd.ts', server.address, ward, String(count), token],
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

export async function sequenceOf({ url }: Stage, ward: string): Promise<number> {
  const [row] = await query<{ sequence: string }>(url, 'SELECT sequence FROM ward WHERE id = $1', [
    ward,
  ]);
  return Number(row?.sequence ?? 0);
}

/** The next such event as viewers get it. */
export async function nextEvent(
  gateway: Endwatch,
  about: { readonly ward: string; readonly is: (event: BoardEvent) => boolean },
): Promise<BoardEvent> {
  const socket = io(`${gateway.address}/live`, {
    transports: ['websocket'],
    auth: socketAuth(gateway.address),
  });
  const event = await new Promise<BoardEvent>((found) => {
    socket.on('board', (events: BoardEvent[]) => {
      const one = events.find(about.is);
      if (one) found(one);
    });
    socket.emit('join', { ward: about.ward });
  });
  socket.disconnect();
  return event;
}

/** As many events of the same size from a server that does nothing else. */
export async function bareCrowd(
  event: string,
  size: { readonly ward: string; readonly viewers: number; readonly seconds: number },
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
    return await crowded(
      { pid: server.pid, address },
      { ward: size.ward, viewers: size.viewers },
      {
        stream: async () => {
          server.signal('SIGUSR2');
          await server.line(/^sent/, ALL_THERE_WITHIN_MS);
          sent = all;
        },
        newest: () => Promise.resolve(sent),
      },
    );
  } finally {
    await server.stop();
  }
}
