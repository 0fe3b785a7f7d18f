import { Child } from '../harness/child.ts';
import { query, type Endwatch } from '../harness/system.ts';
import type { BenchOptions, Part, PartResult, Row } from './bench-part.ts';
import { paceOf, type Pace } from './catch-up.ts';
import { joined, micros, whole } from './figures.ts';
import { profiled, topFunctions } from './profile.ts';
import { lostSince, onStage, type Stage } from './stage.ts';
import { stored, volume, type Volume } from './stored.ts';

/** Rate at which the records are said to have been measured. */
const RATE = 1_000;

export const throughput: Part = {
  name: 'throughput',
  title: 'From the topic to committed effects, catching up',
  run: async (world, options) => {
    const results: PartResult[] = [];
    for (const { patients, records } of sizesOf(options)) {
      const name = `throughput-${String(patients)}`;
      results.push(
        await onStage(world, { name, patients }, async (stage) => {
          await stage.warmUp();
          return measure(stage, { patients, records, profile: options.profile ? name : null });
        }),
      );
    }
    return joined(results);
  },
};

function sizesOf({
  small,
  records,
  patients,
}: BenchOptions): { patients: number; records: number }[] {
  const wards = small ? [40] : [500, 5_000];
  return (patients === null ? wards : [patients]).map((count) => ({
    patients: count,
    records: records ?? (small ? 2_000 : 100_000),
  }));
}

async function measure(
  stage: Stage,
  { patients, records, profile }: { patients: number; records: number; profile: string | null },
): Promise<PartResult> {
  const before = await stored(stage.url);
  const run = await catchUp(stage, { records, node: profile === null ? [] : profiled(profile) });
  const after = await stored(stage.url);
  const pipe = await pipeOf(stage);
  const of = `${patients.toLocaleString('en')} patients`;
  return {
    rows: [
      ...paceRows(of, run.pace, pipe.pace),
      {
        what: `kB a record (${kB(stage.stream.messageBytes)} in the log): in Postgres; of WAL: ${of}`,
        endwatch: kilobytes(run.grown),
        floor: kilobytes(pipe.grown),
      },
      {
        what: `scores written; messages that wait to go out: ${of}`,
        endwatch: `${whole(after.scores - before.scores)}; ${whole(after.waiting)}`,
      },
    ],
    wrong: [...run.wrong, ...pipe.wrong],
    details: profile === null ? [] : topFunctions(profile),
  };
}

/** Growth for each record. */
async function grownSince({ url }: Stage, before: Volume, records: number): Promise<Volume> {
  const { stored: size, written } = await volume(url);
  return {
    stored: (size - before.stored) / records,
    written: (written - before.written) / records,
  };
}

function kilobytes({ stored: size, written }: Volume): string {
  return `${kB(size)}; ${kB(written)}`;
}

function kB(bytes: number): string {
  return (bytes / 1_000).toFixed(2);
}

export interface CatchUp {
  readonly pace: Pace;
  readonly grown: Volume;
  readonly wrong: readonly string[];
}

/** `records` are put into the log while nobody listens; then `processes` of the product take them. */
export async function catchUp(
  stage: Stage,
  {
    records,
    processes = 1,
    node = [],
  }: { records: number; processes?: number; node?: readonly string[] },
): Promise<CatchUp> {
  const { progress, stream, world } = stage;
  const before = await stored(stage.url);
  const begin = await progress.records();
  const sent = await stream.recent(records, RATE);
  const total = (await stream.inLog()) - begin;
  world.say(`${stage.prefix}: ${whole(total)} records wait in the log`);
  const starting = Array.from({ length: processes }, () =>
    stage.product({ node, env: { ENDWATCH_ROLES: 'scorer' } }),
  );
  const size = await volume(stage.url);
  const products: Endwatch[] = await Promise.all(starting);
  const pace = await paceOf({
    total,
    progress: async () => (await progress.records()) - begin,
    pids: products.map(({ pid }) => pid),
    postmaster: world.postgres.postmaster,
  });
  for (const product of products) await stage.end(product);
  world.say(`${stage.prefix}: taken, ${whole(pace.perSecond)} a second`);
  const grown = await grownSince(stage, size, total);
  return { pace, grown, wrong: await lostSince(stage, before, sent) };
}

/** The floor, over the same topics from their beginning. */
export async function pipeOf(stage: Stage): Promise<CatchUp> {
  const { brokers, prefix, url, world } = stage;
  const total = await stage.stream.inLog();
  const size = await volume(url);
  const pipe = new Child({ args: ['test/load/pipe.ts', brokers, prefix, url] });
  try {
    const pace = await paceOf({
      total,
      progress: () => Promise.resolve(parseInt(pipe.lines.at(-1) ?? '0') || 0),
      pids: [pipe.pid],
      postmaster: world.postgres.postmaster,
    });
    const [row] = await query<{ n: number }>(url, 'SELECT count(*)::integer AS n FROM raw_record');
    const kept = row?.n ?? 0;
    world.say(`${prefix}: bare pipe, ${whole(pace.perSecond)} a second`);
    return {
      pace,
      grown: await grownSince(stage, size, total),
      wrong: kept === total ? [] : [`the floor kept ${String(kept)} of ${String(total)} records`],
    };
  } finally {
    await pipe.stop();
    await query(url, 'DROP TABLE IF EXISTS raw_record');
  }
}

export function paceRows(of: string, product: Pace, pipe: Pace): Row[] {
  const share = product.perSecond / pipe.perSecond;
  return [
    {
      what: `records/s: ${of}`,
      endwatch: whole(product.perSecond),
      floor: whole(pipe.perSecond),
      target: `≥ 0.5 × floor; is ${share.toFixed(2)} ×`,
    },
    {
      what: `Node processor time a record: ${of}`,
      endwatch: micros(product.nodeMicros),
      floor: micros(pipe.nodeMicros),
    },
    {
      what: `Postgres processor time a record: ${of}`,
      endwatch: micros(product.postgresMicros),
      floor: micros(pipe.postgresMicros),
    },
  ];
}
