import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TcpProxy } from '../harness/tcp-proxy.ts';
import { Broker, type SideDoor } from './broker.ts';
import { freePorts } from './free-ports.ts';
import { brokerJars } from './jars.ts';
import type { Secured } from './secure.ts';

export interface ClusterSettings {
  /** 1 (the default) or 3: then every topic has three copies, two of which must be written. */
  readonly brokers?: number;
  /** A second address for each broker, behind a proxy that a test can cut. */
  readonly sideDoor?: boolean;
  readonly extra?: Readonly<Record<string, string>>;
  readonly secured?: Secured;
}

/** Real Kafka brokers on free ports, with their data in a temporary folder that `stop` removes. */
export class KafkaCluster {
  readonly brokers: readonly Broker[];
  /** The proxies of the side doors, one for each broker; none without. */
  readonly sideDoors: readonly TcpProxy[];
  readonly #directory: string;

  private constructor(parts: {
    brokers: readonly Broker[];
    sideDoors: readonly TcpProxy[];
    directory: string;
  }) {
    this.brokers = parts.brokers;
    this.sideDoors = parts.sideDoors;
    this.#directory = parts.directory;
  }

  static async start(settings: ClusterSettings = {}): Promise<KafkaCluster> {
    const jars = await brokerJars();
    const count = settings.brokers ?? 1;
    const ports = await freePorts(3 * count);
    const directory = mkdtempSync(join(tmpdir(), 'endwatch-kafka-'));
    const peers = Array.from({ length: count }, (_, index) => ({
      id: index + 1,
      port: ports[index] ?? 0,
      controllerPort: ports[count + index] ?? 0,
    }));
    const sidePorts = settings.sideDoor ? ports.slice(2 * count) : [];
    const sideDoors = await Promise.all(sidePorts.map((port) => TcpProxy.open(() => port)));
    const brokers = peers.map(
      (peer, index) =>
        new Broker({
          ...peer,
          jars,
          peers,
          sideDoor: sideDoorOf(sidePorts[index], sideDoors[index]),
          directory: join(directory, String(peer.id)),
          extra: settings.extra ?? {},
          secured: settings.secured ?? null,
        }),
    );
    const cluster = new KafkaCluster({ brokers, sideDoors, directory });
    try {
      await Promise.all(brokers.map((broker) => broker.launch()));
      await Promise.all(brokers.map((broker) => broker.ready()));
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  /** `host:port,host:port`, as `KAFKA_BROKERS` wants it. */
  get bootstrap(): string {
    return this.brokers.map((broker) => broker.address).join(',');
  }

  /** The same by the side doors. */
  get sideBootstrap(): string {
    return this.sideDoors.map(({ port }) => `127.0.0.1:${String(port)}`).join(',');
  }

  /** A crash (`kill -9`). `index` counts from 0. */
  async kill(index: number): Promise<void> {
    await this.#at(index).end('SIGKILL');
  }

  /** A clean stop of one broker. */
  async shut(index: number): Promise<void> {
    await this.#at(index).end('SIGTERM');
  }

  /** Starts a broker that was killed or shut, with the data it had; resolves when it answers. */
  async restart(index: number): Promise<void> {
    await this.#at(index).launch();
    await this.#at(index).ready();
  }

  /** SIGSTOP: the process keeps its sockets and answers nothing until `thaw`. */
  freeze(index: number): void {
    this.#at(index).signal('SIGSTOP');
  }

  thaw(index: number): void {
    this.#at(index).signal('SIGCONT');
  }

  async stop(): Promise<void> {
    // Nothing is kept, so nothing need be written: a clean stop of a quorum that loses its members takes long.
    await Promise.all(this.brokers.map((broker) => broker.end('SIGKILL')));
    await Promise.all(this.sideDoors.map((door) => door.close()));
    rmSync(this.#directory, { recursive: true, force: true, maxRetries: 3 });
  }

  #at(index: number): Broker {
    const broker = this.brokers[index];
    if (broker === undefined) throw new Error(`there is no broker ${String(index)}`);
    return broker;
  }
}

function sideDoorOf(port?: number, proxy?: TcpProxy): SideDoor | null {
  return port === undefined || proxy === undefined ? null : { port, advertised: proxy.port };
}
