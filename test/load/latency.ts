import type { Browser, Page } from 'playwright-core';
import { enter } from '../harness/access.ts';
import { openBrowser } from '../harness/browser.ts';
import { Child } from '../harness/child.ts';
import { eventually, query, type Endwatch } from '../harness/system.ts';
import type { BenchOptions, Part, PartResult, Row } from './bench-part.ts';
import { examine, type Examined } from './examinations.ts';
import { joined, ms, percentiles, quantile } from './figures.ts';
import { installProbe, readProbe, type RowSeen } from './page-probe.ts';
import { profiled, topFunctions } from './profile.ts';
import { meanStages } from './rounds.ts';
import { lostSince, onStage, type Stage } from './stage.ts';
import { stored } from './stored.ts';

const WARD = 'load-ward-0';
const EXAMINED = 20;
const TARGET_RATE = 1_000;
/** Before anything counts: code compiled, patients loaded. */
const WARM_SECONDS = 5;

export const latency: Part = {
  name: 'latency',
  title: 'From a message produced to the page',
  run: async (world, options) => {
    const patients = options.patients ?? (options.small ? 40 : 500);
    return onStage(world, { name: 'latency', patients, wards: 1 }, async (stage) => {
      await stage.warmUp();
      return measureLatency(stage, options, '');
    });
  },
};

/** At each rate, the product and then the floor, on a stage that is warm. `where` is added to what the rows say. */
export async function measureLatency(
  stage: Stage,
  { small, seconds, profile }: Pick<BenchOptions, 'small' | 'seconds' | 'profile'>,
  where: string,
): Promise<PartResult> {
  const browser = await openBrowser();
  try {
    const results: PartResult[] = [];
    for (const rate of small ? [100] : [100, TARGET_RATE]) {
      const name = profile ? `latency-${String(rate)}` : null;
      const run = { rate, seconds: seconds ?? (small ? 5 : 60), where, profile: name };
      results.push(await atRate(stage, browser, run));
    }
    return joined(results);
  } finally {
    await browser.close();
  }
}

interface Run {
  readonly rate: number;
  readonly seconds: number;
  readonly where: string;
  /** Name of the profile to leave. */
  readonly profile: string | null;
}

interface Seen {
  /** From producing to the decision, from there to the page, from there to the tile. */
  readonly total: readonly number[];
  readonly toDecision: readonly number[];
  readonly toPage: readonly number[];
  readonly toTile: readonly number[];
}

async function atRate(stage: Stage, browser: Browser, run: Run): Promise<PartResult> {
  const before = await stored(stage.url);
  const { profile } = run;
  const product = await stage.product({ node: profile === null ? [] : profiled(profile) });
  const { seen, sent, stages, watched, wrong } = await watchProduct(
    stage,
    { product, browser },
    run,
  );
  await stage.end(product);
  const lost = await lostSince(stage, before, sent);
  const floor = await watchFloor(stage, browser, { ...run, patients: watched });
  stage.world.say(`latency: ${String(run.rate)} records/s done`);
  const of = `${String(run.rate)} records/s${run.where}`;
  const target = run.rate === TARGET_RATE ? { target: 'p99 ≤ 250 ms' } : {};
  const half = (values: readonly number[]): number => quantile(values, 0.5);
  const [decode = NaN, load = NaN, ...afterDecision] = stages;
  const [decide = NaN, score = NaN, commit = NaN] = afterDecision;
  const rows: Row[] = [
    {
      what: `message to changed tile, p50 / p95 / p99: ${of}`,
      endwatch: percentiles(seen.total),
      floor: percentiles(floor.total),
      ...target,
    },
    {
      what: `the same in the second half of the run: ${of}`,
      endwatch: percentiles(laterHalf(seen.total)),
      floor: percentiles(laterHalf(floor.total)),
    },
    {
      what: `of it to the decision (Kafka, turn, decode, load): ${of}`,
      endwatch: percentiles(seen.toDecision),
    },
    {
      what: `of it to the page (decide, score, commit, notify, socket): ${of}`,
      endwatch: percentiles(seen.toPage),
      floor: `${percentiles(floor.toPage)} from the message on`,
    },
    {
      what: `of it to the tile: ${of}`,
      endwatch: percentiles(seen.toTile),
      floor: percentiles(floor.toTile),
    },
    {
      what: `where the middle one goes: ${of}`,
      endwatch: [
        `Kafka and turn ${ms(half(seen.toDecision) - decode - load)}`,
        `decode ${ms(decode)}`,
        `load ${ms(load)}`,
        `decide ${ms(decide)}`,
        `score ${ms(score)}`,
        `commit ${ms(commit)}`,
        `notify, read, socket ${ms(half(seen.toPage) - decide - score - commit)}`,
        `render ${ms(half(seen.toTile))}`,
      ].join(', '),
    },
  ];
  const details = profile === null ? [] : topFunctions(profile);
  return { rows, details, wrong: [...wrong, ...lost, ...floor.wrong] };
}

/** A process that was just started is still being compiled in the first. */
function laterHalf(values: readonly number[]): readonly number[] {
  return values.slice(Math.floor(values.length / 2));
}

async function watchProduct(
  stage: Stage,
  { product, browser }: { product: Endwatch; browser: Browser },
  { rate, seconds }: Run,
): Promise<{ seen: Seen; sent: number; stages: number[]; watched: string[]; wrong: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  try {
    await enter(context, product.address);
    const page = await context.newPage();
    await installProbe(page);
    await page.goto(`${product.address}/wards/${WARD}`);
    await page.getByText('Live', { exact: true }).waitFor();
    await page.locator('[data-patient]').first().waitFor();
    const watched = (await inSight(page)).slice(0, EXAMINED);
    const early = await stage.stream.steady({
      rate,
      seconds: WARM_SECONDS,
      except: new Set(watched),
    });
    await stage.consumed();
    await readProbe(page);
    const began = Date.now();
    const [resources, examined] = await flow(stage, { rate, seconds, watched });
    const stages = meanStages(product, { from: began, to: Date.now() });
    const { rows, missing } = await rowsOf(page, examined);
    return {
      ...{ stages, watched, sent: early + resources + examined.length },
      seen: spans(rows, examined),
      wrong:
        missing === 0
          ? []
          : [
              `${String(missing)} of ${String(examined.length)} examinations never came to the page`,
            ],
    };
  } finally {
    await context.close();
  }
}

/** The realistic mix about everybody else, and the examinations that are looked for. */
async function flow(
  { brokers, stream }: Pick<Stage, 'brokers' | 'stream'>,
  { rate, seconds, watched }: { rate: number; seconds: number; watched: readonly string[] },
): Promise<[resources: number, examined: Examined[]]> {
  const examined = examine(brokers, { prefix: stream.prefix, patients: watched, seconds });
  const resources = stream.steady({ rate, seconds, except: new Set(watched) });
  return Promise.all([resources, examined]);
}

/** Patients whose tiles are wholly on the screen. */
async function inSight(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-patient]')]
      .filter((tile) => {
        const { top, bottom } = tile.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      })
      .map((tile) => tile.dataset['patient'] ?? ''),
  );
}

/** Row events until the newest examination of everybody has come, or nothing more comes. */
async function rowsOf(
  page: Page,
  examined: readonly Examined[],
): Promise<{ rows: RowSeen[]; missing: number }> {
  const rows: RowSeen[] = [];
  const missing = (): number =>
    examined.filter(
      ({ patientId, at }) => !rows.some((row) => row.patientId === patientId && row.examined >= at),
    ).length;
  await eventually(
    async () => {
      rows.push(...(await readProbe(page)).rows);
      return missing();
    },
    (left) => left === 0,
    60_000,
  ).catch(() => undefined);
  return { rows, missing: missing() };
}

/** By the first row event that shows an examination or a newer one, and its tile's change. */
function spans(rows: readonly RowSeen[], examined: readonly Examined[]): Seen {
  const found = examined.flatMap(({ patientId, at }) => {
    const row = rows.find(
      (each) => each.patientId === patientId && each.examined >= at && each.shownAt !== null,
    );
    return row === undefined ? [] : [{ at, ...row, shownAt: row.shownAt ?? NaN }];
  });
  return {
    total: found.map(({ at, shownAt }) => shownAt - at),
    toDecision: found.map(({ at, knownAt }) => knownAt - at),
    toPage: found.map(({ knownAt, receivedAt }) => receivedAt - knownAt),
    toTile: found.map(({ receivedAt, shownAt }) => shownAt - receivedAt),
  };
}

interface BareSeen {
  readonly key: string;
  readonly at: string;
  readonly receivedAt: number;
  readonly shownAt: number;
}

async function watchFloor(
  stage: Stage,
  browser: Browser,
  { rate, seconds, patients }: Run & { patients: readonly string[] },
): Promise<{ total: number[]; toPage: number[]; toTile: number[]; wrong: string[] }> {
  const stream = await stage.stream.beside();
  const pipe = new Child({
    args: ['test/load/live-pipe.ts', stage.brokers, stream.prefix, stage.url],
  });
  try {
    const [address] = await pipe.line(/^http:\S+$/);
    // The least page has no door.
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    const page = await context.newPage();
    await page.goto(address);
    const [, examined] = await flow(
      { brokers: stage.brokers, stream },
      { rate, seconds, watched: patients },
    );
    const read = (): Promise<BareSeen[]> =>
      page.evaluate(() => (window as unknown as { seen: BareSeen[] }).seen);
    const key = (patientId: string, at: number): string => `${patientId} ${String(at)}`;
    const find = async (): Promise<[at: number, seen: BareSeen][]> => {
      const seen = new Map(
        (await read()).map((each) => [key(each.key, Date.parse(each.at)), each]),
      );
      return examined.flatMap(({ patientId, at }) => {
        const one = seen.get(key(patientId, at));
        return one === undefined ? [] : [[at, one] as [number, BareSeen]];
      });
    };
    const found = await eventually(find, (pairs) => pairs.length === examined.length, 60_000).catch(
      find,
    );
    await context.close();
    return {
      total: found.map(([at, { shownAt }]) => shownAt - at),
      toPage: found.map(([at, { receivedAt }]) => receivedAt - at),
      toTile: found.map(([, { receivedAt, shownAt }]) => shownAt - receivedAt),
      wrong:
        found.length === examined.length
          ? []
          : [`the floor showed ${String(found.length)} of ${String(examined.length)} examinations`],
    };
  } finally {
    await pipe.stop();
    await stream.close();
    await query(stage.url, 'DROP TABLE IF EXISTS raw_live');
  }
}
