import { setTimeout as wait } from 'node:timers/promises';
import { postgresSeconds, processorSeconds, resident } from './processor.ts';

const EVERY_MS = 100;
/** Before this share of the records a process is warming up: compiling, connecting, loading who is in house. */
const WARM_SHARE = 0.2;

interface Sample {
  readonly at: number;
  readonly done: number;
  readonly node: number;
  readonly postgres: number;
  readonly peakBytes: number;
}

/** Of the steady part of a run. */
export interface Pace {
  readonly records: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Processor time for each record, µs: of the Node processes, and of Postgres. */
  readonly nodeMicros: number;
  readonly postgresMicros: number;
  /** Most memory that one of the Node processes held. */
  readonly peakBytes: number;
}

export interface Watched {
  readonly total: number;
  readonly progress: () => Promise<number>;
  /** Of the Node processes. */
  readonly pids: readonly number[];
  readonly postmaster: number;
  readonly withinMs?: number;
}

/** Looks on until everything is done, and says how it went after the first fifth. Throws when nothing moves for `withinMs`. */
export async function paceOf(watched: Watched): Promise<Pace> {
  const { total, withinMs = 600_000 } = watched;
  const samples: Sample[] = [];
  let moved = performance.now();
  for (;;) {
    const sample = await take(watched);
    if (sample.done > (samples.at(-1)?.done ?? 0)) moved = sample.at;
    samples.push(sample);
    if (sample.done >= total) return steadyPart(samples, total);
    if (sample.at - moved > withinMs) {
      throw new Error(`stands at ${String(sample.done)} of ${String(total)} records`);
    }
    await wait(EVERY_MS);
  }
}

async function take({ progress, pids, postmaster }: Watched): Promise<Sample> {
  const done = await progress();
  return {
    at: performance.now(),
    done,
    node: pids.reduce((sum, pid) => sum + processorSeconds(pid), 0),
    postgres: postgresSeconds(postmaster),
    peakBytes: Math.max(...pids.map((pid) => resident(pid).most)),
  };
}

function steadyPart(samples: readonly Sample[], total: number): Pace {
  const last = samples.at(-1)!;
  const warm = samples.find(({ done }) => done >= WARM_SHARE * total)!;
  // So short that it was over at one look: all of it, then.
  const first = warm.done < last.done ? warm : samples[0]!;
  const records = last.done - first.done;
  const seconds = (last.at - first.at) / 1_000;
  return {
    records,
    seconds,
    perSecond: records / seconds,
    nodeMicros: ((last.node - first.node) * 1e6) / records,
    postgresMicros: ((last.postgres - first.postgres) * 1e6) / records,
    peakBytes: last.peakBytes,
  };
}
