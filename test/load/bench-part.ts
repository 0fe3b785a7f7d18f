import { rmSync } from 'node:fs';
import { Endwatch, PostgresServer, query } from '../harness/system.ts';
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
  /** Printed below the table of the part, not kept. */
  readonly details?: readonly string[];
}

/** Sizes of a run. */
export interface BenchOptions {
  /** Everything so small that it takes seconds: to see that it works. */
  readonly small: boolean;
  readonly profile: boolean;
  /** Instead of the part's own. */
  readonly records: number | null;
  readonly patients: number | null;
}

export interface Part {
  readonly name: string;
  readonly title: string;
  readonly run: (world: World, options: BenchOptions) => Promise<PartResult>;
}

export interface ProductSettings {
  readonly prefix: string;
  readonly url: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Options for Node itself. */
  readonly node?: readonly string[];
}

export const PARTITIONS = 12;

/** The servers that all parts share; each part has a database and topics of its own. */
export class World {
  readonly postgres = new PostgresServer();
  #kafka: Promise<KafkaCluster> | null = null;
  readonly #running = new Set<Endwatch>();

  /** Started when a part first asks. */
  kafka(): Promise<KafkaCluster> {
    return (this.#kafka ??= KafkaCluster.start());
  }

  /** A process of the product on the real log; ended by `end`, or with the world. */
  async product({ prefix, url, env, node }: ProductSettings): Promise<Endwatch> {
    const { bootstrap } = await this.kafka();
    const settings = {
      DATABASE_URL: url,
      KAFKA_BROKERS: bootstrap,
      ENDWATCH_TOPIC_PREFIX: prefix,
      ENDWATCH_PARTITIONS: String(PARTITIONS),
      ...env,
    };
    const product = new Endwatch(settings, undefined, { node: node ?? [] });
    this.#running.add(product);
    return product.ready();
  }

  async end(product: Endwatch): Promise<void> {
    await product.stop();
    this.#running.delete(product);
    rmSync(product.home, { recursive: true, force: true });
  }

  async drop(url: string): Promise<void> {
    const name = new URL(url).pathname.slice(1);
    await query(url.replace(/\/\w+$/, '/postgres'), `DROP DATABASE ${name} WITH (FORCE)`);
  }

  async stop(): Promise<void> {
    for (const product of this.#running) await this.end(product);
    await (await this.#kafka?.catch(() => null))?.stop();
    await this.postgres.stop();
  }
}
