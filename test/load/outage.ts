import { setTimeout as wait } from 'node:timers/promises';
import type { Heartbeat } from '@endwatch/contracts';
import type { Page } from 'playwright-core';
import { io } from 'socket.io-client';
import { socketAuth } from '../harness/access.ts';
import { openBrowser, openScreen } from '../harness/browser.ts';
import type { Endwatch } from '../harness/system.ts';
import type { Part, Row } from './bench-part.ts';
import { paceOf, type Pace } from './catch-up.ts';
import { whole } from './figures.ts';
import { lostSince, onStage, type Stage } from './stage.ts';
import { stored } from './stored.ts';
import { pipeOf } from './throughput.ts';

const WARD = 'load-ward-0';
const LOOK_EVERY_MS = 500;
/** A heartbeat tells what the scorer wrote down a few seconds ago. */
const AGE_OF_HEARTBEAT_MS = 9_000;
const CLOSE_SECONDS = 3;
/** What a board calls live, by its own rule. */
const LIVE_SECONDS = 10;

export const outage: Part = {
  name: 'outage',
  title: 'Catching up after an outage',
  run: async (world, { small, outageMinutes, patients }) => {
    const rate = small ? 100 : 1_000;
    const minutes = outageMinutes ?? (small ? 1 : 60);
    return onStage(
      world,
      { name: 'outage', patients: patients ?? (small ? 40 : 500), wards: 1 },
      async (stage) => {
        await stage.warmUp();
        const before = await stored(stage.url);
        const begin = await stage.progress.records();
        const sent = await stage.stream.recent(minutes * 60 * rate, rate);
        const total = (await stage.stream.inLog()) - begin;
        world.say(`outage: ${whole(total)} records wait in the log`);
        const watched = await catchUpInSight(stage, { begin, total });
        const lost = await lostSince(stage, before, sent);
        const pipe = await pipeOf(stage);
        return {
          rows: rowsOf(watched, pipe.pace, { minutes, rate, total }),
          wrong: [...lost, ...pipe.wrong, ...falselyLive(watched)],
        };
      },
    );
  },
};

/** Lag in seconds: as it was by the log and the table of offsets, or as a heartbeat said. */
interface Lag {
  readonly at: number;
  readonly seconds: number;
}

interface Watched {
  readonly pace: Pace;
  readonly seconds: number;
  readonly truth: readonly Lag[];
  readonly told: readonly Lag[];
  /** What the page said of itself, look by look. */
  readonly said: readonly (string | null)[];
}

async function catchUpInSight(
  stage: Stage,
  { begin, total }: { begin: number; total: number },
): Promise<Watched> {
  const browser = await openBrowser();
  const done = new AbortController();
  try {
    const product = await stage.product();
    const began = performance.now();
    const { page } = await openScreen(browser, `${product.address}/wards/${WARD}`);
    const told: Lag[] = [];
    const leave = listen(product, told);
    const looking = look(stage, page, done.signal);
    const pace = await paceOf({
      total,
      progress: async () => (await stage.progress.records()) - begin,
      pids: [product.pid],
      postmaster: stage.world.postgres.postmaster,
    });
    const seconds = (performance.now() - began) / 1_000;
    done.abort();
    const seen = await looking;
    leave();
    await stage.end(product);
    return { pace, seconds, told, ...seen };
  } finally {
    done.abort();
    await browser.close();
  }
}

function listen({ address }: Endwatch, told: Lag[]): () => void {
  const socket = io(`${address}/live`, { transports: ['websocket'], auth: socketAuth(address) });
  socket.on('heartbeat', ({ lag }: Heartbeat) =>
    told.push({ at: Date.now(), seconds: lag.seconds }),
  );
  socket.emit('join', { ward: WARD });
  return () => {
    socket.disconnect();
  };
}

async function look(
  stage: Stage,
  page: Page,
  signal: AbortSignal,
): Promise<Pick<Watched, 'truth' | 'said'>> {
  const truth: Lag[] = [];
  const said: (string | null)[] = [];
  while (!signal.aborted) {
    const oldest = stage.stream.oldestFrom(await stage.progress.offsets());
    const now = Date.now();
    truth.push({ at: now, seconds: oldest === null ? 0 : (now - oldest) / 1_000 });
    said.push(await wordsOf(page));
    await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  return { truth, said };
}

async function wordsOf(page: Page): Promise<string | null> {
  for (const words of ['Catching up', 'Live']) {
    if ((await page.getByText(words, { exact: true }).count()) > 0) return words;
  }
  return null;
}

/** The true lag over the time a heartbeat may speak of. */
function around(truth: readonly Lag[], at: number): { least: number; most: number } | null {
  const near = truth.filter((each) => each.at <= at && each.at >= at - AGE_OF_HEARTBEAT_MS);
  const seconds = near.map((each) => each.seconds);
  return near.length === 0 ? null : { least: Math.min(...seconds), most: Math.max(...seconds) };
}

function isTrue(lag: Lag, truth: readonly Lag[]): boolean {
  const band = around(truth, lag.at);
  return (
    band === null ||
    (lag.seconds >= band.least - CLOSE_SECONDS && lag.seconds <= band.most + CLOSE_SECONDS)
  );
}

/** The one thing that must never be: a heartbeat that calls the board live while it was far behind all the time. */
function falselyLive({ told, truth }: Watched): string[] {
  const [first] = told;
  return told
    .filter((lag) => lag !== first && lag.seconds <= LIVE_SECONDS)
    .filter(({ at }) => (around(truth, at)?.least ?? 0) > 3 * LIVE_SECONDS)
    .map(
      ({ seconds }) =>
        `a heartbeat said ${seconds.toFixed(0)} s of lag while it was over ${String(3 * LIVE_SECONDS)} s`,
    );
}

function rowsOf(
  { pace, seconds, told, truth, said }: Watched,
  pipe: Pace,
  { minutes, rate, total }: { minutes: number; rate: number; total: number },
): Row[] {
  const when = `${String(minutes)} min at ${whole(rate)}/s`;
  const right = told.filter((lag) => isTrue(lag, truth)).length;
  const catching = said.filter((words) => words === 'Catching up').length;
  const most = Math.max(0, ...truth.map((lag) => lag.seconds));
  return [
    { what: `records that waited: ${when}`, endwatch: whole(total) },
    {
      what: 'time until all was committed, from ready on',
      endwatch: `${seconds.toFixed(0)} s`,
      floor: `${(total / pipe.perSecond).toFixed(0)} s`,
    },
    { what: 'records/s', endwatch: whole(pace.perSecond), floor: whole(pipe.perSecond) },
    { what: 'largest true lag', endwatch: `${whole(most)} s` },
    {
      what: `heartbeats within ${String(CLOSE_SECONDS)} s of the true lag of the moments they speak of`,
      endwatch: `${String(right)} of ${String(told.length)}`,
      target: 'all',
    },
    {
      what: 'looks at the page at which it said "Catching up"',
      endwatch: `${String(catching)} of ${String(said.length)}`,
    },
  ];
}
