import { setTimeout as wait } from 'node:timers/promises';
import { Kafka, logLevel, Partitioners, type Producer } from 'kafkajs';
import { chance, type Load, type Sent } from '../harness/load.ts';
import * as fhir from '../harness/messages.ts';

/** One message as it goes over the wire. */
export interface Wire {
  readonly stream: Sent['stream'];
  readonly key: string;
  readonly value: string;
}

/** A message nobody can believe; its value holds the marker, which nothing else does. */
export interface Poison extends Wire {
  readonly marker: string;
  readonly code: 'not-json' | 'key-mismatch' | 'value-implausible';
}

export function toWire({ stream, key, resource }: Sent): Wire {
  return { stream, key, value: JSON.stringify(resource) };
}

/** Of each patient: enough that hardly a batch is without one. */
const POISONS_EACH = 4;

/** Three kinds of poison in turn. */
export function poisonsFor({ wardId, expected }: Load): Poison[] {
  return expected.flatMap(({ patientId, newestVital }, patient) =>
    Array.from({ length: POISONS_EACH }, (_, index): Poison => {
      const n = patient * POISONS_EACH + index;
      const marker = `poison-${wardId}-${n}`;
      const told = { id: marker, patientId, at: newestVital };
      const value = JSON.stringify(fhir.heartRate(told, n % 3 === 2 ? 4_000 : 80));
      const place = { stream: 'vitals', key: patientId, value, marker } as const;
      if (n % 3 === 0) return { ...place, code: 'not-json', value: value.slice(0, -9) };
      if (n % 3 === 1) return { ...place, code: 'key-mismatch', key: `${patientId}-of-another` };
      return { ...place, code: 'value-implausible' };
    }),
  );
}

/** Each poison somewhere among the good ones. */
export function poisoned(
  good: readonly Wire[],
  poisons: readonly Poison[],
  seed: number,
): readonly Wire[] {
  const random = chance(seed);
  const all: Wire[] = [...good];
  for (const poison of poisons) all.splice(Math.floor(random() * all.length), 0, poison);
  return all;
}

const CHUNK = 60;
const PAUSE_MS = 60;
const AGAIN_MS = 250;

/** An interface engine: sends in order, and what was not acknowledged again and again. May repeat, never leaves out. */
export class Sender {
  readonly #settings: { readonly brokers: string; readonly prefix: string };
  readonly #all: readonly Wire[];
  readonly #watchers = new Set<() => void>();
  readonly #stopped = new AbortController();
  #producer: Producer | null = null;
  #sent = 0;
  #allowed = 0;

  constructor(settings: { brokers: string; prefix: string }, all: readonly Wire[]) {
    this.#settings = settings;
    this.#all = all;
    void this.#run();
  }

  /** Lets it go on up to this share (0–1) of everything. */
  allow(share: number): void {
    this.#allowed = Math.max(this.#allowed, Math.round(share * this.#all.length));
    this.#told();
  }

  /** Resolves once this share was acknowledged. */
  async reached(share: number): Promise<void> {
    const goal = Math.round(share * this.#all.length);
    await this.#until(() => this.#sent >= goal);
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#told();
    await this.#drop();
  }

  async #run(): Promise<void> {
    while (this.#sent < this.#all.length && !this.#stopped.signal.aborted) {
      await this.#until(() => this.#allowed > this.#sent || this.#stopped.signal.aborted);
      const chunk = this.#all.slice(this.#sent, Math.min(this.#sent + CHUNK, this.#allowed));
      if (chunk.length > 0 && (await this.#send(chunk))) {
        this.#sent += chunk.length;
        this.#told();
      }
      await wait(PAUSE_MS);
    }
    await this.#drop();
  }

  async #send(chunk: readonly Wire[]): Promise<boolean> {
    try {
      const producer = await this.#connected();
      await producer.sendBatch({
        topicMessages: [...Map.groupBy(chunk, ({ stream }) => stream)].map(([stream, some]) => ({
          topic: `${this.#settings.prefix}.${stream}`,
          messages: some.map(({ key, value }) => ({ key, value })),
        })),
      });
      return true;
    } catch {
      await this.#drop();
      await wait(AGAIN_MS);
      return false;
    }
  }

  async #connected(): Promise<Producer> {
    if (this.#producer) return this.#producer;
    const producer = plainClient(this.#settings.brokers).producer({
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    this.#producer = producer;
    return producer;
  }

  async #drop(): Promise<void> {
    const producer = this.#producer;
    this.#producer = null;
    await producer?.disconnect().catch(() => undefined);
  }

  async #until(right: () => boolean): Promise<void> {
    while (!right()) {
      await new Promise<void>((told) => {
        this.#watchers.add(told);
      });
    }
  }

  #told(): void {
    const waiting = [...this.#watchers];
    this.#watchers.clear();
    for (const told of waiting) told();
  }
}

export function plainClient(brokers: string): Kafka {
  return new Kafka({
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
    connectionTimeout: 1_000,
    requestTimeout: 5_000,
    retry: { retries: 2, initialRetryTime: 100, maxRetryTime: 500 },
  });
}
