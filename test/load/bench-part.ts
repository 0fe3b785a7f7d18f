import { PostgresServer } from '../harness/system.ts';
import { KafkaCluster } from '../kafka/cluster.ts';

/** One line of the table: a figure of Endwatch and, beside it, that of the least work that could do the job in the same run. */
export interface Row {
  readonly what: string;
  readonly endwatch: string;
  readonly floor?: string;
  readonly target?: string;
}

export interface PartResult {
  readonly rows: readonly Row[];
  /** Counts that are not what they must be; each fails the run. Times never do. */
  readonly wrong: readonly string[];
  /** Printed below the table of the part: plans, profiles. */
  readonly details?: readonly string[];
}

/** Sizes of a run; null = the part's own. */
export interface BenchOptions {
  /** Everything so small that it takes seconds: to see that it works. */
  readonly small: boolean;
  /** Leaves a profile of the product in the folder `out`. */
  readonly profile: boolean;
  readonly records: number | null;
  readonly patients: number | null;
  readonly observations: number | null;
  readonly seconds: number | null;
  readonly outageMinutes: number | null;
  readonly memoryMinutes: number | null;
  /** The most that the heap of the product's main thread may become (`memory`). */
  readonly heapMegabytes: number | null;
}

export interface Part {
  readonly name: string;
  readonly title: string;
  readonly run: (world: World, options: BenchOptions) => Promise<PartResult>;
}

/** The servers that all parts share. */
export class World {
  readonly postgres = new PostgresServer();
  #kafka: Promise<KafkaCluster> | null = null;
  readonly #began: number = performance.now();

  /** Started when a part first asks. */
  kafka(): Promise<KafkaCluster> {
    return (this.#kafka ??= KafkaCluster.start());
  }

  /** How far a long run is, for whoever waits; beside the table, not in it. */
  say(line: string): void {
    const seconds = Math.round((performance.now() - this.#began) / 1_000);
    process.stderr.write(`[${String(seconds).padStart(5)} s] ${line}\n`);
  }

  async stop(): Promise<void> {
    await (await this.#kafka?.catch(() => null))?.stop();
    await this.postgres.stop();
  }
}
