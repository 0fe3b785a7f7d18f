import kafkajs, { type Admin, Kafka, logLevel } from 'kafkajs';
import { setTimeout } from 'node:timers/promises';
import type { NewLogRecord } from '../pipeline/event-log.ts';
import {
  Bench,
  eventLogContract,
  expectInOrder,
  MOST_RECORDS,
  numbers,
  type OpenSettings,
  sorted,
} from './event-log.contract.ts';
import { KafkaEventLog } from './kafka-event-log.ts';
import { placeOf } from './pile.ts';
import type { ReportEntry } from './report.ts';
import { TestKafka } from './testing/test-kafka.ts';

jest.setTimeout(120_000);

const SESSION_MS = 3_000;

function aRecord(topic: string, text: string): NewLogRecord {
  return { topic, key: 'p1', value: Buffer.from(text), headers: {} };
}

describe('KafkaEventLog', () => {
  let kafka: TestKafka;

  beforeAll(async () => {
    kafka = await TestKafka.start();
  });

  afterAll(() => kafka.stop());

  const open = (settings: OpenSettings, told: ReportEntry[] = []): KafkaEventLog =>
    new KafkaEventLog({
      report: (entry) => told.push(entry),
      brokers: kafka.brokers,
      topicPrefix: settings.prefix,
      partitions: settings.partitions ?? 6,
      limits: {
        ...{ records: MOST_RECORDS, bytes: 16 * 1024 * 1024 },
        ...{ bytesPerPartition: 1024 * 1024, fetchBytes: 8 * 1024 * 1024 },
      },
      timings: { sessionMs: SESSION_MS, heartbeatMs: 200, maxWaitMs: 50 },
      backOff: { firstMs: 20, mostMs: 500, chance: Math.random },
    });

  const benches: Bench[] = [];
  const newBench = (told: ReportEntry[] = []): Bench => {
    const bench = new Bench((settings) => open(settings, told));
    benches.push(bench);
    return bench;
  };
  afterEach(() => Promise.all(benches.splice(0).map((bench) => bench.close())));

  const withAdmin = async (work: (admin: Admin) => Promise<unknown>): Promise<void> => {
    const admin = new Kafka({ brokers: [...kafka.brokers], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    await work(admin);
    await admin.disconnect();
  };

  eventLogContract((settings) => open(settings));

  describe('when the log does not have the stored offset', () => {
    it('goes on after records that expired, and says how many are gone', async () => {
      const told: ReportEntry[] = [];
      const bench = newBench(told);
      const log = await bench.ready();
      const [topic = ''] = bench.topics;
      await log.append(numbers(0, 100).map((text) => aRecord(topic, text)));
      const { partition } = (await log.append([aRecord(topic, '100')]))[0] ?? { partition: -1 };
      await withAdmin(async (admin) => {
        await admin.fetchTopicMetadata({ topics: [topic] });
        await admin.deleteTopicRecords({ topic, partitions: [{ partition, offset: '60' }] });
      });
      const { member } = await bench.join('a');
      await bench.store.until(() => bench.store.committed.length === 41);
      expect(bench.store.values()).toEqual(numbers(60, 101));
      expect(member.batches[0]?.slices[0]).toMatchObject({ from: 0n });
      expect(told.find((entry) => entry.event === 'kafka.records-expired')?.detail).toMatchObject({
        topic,
        partition,
        stored: '0',
        first: '60',
      });
    });

    it('reads a topic from its beginning that was made anew', async () => {
      const told: ReportEntry[] = [];
      const bench = newBench(told);
      const log = await bench.ready();
      const [topic = ''] = bench.topics;
      const [first] = await log.append([aRecord(topic, '0')]);
      if (first === undefined) throw new Error('no position');
      bench.store.move(first, 5_000n);
      await bench.join('a');
      await log.append([aRecord(topic, '1')]);
      await bench.store.until(() => bench.store.committed.length === 2);
      expect(bench.store.values()).toEqual(['0', '1']);
      expect(told.map((entry) => entry.event)).toContain('kafka.log-shorter-than-stored');
    });
  });

  it.each(['gzip', 'snappy', 'lz4', 'zstd'])('reads what is compressed by %s', async (codec) => {
    const bench = newBench();
    const { log } = await bench.join('a');
    await withAdmin(async (admin) => {
      const configEntries = [{ name: 'compression.type', value: codec }];
      const type = kafkajs.ConfigResourceTypes.TOPIC;
      const resources = bench.topics.map((name) => ({ type, name, configEntries }));
      await admin.alterConfigs({ validateOnly: false, resources });
    });
    // The broker compresses what comes; a sender that does so itself looks the same to who reads.
    await log.append(bench.records(0, 500));
    await log.append(bench.records(500, 1));
    await bench.store.until(() => bench.store.committed.length === 501);
    expectInOrder(bench.store);
    expect(sorted(bench.store.values())).toEqual(numbers(0, 501));
  });

  it('passes over transactions that were aborted, and over their markers', async () => {
    const told: ReportEntry[] = [];
    const bench = newBench(told);
    const { log } = await bench.join('a');
    const [topic = ''] = bench.topics;
    const producer = new Kafka({
      brokers: [...kafka.brokers],
      logLevel: logLevel.NOTHING,
    }).producer({ transactionalId: bench.prefix, maxInFlightRequests: 1, idempotent: true });
    await producer.connect();
    // The last one is aborted.
    for (let n = 0; n < 22; n += 1) {
      const transaction = await producer.transaction();
      await transaction.send({ topic, messages: [{ key: 'p1', value: String(n) }] });
      await (n % 3 === 0 ? transaction.abort() : transaction.commit());
      if (n % 5 === 0) await log.append([aRecord(topic, String(100 + n))]);
    }
    await producer.disconnect();
    const appended = ['100', '105', '110', '115', '120'];
    const expected = [...numbers(0, 22).filter((_, n) => n % 3 !== 0), ...appended];
    await bench.store.until(() => bench.store.committed.length >= expected.length);
    expect(sorted(bench.store.values())).toEqual(expected);
    expectInOrder(bench.store);
    expect(told.map((entry) => entry.event)).not.toContain('kafka.astray');
    // What brings no record is behind it too: else it would count as waiting for as long as nothing follows.
    const ends = await log.ends(bench.topics);
    const behind = (): string[] =>
      ends
        .filter((end) => bench.store.next(end) < end.offset)
        .map(
          ({ offset, ...place }) => `${placeOf(place)}: ${bench.store.next(place)} of ${offset}`,
        );
    const deadline = performance.now() + 5_000;
    while (behind().length > 0 && performance.now() < deadline) await setTimeout(50);
    expect(behind()).toEqual([]);
  });

  it('stays a member while a batch takes longer than the session', async () => {
    const bench = newBench();
    const { log, member } = await bench.join('a', {
      handle: async () => {
        if (member.batches.length === 1) await setTimeout(2 * SESSION_MS);
      },
    });
    for (let n = 0; n < 5; n += 1) await log.append(bench.records(n * 1_000, 1_000));
    await bench.store.until(() => bench.store.committed.length === 5_000);
    expect(member.assignments).toHaveLength(1);
    expect(sorted(bench.store.values())).toEqual(numbers(0, 5_000));
  });

  it('stays a member when the clock is set back', async () => {
    const bench = newBench();
    const { log } = await bench.join('a');
    await log.append(bench.records(0, 100));
    await bench.store.until(() => bench.store.committed.length === 100);
    const now = Date.now.bind(Date);
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() - 600_000);
    try {
      await setTimeout(2.5 * SESSION_MS);
      await withAdmin(async (admin) => {
        const { groups } = await admin.describeGroups([`${bench.prefix}-scorer`]);
        expect(groups[0]?.members).toHaveLength(1);
      });
      await log.append(bench.records(100, 100));
      await bench.store.until(() => bench.store.committed.length === 200);
      expectInOrder(bench.store);
    } finally {
      clock.mockRestore();
    }
  });

  it('tells its group where Postgres stands, though nothing new comes', async () => {
    const bench = newBench();
    const log = await bench.ready();
    for (const position of await log.append(bench.records(0, 200))) {
      bench.store.move(position, position.offset + 1n);
    }
    await bench.join('a');
    await withAdmin(async (admin) => {
      const said = async (): Promise<Set<bigint>> => {
        const topics = await admin.fetchOffsets({
          ...{ groupId: `${bench.prefix}-scorer`, topics: [...bench.topics] },
        });
        return new Set(
          topics.flatMap(({ topic, partitions }) =>
            partitions.map(
              ({ partition, offset }) => BigInt(offset) - bench.store.next({ topic, partition }),
            ),
          ),
        );
      };
      const deadline = performance.now() + 10_000;
      while ((await said()).size > 1 && performance.now() < deadline) await setTimeout(100);
      expect(await said()).toEqual(new Set([0n]));
    });
    expect(bench.store.committed).toEqual([]);
  });

  it('survives a broker that is killed and comes back, nothing lost and nothing twice', async () => {
    const bench = newBench();
    const { log } = await bench.join('a');
    await log.append(bench.records(0, 2_000));
    await bench.store.until(() => bench.store.committed.length > 0);
    await kafka.kill(0);
    expect(bench.store.committed.length).toBeLessThanOrEqual(2_000);
    await kafka.restart(0);
    let acknowledged = false;
    while (!acknowledged) {
      acknowledged = await log.append(bench.records(2_000, 100)).then(
        () => true,
        () => false,
      );
    }
    await bench.store.until(() => new Set(bench.store.values()).size === 2_100);
    // A send that was not acknowledged may have been stored all the same: then its records come twice, at offsets of their own.
    expect([...new Set(sorted(bench.store.values()))]).toEqual(numbers(0, 2_100));
    expectInOrder(bench.store);
  });
});
