import { setTimeout as wait } from 'node:timers/promises';
import { Kafka, logLevel, Partitioners, type Producer } from 'kafkajs';
import { chance, type Load, type Sent } from '../harness/load.ts';
import * as fhir from '../harness/messages.ts';

/** One message as it goes over the wire. */
export interface Wire {
  readonly stream: Sent['stream'];
  readonly key: string;
  readonly value: string;
  /** Of the message, as CloudEvents have it; what is sent twice has it twice. */
  readonly id?: string;
}

/** A message nobody can believe; its value holds the marker, which nothing else does. */
export interface Poison extends Wire {
  readonly marker: string;
  readonly code: 'not-json' | 'key-mismatch' | 'value-implausible';
}

/** Every other message carries an id of its own. */
export function toWires(sent: readonly Sent[]): Wire[] {
  const ids = new Map([...new Set(sent)].map((each, index) => [each, index]));
  return sent.map((each) => {
    const { stream, key, resource } = each;
    const wire = { stream, key, value: JSON.stringify(resource) };
    const index = ids.get(each) ?? 0;
    return index % 2 === 0 ? wire : { ...wire, id: String(index) };
  });
}

export function messageIdsIn(wires: readonly Wire[]): number {
  return new Set(wires.flatMap(({ id }) => id ?? [])).size;
}

/** Of each patient: enough that hardly a batch is without one. */
const POISONS_EACH = 4;

/** Three kinds of poison in turn; `name` makes them those of one play. */
export function poisonsFor({ expected }: Load, name: string): Poison[] {
  return expected.flatMap(({ patientId, newestVital }, patient) =>
    Array.from({ length: POISONS_EACH }, (_, index): Poison => {
      const n = patient * POISONS_EACH + index;
      const marker = `poison-${name}-${n}`;
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
/** Now and then kafkajs answers neither yes nor no when a broker went away in the middle of it. */
const SENT_WITHIN_MS = 20_000;
const GONE_WITHIN_MS = 2_000;

export interface SenderSettings {
  readonly brokers: string;
  readonly prefix: string;
  readonly partitions: number;
}

/** An interface engine: sends in order, and what was not acknowledged again and again. May repeat, never leaves out. */
export class Sender {
  readonly #settings: SenderSettings;
  readonly #place = Partitioners.DefaultPartitioner();
  readonly #all: readonly Wire[];
  readonly #watchers = new Set<() => void>();
  readonly #stopped = new AbortController();
  #producer: Producer | null = null;
  #sent = 0;
  #allowed = 0;
  #pace = 1;

  constructor(settings: SenderSettings, all: readonly Wire[]) {
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

  /** So many times as much at once. */
  faster(times: number): void {
    this.#pace = times;
  }

  /** Resolves once everything it may send for now was acknowledged. */
  async idle(): Promise<void> {
    await this.#until(() => this.#sent >= this.#allowed);
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#told();
    await this.#drop();
  }

  async #run(): Promise<void> {
    while (this.#sent < this.#all.length && !this.#stopped.signal.aborted) {
      await this.#until(() => this.#allowed > this.#sent || this.#stopped.signal.aborted);
      const chunk = this.#all.slice(
        this.#sent,
        Math.min(this.#sent + CHUNK * this.#pace, this.#allowed),
      );
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
      const wanted = [...Map.groupBy(chunk, ({ stream }) => stream)].map(([stream, some]) => ({
        topic: `${this.#settings.prefix}.${stream}`,
        messages: some.map(({ key, value, id }) => ({
          ...{ key, value, partition: this.#partitionOf(key) },
          headers: id === undefined ? {} : { ce_id: id, ce_source: 'faults' },
        })),
      }));
      const answered = await within(SENT_WITHIN_MS, producer.sendBatch({ topicMessages: wanted }));
      // kafkajs may resolve without having sent to a partition whose leader moved meanwhile.
      const places = new Set(
        answered.map(({ topicName, partition }) => `${topicName}/${partition}`),
      );
      const whole = wanted.every(({ topic, messages }) =>
        messages.every(({ partition }) => places.has(`${topic}/${partition}`)),
      );
      if (whole) return true;
    } catch {
      await this.#drop();
    }
    await wait(AGAIN_MS);
    return false;
  }

  /** As every Kafka client places a key. */
  #partitionOf(key: string): number {
    const partitionMetadata = Array.from(
      { length: this.#settings.partitions },
      (_, partitionId) => ({
        ...{ partitionErrorCode: 0, partitionId, leader: 1, replicas: [], isr: [] },
      }),
    );
    return this.#place({ topic: '', partitionMetadata, message: { key, value: null } });
  }

  async #connected(): Promise<Producer> {
    if (this.#producer) return this.#producer;
    const producer = plainClient(this.#settings.brokers).producer({
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await within(SENT_WITHIN_MS, producer.connect());
    this.#producer = producer;
    return producer;
  }

  async #drop(): Promise<void> {
    const producer = this.#producer;
    this.#producer = null;
    if (producer) await within(GONE_WITHIN_MS, producer.disconnect()).catch(() => undefined);
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

/** Rejects when it takes longer. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => {
      failed(new Error(`no answer within ${milliseconds} ms`));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
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
