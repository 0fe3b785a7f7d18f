import pg from 'pg';
import type { KafkaCluster } from '../kafka/cluster.ts';
import { eventually } from '../harness/system.ts';
import { TcpProxy } from '../harness/tcp-proxy.ts';
import { INBOUND, logEnds, placeName, type LogEnd } from './log-contents.ts';
import { Member, type Role } from './member.ts';
import { Viewer } from './viewer.ts';
import { WardPage } from './ward-page.ts';
import type { World } from './world.ts';

export const PARTITIONS = 6;
const VIEWERS = 4;
type Place = readonly [name: string, role: Role];

/** Two of each, as the smallest installation that survives the loss of one. */
const CAST: readonly [Place, ...Place[]] = [
  ['scorer-1', 'scorer'],
  ['scorer-2', 'scorer'],
  ['gateway-1', 'gateway'],
  ['gateway-2', 'gateway'],
];
/** This one reaches Kafka by the side door, where it can be cut off. */
export const BY_SIDE_DOOR = 'scorer-1';

/** Quiet time after the last record before the clock looks at a patient, with room. */
const SETTLED_AFTER = '6 seconds';

/** One play's system: topics and a database of its own, the processes that are meant to run, and people who watch. */
export class Stage {
  readonly world: World;
  readonly kafka: KafkaCluster;
  readonly prefix: string;
  readonly wardId: string;
  /** Of the database, straight to the server. */
  readonly url: string;
  readonly topics: readonly string[];
  /** What stands between those who watch and the gateways: each new connection goes to the next that runs. */
  readonly front: TcpProxy;
  readonly viewers: Viewer[] = [];
  /** Null in plays without a browser. */
  page: WardPage | null = null;
  readonly #members = new Map<string, Member>();
  readonly #everybody: Member[] = [];

  private constructor(
    parts: Pick<Stage, 'world' | 'kafka' | 'prefix' | 'wardId' | 'url'> & { front: TcpProxy },
  ) {
    this.world = parts.world;
    this.kafka = parts.kafka;
    this.prefix = parts.prefix;
    this.wardId = parts.wardId;
    this.url = parts.url;
    this.front = parts.front;
    this.topics = INBOUND.map((stream) => `${parts.prefix}.${stream}`);
  }

  static async open(
    world: World,
    { name, wardId, brokers }: { name: string; wardId: string; brokers: 1 | 3 },
  ): Promise<Stage> {
    const [kafka, url] = await Promise.all([world.kafka(brokers), world.database()]);
    let turn = 0;
    const front = await TcpProxy.open(() => stage.#gatewayPorts().at(turn++ % 2) ?? null);
    const stage: Stage = new Stage({ world, kafka, prefix: name, wardId, url, front });
    try {
      await stage.#fill();
      return stage;
    } catch (error) {
      await stage.close();
      throw error;
    }
  }

  async #fill(): Promise<void> {
    const [[first, its], ...others] = CAST;
    // One first: it makes the tables and topics, for which the others would only wait.
    await this.join(first, its);
    await Promise.all(others.map(([member, role]) => this.join(member, role)));
    for (let n = 0; n < VIEWERS; n++) this.viewers.push(new Viewer(this.address, this.wardId));
  }

  /** Where a board is opened. */
  get address(): string {
    return `http://127.0.0.1:${this.front.port}`;
  }

  get running(): readonly Member[] {
    return [...this.#members.values()];
  }

  ofRole(role: Role): readonly Member[] {
    return this.running.filter((member) => member.role === role);
  }

  member(name: string): Member {
    const member = this.#members.get(name);
    if (!member) throw new Error(`there is no process ${name}`);
    return member;
  }

  /** Starts one more process and waits until it does its work. */
  async join(name: string, role: Role): Promise<void> {
    const { bootstrap, sideBootstrap } = this.kafka;
    const member = await Member.launch({
      ...{ name, role, databaseUrl: this.url },
      env: {
        KAFKA_BROKERS: name === BY_SIDE_DOOR ? sideBootstrap : bootstrap,
        ENDWATCH_TOPIC_PREFIX: this.prefix,
        ENDWATCH_PARTITIONS: String(PARTITIONS),
      },
    });
    this.#members.set(name, member);
    this.#everybody.push(member);
    await member.process.ready();
  }

  /** Ends a process; resolves with its exit code or the signal that ended it. */
  async end(name: string, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | NodeJS.Signals> {
    const member = this.member(name);
    this.#members.delete(name);
    return member.end(signal);
  }

  async ends(): Promise<LogEnd[]> {
    return logEnds(this.kafka.bootstrap, this.topics);
  }

  /** Resolves when everything before `ends` is durable in Postgres. */
  async consumed(ends: readonly LogEnd[], withinMs = 90_000): Promise<void> {
    await eventually(
      async () => this.#behind(ends),
      (behind) => behind.length === 0,
      withinMs,
    );
  }

  /** Resolves when everybody who watches has seen every number of the ward that there is now. */
  async seen(withinMs = 90_000): Promise<void> {
    const newest = await this.newestNumber();
    await eventually(
      async () => [
        ...this.viewers.map(({ sequence }) => sequence),
        (await this.page?.sequence()) ?? newest,
      ],
      (sequences) => sequences.every((sequence) => sequence >= newest),
      withinMs,
    );
  }

  /** Of the ward; 0 before its first event. */
  async newestNumber(): Promise<number> {
    const sql = 'SELECT sequence FROM ward WHERE id = $1';
    const [ward] = await this.rows<{ sequence: string }>(sql, [this.wardId]);
    return Number(ward?.sequence ?? 0);
  }

  async openPage(): Promise<void> {
    const browser = await this.world.browser();
    this.page = await WardPage.open(browser, `${this.address}/wards/${this.wardId}`);
  }

  /** Nothing waits any more: no patient for the clock, no message for the way out. */
  async settled(): Promise<void> {
    await eventually(
      () =>
        this.rows<{ waiting: string }>(
          `SELECT 'patient ' || patient_id AS waiting FROM patient WHERE next_wake_at < now() + $1::interval
           UNION ALL SELECT 'message ' || id FROM outbox
           UNION ALL SELECT 'scores ' || id FROM score_outbox LIMIT 5`,
          [SETTLED_AFTER],
        ),
      (waiting) => waiting.length === 0,
      90_000,
    );
  }

  async offsets(): Promise<ReadonlyMap<string, bigint>> {
    const rows = await this.rows<{ topic: string; partition: number; next: string }>(
      'SELECT topic, partition, next_offset AS next FROM consumer_offset',
    );
    return new Map(rows.map((row) => [placeName(row), BigInt(row.next)]));
  }

  async rows<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return withConnection(this.url, async (client) => (await client.query<Row>(sql, values)).rows);
  }

  /** What all processes that ever ran have said, line by line with the name of who said it. */
  said(pattern: RegExp): string[] {
    return this.#everybody.flatMap(({ name, process }) =>
      process.lines.filter((line) => pattern.test(line)).map((line) => `${name}: ${line}`),
    );
  }

  async close(): Promise<void> {
    await this.page?.close();
    for (const viewer of this.viewers) viewer.close();
    await Promise.all(this.running.map((member) => this.#dismiss(member)));
    await this.front.close();
    for (const member of this.#everybody) member.forget();
  }

  async #dismiss(member: Member): Promise<void> {
    member.process.signal('SIGCONT');
    await member.end('SIGKILL');
  }

  #gatewayPorts(): number[] {
    return this.ofRole('gateway').flatMap(({ process }) =>
      process.running && process.address ? Number(new URL(process.address).port) : [],
    );
  }

  async #behind(ends: readonly LogEnd[]): Promise<string[]> {
    const stored = await this.offsets();
    return ends
      .filter((each) => (stored.get(placeName(each)) ?? 0n) < each.end)
      .map((each) => `${placeName(each)} ${stored.get(placeName(each)) ?? 0n} of ${each.end}`);
  }
}

async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed is not this test's trouble: the query in hand fails by itself.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
