import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Secured } from './secure.ts';

const run = promisify(execFile);
const CLUSTER_ID = 'ZW5kd2F0Y2gtdGVzdHMtMQ';
const READY_WITHIN_MS = 90_000;
const LOG4J = join(import.meta.dirname, 'log4j2.properties');

export interface BrokerAddress {
  /** Node id, from 1. */
  readonly id: number;
  readonly port: number;
  readonly controllerPort: number;
}

/** A second way in: clients that come by it are sent to `advertised`, where something stands in between. */
export interface SideDoor {
  readonly port: number;
  readonly advertised: number;
}

export interface BrokerSettings extends BrokerAddress {
  readonly jars: string;
  readonly directory: string;
  /** All brokers of the cluster, this one among them. */
  readonly peers: readonly BrokerAddress[];
  readonly sideDoor: SideDoor | null;
  /** Further lines of server.properties. */
  readonly extra: Readonly<Record<string, string>>;
  /** Null: in the clear, open to everybody. */
  readonly secured: Secured | null;
}

/** One Apache Kafka process, broker and controller at once (KRaft). Its port stays the same over restarts. */
export class Broker {
  readonly #settings: BrokerSettings;
  #process: ChildProcess | null = null;

  constructor(settings: BrokerSettings) {
    this.#settings = settings;
  }

  get address(): string {
    return `127.0.0.1:${String(this.#settings.port)}`;
  }

  get pid(): number | null {
    return this.#process?.pid ?? null;
  }

  /** Starts the process on what is in its folder; `ready` waits until it answers. */
  async launch(): Promise<void> {
    const { directory, jars } = this.#settings;
    const file = join(directory, 'server.properties');
    if (!existsSync(file)) await this.#format(file);
    const log = openSync(join(directory, 'out.log'), 'a');
    this.#process = spawn(
      'java',
      [
        '-Xms64m',
        '-Xmx384m',
        '-XX:+UseSerialGC',
        '-XX:TieredStopAtLevel=1',
        '-Xshare:auto',
        `-Dlog4j2.configurationFile=${LOG4J}`,
        '-cp',
        join(jars, '*'),
        'kafka.Kafka',
        file,
      ],
      { stdio: ['ignore', log, log] },
    );
    closeSync(log);
  }

  async ready(): Promise<void> {
    const deadline = performance.now() + READY_WITHIN_MS;
    while (!(await answers(this.#settings.port))) {
      const gone = this.#process === null || this.#process.exitCode !== null;
      if (gone || performance.now() > deadline)
        throw new Error(`Kafka did not start: ${this.#tail()}`);
      await wait(50);
    }
  }

  /** SIGTERM is a clean stop, SIGKILL a crash, SIGSTOP and SIGCONT a process that hangs for a while. */
  signal(name: 'SIGTERM' | 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    this.#process?.kill(name);
  }

  /** Ends the process and resolves when it is gone. */
  async end(name: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const ending = this.#process;
    this.#process = null;
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
    const exited = once(ending, 'exit');
    ending.kill('SIGCONT');
    ending.kill(name);
    const overdue = setTimeout(() => ending.kill('SIGKILL'), 15_000);
    await exited;
    clearTimeout(overdue);
  }

  async #format(file: string): Promise<void> {
    mkdirSync(this.#settings.directory, { recursive: true });
    writeFileSync(file, properties(this.#settings));
    await run('java', [
      '-Xmx128m',
      '-XX:TieredStopAtLevel=1',
      '-cp',
      join(this.#settings.jars, '*'),
      'kafka.tools.StorageTool',
      'format',
      '-t',
      CLUSTER_ID,
      '-c',
      file,
      ...(this.#settings.secured?.format ?? []),
    ]);
  }

  #tail(): string {
    return readFileSync(join(this.#settings.directory, 'out.log'), 'utf8').slice(-2_000);
  }
}

type Lines = Record<string, string>;

function properties(settings: BrokerSettings): string {
  const copies = String(Math.min(3, settings.peers.length));
  const insync = String(settings.peers.length > 1 ? 2 : 1);
  const lines: Lines = {
    'process.roles': 'broker,controller',
    'node.id': String(settings.id),
    'controller.quorum.voters': settings.peers
      .map((peer) => `${String(peer.id)}@127.0.0.1:${String(peer.controllerPort)}`)
      .join(','),
    listeners: `${settings.secured?.listener ?? 'PLAINTEXT'}://127.0.0.1:${String(settings.port)},CONTROLLER://127.0.0.1:${String(settings.controllerPort)}`,
    'controller.listener.names': 'CONTROLLER',
    ...(settings.sideDoor ? sideDoorLines(settings, settings.sideDoor) : {}),
    'log.dirs': join(settings.directory, 'data'),
    'default.replication.factor': copies,
    'min.insync.replicas': insync,
    'offsets.topic.replication.factor': copies,
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': insync,
    'auto.create.topics.enable': 'false',
    // Small and quick, for tests.
    'group.initial.rebalance.delay.ms': '0',
    'group.min.session.timeout.ms': '1000',
    'offsets.topic.num.partitions': '5',
    'transaction.state.log.num.partitions': '5',
    'log.cleaner.dedupe.buffer.size': '4194304',
    // After a crash a broker waits for its own old registration to lapse.
    'broker.session.timeout.ms': '2000',
    'broker.heartbeat.interval.ms': '500',
    ...settings.secured?.properties,
    ...settings.extra,
  };
  return Object.entries(lines)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

function sideDoorLines({ port, controllerPort }: BrokerAddress, side: SideDoor): Lines {
  const main = `PLAINTEXT://127.0.0.1:${String(port)}`;
  const at = (door: number): string => `SIDE://127.0.0.1:${String(door)}`;
  return {
    listeners: `${main},${at(side.port)},CONTROLLER://127.0.0.1:${String(controllerPort)}`,
    'advertised.listeners': `${main},${at(side.advertised)}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,SIDE:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const settle = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', settle(true)).once('error', settle(false));
  });
}
