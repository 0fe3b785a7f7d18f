import { setTimeout as wait } from 'node:timers/promises';
import { Child } from '../harness/child.ts';
import { eventually, query } from '../harness/system.ts';
import {
  PARTITIONS,
  type BenchOptions,
  type Part,
  type PartResult,
  type Row,
  type World,
} from './bench-part.ts';
import { paceOf, type Pace } from './catch-up.ts';
import { profiled, topFunctions } from './profile.ts';
import { Progress, stored, type Stored } from './stored.ts';
import { WardStream } from './ward-stream.ts';

/** Rate at which the records are said to have been measured. */
const RATE = 1_000;
/** The clock waits so long before it fills the hours that the first data left. */
const SETTLE_MS = 7_000;
const WARM_WITHIN_MS = 900_000;
const ADMITTED = [2, 60] as const;

export const throughput: Part = {
  name: 'throughput',
  title: 'From the topic to committed effects, catching up',
  run: async (world, options) => {
    const sizes = sizesOf(options);
    const results: PartResult[] = [];
    for (const size of sizes) results.push(await measure(world, options, size));
    return {
      rows: results.flatMap(({ rows }) => rows),
      wrong: results.flatMap(({ wrong }) => wrong),
      details: results.flatMap(({ details = [] }) => details),
    };
  },
};

function sizesOf({ small, records, patients }: BenchOptions): Size[] {
  const wards = small ? [40] : [500, 5_000];
  return (patients === null ? wards : [patients]).map((count) => ({
    patients: count,
    records: records ?? (small ? 2_000 : 100_000),
  }));
}

interface Size {
  readonly patients: number;
  readonly records: number;
}

async function measure(world: World, { profile }: BenchOptions, size: Size): Promise<PartResult> {
  const { patients } = size;
  const prefix = `bench-${String(patients)}`;
  const url = await world.postgres.database(prefix.replace('-', '_'));
  const { bootstrap: brokers } = await world.kafka();
  const stream = await WardStream.open({
    ...{ brokers, prefix, partitions: PARTITIONS, patients },
    admittedHoursAgo: ADMITTED,
  });
  const progress = await Progress.open(url);
  const system = { world, prefix, url, progress };
  try {
    await warmUp(system, stream);
    const before = await stored(url);
    const sent = await stream.recent(size.records, RATE);
    const inLog = await stream.inLog();
    const profileName = `throughput-${String(patients)}`;
    const product = await catchUp(system, inLog, profile ? profiled(profileName) : []);
    const after = await stored(url);
    const pipe = await pipeOf(system, inLog);
    return {
      rows: rowsOf(size, { product, pipe: pipe.pace, before, after }),
      wrong: [...wrongOf({ before, after, sent, size }), ...pipe.wrong],
      details: profile ? topFunctions(profileName) : [],
    };
  } finally {
    await progress.close();
    await stream.close();
    await world.drop(url);
  }
}

interface System {
  readonly world: World;
  readonly prefix: string;
  readonly url: string;
  readonly progress: Progress;
}

/** Everybody is in house, with every hour scored, before anything counts. */
async function warmUp({ world, prefix, url, progress }: System, stream: WardStream): Promise<void> {
  await stream.warm();
  const inLog = await stream.inLog();
  const product = await world.product({ prefix, url });
  await eventually(
    () => progress.records(),
    (done) => done >= inLog,
    WARM_WITHIN_MS,
  );
  await wait(SETTLE_MS);
  await eventually(
    () => progress.due(),
    (due) => due < 5,
    WARM_WITHIN_MS,
  );
  await world.end(product);
}

async function catchUp(system: System, total: number, node: string[]): Promise<Pace> {
  const { world, prefix, url, progress } = system;
  const begin = await progress.records();
  const product = await world.product({ prefix, url, node, env: { ENDWATCH_ROLES: 'scorer' } });
  const pace = await paceOf({
    total: total - begin,
    progress: async () => (await progress.records()) - begin,
    pids: [product.pid],
    postmaster: world.postgres.postmaster,
  });
  await world.end(product);
  return pace;
}

/** The floor, over the same topics from their beginning. */
async function pipeOf(
  { world, prefix, url }: System,
  total: number,
): Promise<{ pace: Pace; wrong: string[] }> {
  const { bootstrap } = await world.kafka();
  const pipe = new Child({ args: ['test/load/pipe.ts', bootstrap, prefix, url] });
  try {
    const pace = await paceOf({
      total,
      progress: () => Promise.resolve(parseInt(pipe.lines.at(-1) ?? '0') || 0),
      pids: [pipe.pid],
      postmaster: world.postgres.postmaster,
    });
    const [row] = await query<{ n: number }>(url, 'SELECT count(*)::integer AS n FROM raw_record');
    const kept = row?.n ?? 0;
    const wrong =
      kept === total ? [] : [`the floor kept ${String(kept)} of ${String(total)} records`];
    return { pace, wrong };
  } finally {
    await pipe.stop();
  }
}

interface Outcome {
  readonly product: Pace;
  readonly pipe: Pace;
  readonly before: Stored;
  readonly after: Stored;
}

function rowsOf({ patients }: Size, { product, pipe, before, after }: Outcome): Row[] {
  const of = `${patients.toLocaleString('en')} patients`;
  const micros = (value: number): string => `${value.toFixed(1)} µs`;
  const share = product.perSecond / pipe.perSecond;
  return [
    {
      what: `records/s, ${of}`,
      endwatch: product.perSecond.toFixed(0),
      floor: pipe.perSecond.toFixed(0),
      target: `≥ 0.5 × floor: ${share.toFixed(2)} ×`,
    },
    {
      what: `Node processor time a record, ${of}`,
      endwatch: micros(product.nodeMicros),
      floor: micros(pipe.nodeMicros),
    },
    {
      what: `Postgres processor time a record, ${of}`,
      endwatch: micros(product.postgresMicros),
      floor: micros(pipe.postgresMicros),
    },
    {
      what: `scores written, messages still to go out, ${of}`,
      endwatch: `${String(after.scores - before.scores)}, ${String(after.waiting)}`,
    },
  ];
}

function wrongOf(about: { before: Stored; after: Stored; sent: number; size: Size }): string[] {
  const { before, after, sent, size } = about;
  const kept = after.records - before.records;
  const wrong: string[] = [];
  if (kept !== sent) {
    wrong.push(
      `${String(size.patients)} patients: ${String(kept)} of ${String(sent)} resources are stored`,
    );
  }
  if (after.rejections > 0) wrong.push(`${String(after.rejections)} rejections`);
  return wrong;
}
