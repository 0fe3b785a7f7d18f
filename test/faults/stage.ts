import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import pg from 'pg';
import type { KafkaCluster } from '../kafka/cluster.ts';
import { Endwatch, eventually, type PostgresServer } from '../harness/system.ts';
import { INBOUND, logEnds, placeName, type LogEnd } from './log-contents.ts';

export const PARTITIONS = 6;

/** The servers that all rounds share. */
export interface World {
  readonly kafka: KafkaCluster;
  readonly postgres: PostgresServer;
}

/** One round's system: topics and a database of its own, and the processes that are meant to run. */
export class Stage {
  readonly world: World;
  readonly prefix: string;
  readonly url: string;
  readonly topics: readonly string[];
  readonly #members = new Map<string, Endwatch>();
  readonly #everybody: Endwatch[] = [];

  private constructor(world: World, prefix: string, url: string) {
    this.world = world;
    this.prefix = prefix;
    this.url = url;
    this.topics = INBOUND.map((stream) => `${prefix}.${stream}`);
  }

  static async open(world: World, name: string): Promise<Stage> {
    const url = await world.postgres.database(name.replaceAll('-', '_'));
    const stage = new Stage(world, name, url);
    await stage.join('a');
    return stage;
  }

  get running(): readonly Endwatch[] {
    return [...this.#members.values()];
  }

  member(name: string): Endwatch {
    const member = this.#members.get(name);
    if (!member) throw new Error(`there is no process ${name}`);
    return member;
  }

  /** Starts one more process and waits until it consumes. */
  async join(name: string): Promise<void> {
    const member = new Endwatch({
      DATABASE_URL: this.url,
      KAFKA_BROKERS: this.world.kafka.bootstrap,
      ENDWATCH_TOPIC_PREFIX: this.prefix,
      ENDWATCH_PARTITIONS: String(PARTITIONS),
    });
    this.#members.set(name, member);
    this.#everybody.push(member);
    await member.ready();
  }

  /** Ends a process; resolves with its exit code or the signal that ended it. */
  async end(name: string, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | NodeJS.Signals> {
    const member = this.member(name);
    this.#members.delete(name);
    return member.stop(signal);
  }

  async ends(): Promise<LogEnd[]> {
    return logEnds(this.world.kafka.bootstrap, this.topics);
  }

  /** Resolves when everything before `ends` is durable in Postgres. */
  async consumed(ends: readonly LogEnd[], withinMs = 60_000): Promise<void> {
    await eventually(
      async () => this.#behind(ends),
      (behind) => behind.length === 0,
      withinMs,
    );
  }

  async #behind(ends: readonly LogEnd[]): Promise<string[]> {
    const stored = await this.offsets();
    return ends
      .filter((each) => (stored.get(placeName(each)) ?? 0n) < each.end)
      .map((each) => `${placeName(each)} ${stored.get(placeName(each)) ?? 0n} of ${each.end}`);
  }

  /** Resolves when no message waits for the way out. */
  async drained(): Promise<void> {
    await eventually(
      () =>
        this.rows<{ id: string; topic: string }>(
          `SELECT id, topic FROM outbox UNION ALL SELECT id, 'scores' FROM score_outbox LIMIT 5`,
        ),
      (waiting) => waiting.length === 0,
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

  /** Resolves while a process (any, when none is named) has written part of a transaction that is not committed yet. */
  async midWrite(name?: string): Promise<void> {
    const pid = name === undefined ? null : this.member(name).pid;
    await withConnection(this.url, async (client) => {
      const deadline = performance.now() + 30_000;
      for (;;) {
        const { rows } = await client.query<{ client_port: number }>(
          `SELECT client_port FROM pg_stat_activity
           WHERE datname = current_database() AND backend_xid IS NOT NULL AND client_port IS NOT NULL`,
        );
        const ports = pid === null || rows.length === 0 ? null : portsOf(pid);
        if (rows.some(({ client_port: port }) => ports?.has(port) ?? true)) return;
        if (performance.now() > deadline) throw new Error('nobody writes anything');
      }
    });
  }

  /** How many lines match, of all processes that ever ran. */
  said(pattern: RegExp): number {
    return this.#everybody.flatMap(({ lines }) => lines).filter((line) => pattern.test(line))
      .length;
  }

  async close(): Promise<void> {
    for (const member of this.running) {
      member.signal('SIGCONT');
      await member.stop('SIGKILL');
    }
    for (const { home } of this.#everybody) rmSync(home, { recursive: true, force: true });
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

/** Local TCP ports of a process, as Linux tells them. */
function portsOf(pid: number): ReadonlySet<number> {
  const sockets = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return [];
      }
    }),
  );
  const ports = new Set<number>();
  for (const line of readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1)) {
    const columns = line.trim().split(/\s+/);
    const [, local = ''] = columns;
    if (sockets.has(columns[9] ?? '')) ports.add(parseInt(local.split(':')[1] ?? '', 16));
  }
  return ports;
}
