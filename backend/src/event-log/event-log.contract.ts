import type { EventLog, LogSubscription, NewLogRecord } from '../pipeline/event-log.ts';
import { partitionOfKey } from './murmur2.ts';
import { CasStore, type Hooks, type Member, placeOf } from './testing/cas-store.ts';

export const PARTITIONS = 6;

export interface OpenSettings {
  readonly prefix: string;
  readonly partitions?: number;
}

/** Opens the log as a process would that just started; the contract closes it. */
export type OpenLog = (settings: OpenSettings) => EventLog;

let tests = 0;

/** Topics and a group of their own for each test. */
export class Bench {
  readonly prefix: string;
  readonly topics: readonly string[];
  readonly store: CasStore = new CasStore();
  readonly #open: OpenLog;
  readonly #logs: EventLog[] = [];

  constructor(open: OpenLog) {
    tests += 1;
    this.prefix = `contract-${process.pid}-${tests}`;
    this.topics = [`${this.prefix}.vitals`, `${this.prefix}.labs`];
    this.#open = open;
  }

  log(partitions: number = PARTITIONS): EventLog {
    const log = this.#open({ prefix: this.prefix, partitions });
    this.#logs.push(log);
    return log;
  }

  async ready(): Promise<EventLog> {
    const log = this.log();
    await log.ensureTopics(this.topics);
    return log;
  }

  async join(name: string, hooks: Hooks = {}): Promise<Joined> {
    const log = this.log();
    await log.ensureTopics(this.topics);
    const member = this.store.member(name, hooks);
    return { log, member, subscription: await log.consume(this.topics, member) };
  }

  /** `count` records with values from `first` on, spread over keys and both topics. */
  records(first: number, count: number): NewLogRecord[] {
    return Array.from({ length: count }, (_, index) => ({
      topic: this.topics[index % 2] ?? '',
      key: `p${(first + index) % 17}`,
      value: Buffer.from(String(first + index)),
      headers: {},
    }));
  }

  async close(): Promise<void> {
    await Promise.all(this.#logs.map((log) => log.close()));
  }
}

export interface Joined {
  readonly log: EventLog;
  readonly member: Member;
  readonly subscription: LogSubscription;
}

/** Numbers `from` … `to - 1` as the text that values carry. */
export function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => String(from + index));
}

export function sorted(values: readonly string[]): string[] {
  return [...values].sort((a, b) => Number(a) - Number(b));
}

/** Order within each topic-partition, and nothing twice. */
export function expectInOrder(store: CasStore): void {
  const last = new Map<string, bigint>();
  for (const record of store.committed) {
    expect(record.offset).toBeGreaterThan(last.get(placeOf(record)) ?? -1n);
    last.set(placeOf(record), record.offset);
  }
}

function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return {
    opened: promise,
    open: () => {
      resolve(undefined);
    },
  };
}

/** Of one batch: the logs under test are opened with this limit. */
export const MOST_RECORDS = 1_000;

/** What every event log keeps, however it is made. */
export function eventLogContract(open: OpenLog): void {
  let bench: Bench;
  beforeEach(() => {
    bench = new Bench(open);
  });
  afterEach(() => bench.close());

  describe('appending', () => {
    it('answers with positions without holes, a key on the same partition of every topic', async () => {
      const log = await bench.ready();
      const sent = bench.records(0, 200);
      const positions = await log.append(sent);
      const next = new Map<string, bigint>();
      positions.forEach((position, index) => {
        const record = sent[index];
        expect(position.topic).toBe(record?.topic);
        expect(position.partition).toBe(partitionOfKey(record?.key ?? '', PARTITIONS));
        expect(position.offset).toBe(next.get(placeOf(position)) ?? 0n);
        next.set(placeOf(position), position.offset + 1n);
      });
    });

    it('keeps apart what many append at once', async () => {
      const log = await bench.ready();
      const other = bench.log();
      const appended = await Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          (n % 2 === 0 ? log : other).append(bench.records(n * 10, 10)),
        ),
      );
      const places = appended.flat().map((position) => `${placeOf(position)}/${position.offset}`);
      expect(new Set(places).size).toBe(400);
      for (const positions of appended) {
        const last = new Map<string, bigint>();
        for (const position of positions) {
          expect(position.offset).toBeGreaterThan(last.get(placeOf(position)) ?? -1n);
          last.set(placeOf(position), position.offset);
        }
      }
    });

    it('takes records without a key, and none at all', async () => {
      const log = await bench.ready();
      const [topic = ''] = bench.topics;
      const bare = { topic, key: null, value: Buffer.from('x'), headers: {} };
      await expect(log.append([bare, bare])).resolves.toHaveLength(2);
      await expect(log.append([])).resolves.toEqual([]);
    });

    it('tells where every partition ends', async () => {
      const log = await bench.ready();
      const positions = await log.append(bench.records(0, 100));
      const ends = await bench.log().ends(bench.topics);
      expect(ends).toHaveLength(bench.topics.length * PARTITIONS);
      for (const { topic, partition, offset } of ends) {
        const there = positions.filter((at) => at.topic === topic && at.partition === partition);
        expect(offset).toBe(BigInt(there.length));
      }
    });

    it('rejects for a topic that does not exist', async () => {
      const log = await bench.ready();
      const [record] = bench.records(0, 1);
      if (record === undefined) throw new Error('no record');
      const lost = { ...record, topic: `${bench.prefix}.nowhere` };
      await expect(log.append([lost])).rejects.toThrow(/does not exist/);
    });
  });

  describe('topics', () => {
    it('are created once and keep their number of partitions', async () => {
      await bench.ready();
      const later = bench.log(PARTITIONS + 5);
      await later.ensureTopics([...bench.topics, `${bench.prefix}.scores`]);
      const positions = await later.append(
        numbers(0, 60).map((key) => ({
          topic: `${bench.prefix}.scores`,
          key,
          value: Buffer.alloc(0),
          headers: {},
        })),
      );
      expect(Math.max(...positions.map((position) => position.partition))).toBe(PARTITIONS - 1);
    });

    it('that only are written may have any number', async () => {
      const [scores, flags] = [`${bench.prefix}.scores`, `${bench.prefix}.alerts`];
      await bench.log(1).ensureTopics([scores]);
      const log = bench.log(PARTITIONS);
      await log.ensureTopics(bench.topics, [scores, flags]);
      const positions = await log.append(
        [scores, flags].flatMap((topic) =>
          numbers(0, 60).map((key) => ({ topic, key, value: Buffer.alloc(0), headers: {} })),
        ),
      );
      const most = (topic: string): number =>
        Math.max(...positions.filter((one) => one.topic === topic).map((one) => one.partition));
      expect([most(scores), most(flags)]).toEqual([0, PARTITIONS - 1]);
    });

    it('that differ are named', async () => {
      await bench.log(3).ensureTopics([`${bench.prefix}.vitals`]);
      await bench.log(4).ensureTopics([`${bench.prefix}.labs`]);
      await expect(bench.log().ensureTopics(bench.topics)).rejects.toThrow(
        new RegExp(`${bench.prefix}.vitals has 3, ${bench.prefix}.labs has 4`),
      );
    });
  });

  describe('consuming', () => {
    it('brings everything in order, as it was sent', async () => {
      const { log, member } = await bench.join('a');
      const before = Date.now();
      await log.append(bench.records(0, 500));
      const [topic = ''] = bench.topics;
      const headers = { ce_id: 'e-1', ce_source: 'lab/β', 'content-type': 'application/fhir+json' };
      await log.append([{ topic, key: 'Müller', value: Buffer.from([0, 255, 10]), headers }]);
      await bench.store.until(() => bench.store.committed.length === 501);
      expectInOrder(bench.store);
      const special = bench.store.committed.find((record) => record.key === 'Müller');
      expect(special).toMatchObject({ topic, headers, value: Buffer.from([0, 255, 10]) });
      expect(Math.abs((special?.timestamp ?? 0) - before)).toBeLessThan(60_000);
      for (const { slices } of member.batches) {
        expect(new Set(slices.map(placeOf)).size).toBe(slices.length);
        for (const slice of slices) expect(slice.highWatermark).toBeGreaterThanOrEqual(slice.to);
      }
      expect(member.assignments).toEqual([[0, 1, 2, 3, 4, 5]]);
    });

    it('starts where the store says, with nothing handled before it answered', async () => {
      const log = await bench.ready();
      const positions = await log.append(bench.records(0, 300));
      for (const position of positions.slice(0, 200)) {
        bench.store.move(position, position.offset + 1n);
      }
      const loading = gate();
      const answered: number[] = [];
      const joining = bench.join('a', {
        load: async () => {
          await loading.opened;
          answered.push(bench.store.committed.length);
        },
        handle: () => {
          expect(answered).not.toEqual([]);
          return Promise.resolve();
        },
      });
      await log.append(bench.records(300, 50));
      loading.open();
      await joining;
      await bench.store.until(() => bench.store.committed.length === 150);
      expect(answered).toEqual([0]);
      expect(sorted(bench.store.values())).toEqual(numbers(200, 350));
      expectInOrder(bench.store);
    });

    it('tries again when the store cannot be asked', async () => {
      let failures = 2;
      const { log } = await bench.join('a', {
        load: () => {
          failures -= 1;
          return failures >= 0 ? Promise.reject(new Error('no database')) : Promise.resolve();
        },
      });
      await log.append(bench.records(0, 20));
      await bench.store.until(() => bench.store.committed.length === 20);
      expect(failures).toBeLessThan(0);
    });

    it('reads again from the store when it was fenced', async () => {
      const { log, member } = await bench.join('a', {
        handle: (batch) => {
          // Another process committed the first slice of the first batch meanwhile.
          const [slice] = batch.slices;
          if (slice !== undefined && member.batches.length === 1) bench.store.move(slice, slice.to);
          return Promise.resolve();
        },
      });
      const loads = member.loads;
      await log.append(bench.records(0, 200));
      const skipped = (): number => member.batches[0]?.slices[0]?.records.length ?? 0;
      await bench.store.until(() => bench.store.committed.length === 200 - skipped());
      expect(member.loads).toBeGreaterThan(loads);
      expect(skipped()).toBeGreaterThan(0);
      expectInOrder(bench.store);
      expect(new Set(bench.store.values()).size).toBe(200 - skipped());
    });

    it('offers a batch again, in order, until it is handled', async () => {
      let failures = 3;
      const { log, member } = await bench.join('a', {
        handle: () => {
          failures -= 1;
          return failures >= 0 ? Promise.reject(new Error('slow disk')) : Promise.resolve();
        },
      });
      await log.append(bench.records(0, 100));
      await log.append(bench.records(100, 100));
      await bench.store.until(() => bench.store.committed.length === 200);
      expect(sorted(bench.store.values())).toEqual(numbers(0, 200));
      expectInOrder(bench.store);
      const [first, second] = member.batches;
      expect(second?.slices.map((slice) => slice.from)).toEqual(
        first?.slices.map((slice) => slice.from),
      );
    });

    it('takes values that are empty or big', async () => {
      const { log } = await bench.join('a');
      const [topic = ''] = bench.topics;
      const sizes = [0, 5 * 1024 * 1024, 1, 3 * 1024 * 1024, 0, 100];
      await log.append(
        sizes.map((size) => ({ topic, key: 'p1', value: Buffer.alloc(size, 7), headers: {} })),
      );
      await bench.store.until(() => bench.store.committed.length === sizes.length);
      expect(bench.store.committed.map((record) => record.value.length)).toEqual(sizes);
    });

    it('piles up no more than a bounded amount while a batch is in hand', async () => {
      const slow = gate();
      const { log, member } = await bench.join('a', { handle: () => slow.opened });
      await log.append(bench.records(0, 1));
      await bench.store.until(() => member.batches.length === 1);
      for (let n = 0; n < 10; n += 1) await log.append(bench.records(1 + n * 1_000, 1_000));
      slow.open();
      await bench.store.until(() => bench.store.committed.length === 10_001);
      for (const { slices } of member.batches) {
        const records = slices.reduce((sum, slice) => sum + slice.records.length, 0);
        expect(records).toBeLessThanOrEqual(MOST_RECORDS);
      }
      expect(sorted(bench.store.values())).toEqual(numbers(0, 10_001));
      expectInOrder(bench.store);
    });

    it('finishes the batch in hand when it stops, and takes no other', async () => {
      const slow = gate();
      const { log, member, subscription } = await bench.join('a', { handle: () => slow.opened });
      await log.append(bench.records(0, 10));
      await bench.store.until(() => member.batches.length === 1);
      await log.append(bench.records(10, 10));
      const stopped = subscription.stop();
      slow.open();
      await stopped;
      const inHand = member.batches[0]?.slices.flatMap((slice) => slice.records).length;
      expect(member.batches).toHaveLength(1);
      expect(bench.store.committed).toHaveLength(inHand ?? -1);
      expect(member.assignments.at(-1)).toEqual([]);
    });

    it('tells how it is', async () => {
      const { log } = await bench.join('a');
      expect(log.health()).toMatchObject({ connected: true });
    });
  });

  describe('sharing', () => {
    it('moves partitions when a member comes and goes, each record committed once', async () => {
      const a = await bench.join('a');
      let sent = 0;
      const more = async (): Promise<void> => {
        await a.log.append(bench.records(sent, 100));
        sent += 100;
      };
      await more();
      const joining = bench.join('b');
      await more();
      const b = await joining;
      const half = (member: Member): boolean =>
        member.assignments.at(-1)?.length === PARTITIONS / 2;
      await bench.store.until(() => half(a.member) && half(b.member));
      await more();
      await bench.store.until(() => bench.store.committed.length === sent);
      const [ofA, ofB] = [a.member.assignments.at(-1) ?? [], b.member.assignments.at(-1) ?? []];
      expect([...ofA, ...ofB].sort()).toEqual([0, 1, 2, 3, 4, 5]);
      expect(bench.store.committed.some((record) => record.member === 'b')).toBe(true);
      const late = bench.store.committed.slice(-100);
      for (const { member, partition } of late) {
        expect((member === 'a' ? ofA : ofB).includes(partition)).toBe(true);
      }
      const leaving = b.subscription.stop();
      await more();
      await leaving;
      await more();
      await bench.store.until(() => bench.store.committed.length === sent);
      expect(a.member.assignments.at(-1)).toEqual([0, 1, 2, 3, 4, 5]);
      expect(b.member.assignments.at(-1)).toEqual([]);
      expect(sorted(bench.store.values())).toEqual(numbers(0, sent));
      expectInOrder(bench.store);
    });
  });
}
