import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Endwatch, eventually, query } from '../harness/system.ts';
import type { World } from './bench-part.ts';
import { Progress, stored } from './stored.ts';
import { WardStream } from './ward-stream.ts';

const PARTITIONS = 12;
/** The clock waits so long before it fills the hours that the first data left. */
const SETTLE_MS = 7_000;
/** No figure: where nothing moves any more a run ends at last. */
const WARM_WITHIN_MS = 4 * 3_600_000;
/** Some patient's hour comes all the time. */
const FEW = 5;

export interface StageSettings {
  readonly patients: number;
  readonly wards?: number;
  readonly admittedHoursAgo?: readonly [least: number, most: number];
}

export interface ProductSettings {
  readonly env?: Readonly<Record<string, string>>;
  /** Options for Node itself. */
  readonly node?: readonly string[];
}

/** One part's system: topics and a database of its own, a stream of records, processes of the product. */
export class Stage {
  readonly world: World;
  readonly prefix: string;
  readonly url: string;
  readonly brokers: string;
  readonly stream: WardStream;
  readonly progress: Progress;
  readonly #running = new Set<Endwatch>();

  private constructor(
    world: World,
    about: Pick<Stage, 'prefix' | 'url' | 'brokers' | 'stream' | 'progress'>,
  ) {
    this.world = world;
    this.prefix = about.prefix;
    this.url = about.url;
    this.brokers = about.brokers;
    this.stream = about.stream;
    this.progress = about.progress;
  }

  static async open(world: World, name: string, settings: StageSettings): Promise<Stage> {
    const prefix = `bench-${name}`;
    const url = await world.postgres.database(prefix.replaceAll('-', '_'));
    const { bootstrap: brokers } = await world.kafka();
    const stream = await WardStream.open({
      ...{ brokers, prefix, partitions: PARTITIONS, admittedHoursAgo: [2, 12] },
      ...settings,
    });
    return new Stage(world, { prefix, url, brokers, stream, progress: await Progress.open(url) });
  }

  /** A process of the product, ready. */
  async product({ env, node = [] }: ProductSettings = {}): Promise<Endwatch> {
    const settings = {
      DATABASE_URL: this.url,
      KAFKA_BROKERS: this.brokers,
      ENDWATCH_TOPIC_PREFIX: this.prefix,
      ENDWATCH_PARTITIONS: String(PARTITIONS),
      ...env,
    };
    const product = new Endwatch(settings, undefined, { node });
    this.#running.add(product);
    return product.ready();
  }

  async end(product: Endwatch): Promise<void> {
    await product.stop();
    this.#running.delete(product);
    rmSync(product.home, { recursive: true, force: true });
  }

  /** Everybody is in house, with every hour scored, before anything counts. No process runs afterwards. */
  async warmUp(): Promise<void> {
    const sent = await this.stream.warm();
    this.world.say(`${this.prefix}: ${String(sent)} resources of the first hours`);
    const product = await this.product();
    await this.consumed();
    await this.settled();
    await this.end(product);
    const { records, scores } = await stored(this.url);
    this.world.say(
      `${this.prefix}: warm, ${String(records)} resources and ${String(scores)} scores stored`,
    );
  }

  /** Resolves when the running product has done what the clock asks for: it has no more to do than a ward that lies there. */
  async settled(): Promise<void> {
    await wait(SETTLE_MS);
    await eventually(
      () => this.progress.due(),
      (due) => due < FEW,
      WARM_WITHIN_MS,
    );
  }

  /** Resolves when everything that is in the log now is committed. */
  async consumed(): Promise<void> {
    const inLog = await this.stream.inLog();
    await eventually(
      () => this.progress.records(),
      (done) => done >= inLog,
      WARM_WITHIN_MS,
    );
  }

  /** Ends what still runs and lets the data go. */
  async close(): Promise<void> {
    for (const product of this.#running) await this.end(product);
    await this.stream.close();
    await this.progress.close();
    const name = new URL(this.url).pathname.slice(1);
    await query(this.url.replace(/\/\w+$/, '/postgres'), `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

/** A stage for the time of `work`. */
export async function onStage<T>(
  world: World,
  { name, ...settings }: StageSettings & { readonly name: string },
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const stage = await Stage.open(world, name, settings);
  try {
    return await work(stage);
  } finally {
    await stage.close();
  }
}

/** Resources that should be stored since `before` and are not, and whatever was rejected. */
export async function lostSince(
  { url, prefix }: Stage,
  before: { readonly records: number },
  sent: number,
): Promise<string[]> {
  const after = await stored(url);
  const kept = after.records - before.records;
  return [
    ...(kept === sent
      ? []
      : [`${prefix}: ${String(kept)} of ${String(sent)} resources are stored`]),
    ...(after.rejected === null ? [] : [`${prefix}: rejected ${after.rejected}`]),
  ];
}
