import { setTimeout as wait } from 'node:timers/promises';
import type { Endwatch } from '../harness/system.ts';
import type { Part, Row } from './bench-part.ts';
import { MIB, mebibytes, micros, slope } from './figures.ts';
import { postgresSeconds, processorSeconds, resident } from './processor.ts';
import { lostSince, onStage } from './stage.ts';
import { stored } from './stored.ts';
import { pipeOf } from './throughput.ts';

interface Sample {
  readonly minutes: number;
  readonly resident: number;
  readonly heap: number;
}

/** Does the product grow while it works? */
export const memory: Part = {
  name: 'memory',
  title: 'Memory under a steady stream',
  run: async (world, { small, memoryMinutes, heapMegabytes, patients }) => {
    const rate = small ? 100 : 1_000;
    const seconds = small ? 6 : 60 * (memoryMinutes ?? 15);
    return onStage(
      world,
      { name: 'memory', patients: patients ?? (small ? 40 : 500), wards: 1 },
      async (stage) => {
        await stage.warmUp();
        const before = await stored(stage.url);
        const product = await stage.product({ node: heapOf(heapMegabytes) });
        const stop = new AbortController();
        const samples = watch(product, { every: (seconds * 1_000) / 120, signal: stop.signal });
        const cpu = (): [node: number, postgres: number] => [
          processorSeconds(product.pid),
          postgresSeconds(world.postgres.postmaster),
        ];
        const [node, postgres] = cpu();
        // Its memory cannot be looked at any more once it has ended: that is told when everything is sent.
        samples.catch(() => undefined);
        const sent = await stage.stream.steady({ rate, seconds });
        await Promise.race([stage.consumed(), samples]);
        const used = cpu();
        const live = {
          node: ((used[0] - node) * 1e6) / (rate * seconds),
          postgres: ((used[1] - postgres) * 1e6) / (rate * seconds),
        };
        stop.abort();
        const taken = await samples;
        await stage.end(product);
        const lost = await lostSince(stage, before, sent);
        const floor = await pipeOf(stage);
        return {
          rows: [
            ...rowsOf(taken, floor.pace.peakBytes, rate),
            {
              what: 'processor time a record, live: Node; Postgres',
              endwatch: `${micros(live.node)}; ${micros(live.postgres)}`,
              floor: `${micros(floor.pace.nodeMicros)}; ${micros(floor.pace.postgresMicros)}`,
            },
          ],
          wrong: [...lost, ...floor.wrong],
        };
      },
    );
  },
};

function heapOf(megabytes: number | null): string[] {
  return megabytes === null ? [] : [`--max-old-space-size=${String(megabytes)}`];
}

async function watch(
  product: Endwatch,
  { every, signal }: { every: number; signal: AbortSignal },
): Promise<Sample[]> {
  const samples: Sample[] = [];
  const began = performance.now();
  while (!signal.aborted) {
    const minutes = (performance.now() - began) / 60_000;
    try {
      samples.push({
        ...{ minutes, resident: resident(product.pid).now, heap: await heapBytes(product) },
      });
    } catch (cause) {
      throw new Error(`the product ended after ${minutes.toFixed(1)} min`, { cause });
    }
    await wait(every, undefined, { signal }).catch(() => undefined);
  }
  return samples;
}

async function heapBytes({ address }: Endwatch): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  return Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(text)?.[1] ?? NaN);
}

function rowsOf(samples: readonly Sample[], floorPeak: number, rate: number): Row[] {
  const minutes = samples.at(-1)?.minutes ?? 0;
  const at = (share: number): Sample =>
    samples[Math.min(samples.length - 1, Math.floor(share * samples.length))]!;
  const half = samples.slice(Math.floor(samples.length / 2));
  const over = (of: (sample: Sample) => number): string =>
    [0, 0.25, 0.5, 0.75, 1].map((share) => mebibytes(of(at(share)))).join(', ');
  const growth = (of: (sample: Sample) => number): string =>
    perMinute(half.map((each) => [each.minutes, of(each)]));
  const held = ({ resident: bytes }: Sample): number => bytes;
  const heap = ({ heap: bytes }: Sample): number => bytes;
  const least = leastOfMinutes(samples);
  const when = `${String(rate)} records/s for ${minutes.toFixed(1)} min`;
  return [
    {
      what: `resident at 0, ¼, ½, ¾ and the end: ${when}`,
      endwatch: over(held),
      floor: `${mebibytes(floorPeak)} at most`,
    },
    { what: 'JS heap in use at the same times', endwatch: over(heap) },
    {
      what: 'least JS heap of a minute, after a collection as a rule, at the same times',
      endwatch: [0, 0.25, 0.5, 0.75, 1].map((share) => mebibytes(leastAt(least, share))).join(', '),
    },
    {
      what: 'growth over the second half: least JS heap of a minute',
      endwatch: least.length < FEWEST_MINUTES ? '–' : perMinute(least.slice(least.length / 2)),
      target: 'flat',
    },
    { what: 'growth over the second half: resident', endwatch: growth(held), target: 'flat' },
    { what: 'growth over the second half: JS heap', endwatch: growth(heap), target: 'flat' },
  ];
}

/** A line through fewer says nothing. */
const FEWEST_MINUTES = 6;

function perMinute(points: readonly (readonly [minutes: number, bytes: number])[]): string {
  return `${(slope(points) / MIB).toFixed(2)} MiB a minute`;
}

/** Between collections a heap holds what nobody needs any more: the least of each minute says what is held. */
function leastOfMinutes(samples: readonly Sample[]): [minute: number, bytes: number][] {
  const minutes = Map.groupBy(samples, ({ minutes: at }) => Math.floor(at));
  return [...minutes].map(([minute, own]) => [minute, Math.min(...own.map(({ heap }) => heap))]);
}

function leastAt(least: readonly (readonly [number, number])[], share: number): number {
  const index = Math.min(least.length - 1, Math.floor(share * least.length));
  return least[index]?.[1] ?? NaN;
}
