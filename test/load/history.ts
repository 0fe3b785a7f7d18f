import { query } from '../harness/system.ts';
import type { BenchOptions, Part, PartResult, Row, World } from './bench-part.ts';
import type { Pace } from './catch-up.ts';
import { joined, micros, whole } from './figures.ts';
import { fillHistory } from './history-fill.ts';
import { measureLatency } from './latency.ts';
import { processorSeconds } from './processor.ts';
import { measureReading } from './reading.ts';
import { onStage, type Stage } from './stage.ts';
import { catchUp } from './throughput.ts';

const STARTS = 3;

/** The same work on a database that has seen months, and what reading from it costs. */
export const history: Part = {
  name: 'history',
  title: 'With millions of stored observations',
  run: async (world, options) => {
    const { small } = options;
    const size = {
      patients: options.patients ?? (small ? 40 : 1_000),
      records: options.records ?? (small ? 2_000 : 60_000),
      observations: options.observations ?? (small ? 20_000 : 10_000_000),
    };
    const stays = small ? ([2, 12] as const) : ([24, 300] as const);
    await keepWholeStatements(world);
    return onStage(
      world,
      { name: 'history', patients: size.patients, wards: 2, admittedHoursAgo: stays },
      async (stage) => {
        await stage.warmUp();
        const fresh = await catchUp(stage, size);
        const freshLatency = await measureLatency(stage, options, ', nothing else stored');
        await fillHistory(stage.url, size.observations);
        const filled = await query<{ n: number }>(
          stage.url,
          'SELECT count(*)::integer AS n FROM observation',
        );
        const count = whole(filled[0]?.n ?? 0);
        world.say(`history: ${count} observations stored`);
        const full = await catchUp(stage, size);
        const fullLatency = await measureLatency(stage, options, `, ${count} observations stored`);
        const reading = await read(stage, options);
        const starts = await startRows(world, stage, { count, patients: size.patients });
        const paces: PartResult = {
          rows: paceRows(fresh.pace, full.pace, count),
          wrong: [...fresh.wrong, ...full.wrong],
        };
        return joined([paces, freshLatency, fullLatency, reading, starts]);
      },
    );
  },
};

/** By default the server cuts the statements that it shows off at 1 kB, and half a statement has no plan. */
async function keepWholeStatements({ postgres }: World): Promise<void> {
  await postgres.query(`ALTER SYSTEM SET track_activity_query_size = '64kB'`);
  await postgres.shut();
  await postgres.restart();
}

function paceRows(fresh: Pace, full: Pace, count: string): Row[] {
  const change = (of: (pace: Pace) => number): string => {
    const share = of(full) / of(fresh) - 1;
    return `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(0)} %`;
  };
  const what = `${count} observations stored (floor: the same before)`;
  return [
    {
      what: `records/s, ${what}`,
      endwatch: whole(full.perSecond),
      floor: whole(fresh.perSecond),
      target: `no more than 10 % worse; is ${change((pace) => pace.perSecond)}`,
    },
    {
      what: `Node processor time a record, ${what}`,
      endwatch: micros(full.nodeMicros),
      floor: micros(fresh.nodeMicros),
      target: `is ${change((pace) => pace.nodeMicros)}`,
    },
    {
      what: `Postgres processor time a record, ${what}`,
      endwatch: micros(full.postgresMicros),
      floor: micros(fresh.postgresMicros),
      target: `is ${change((pace) => pace.postgresMicros)}`,
    },
  ];
}

async function read(stage: Stage, { small }: BenchOptions): Promise<PartResult> {
  const endwatch = await stage.product();
  await stage.settled();
  const { url } = stage;
  const result = await measureReading({
    url,
    endwatch,
    ward: 'load-ward-0',
    times: small ? 20 : 200,
    large: !small,
  });
  await stage.end(endwatch);
  return result;
}

/** From the command to "ready", on the full house and, as the floor, on an empty database. */
async function startRows(
  world: World,
  stage: Stage,
  { count, patients }: { count: string; patients: number },
): Promise<PartResult> {
  const full = await startsOf(stage);
  const empty = await onStage(world, { name: 'empty', patients: 1 }, async (bare) => {
    await bare.end(await bare.product());
    return startsOf(bare);
  });
  const seconds = (values: readonly number[]): string =>
    values.map((each) => each.toFixed(1)).join(', ');
  return {
    rows: [
      {
        what: `start to ready, s: ${whole(patients)} patients in house, ${count} observations (floor: nothing stored)`,
        endwatch: seconds(full.wall),
        floor: seconds(empty.wall),
        target: 'under 15 s',
      },
      {
        what: 'processor time of it, s',
        endwatch: seconds(full.processor),
        floor: seconds(empty.processor),
      },
    ],
    wrong: [],
  };
}

async function startsOf(stage: Stage): Promise<{ wall: number[]; processor: number[] }> {
  const [wall, processor]: [number[], number[]] = [[], []];
  for (let n = 0; n < STARTS; n++) {
    const began = performance.now();
    const product = await stage.product();
    wall.push((performance.now() - began) / 1_000);
    processor.push(processorSeconds(product.pid));
    await stage.end(product);
  }
  return { wall, processor };
}
