import { Bench, eventLogContract, expectInOrder, numbers, sorted } from './event-log.contract.ts';
import { KafkaEventLog } from './kafka-event-log.ts';
import { TestKafka } from './testing/test-kafka.ts';

jest.setTimeout(120_000);

describe('KafkaEventLog', () => {
  let kafka: TestKafka;

  beforeAll(async () => {
    kafka = await TestKafka.start();
  });

  afterAll(() => kafka.stop());

  const open = (settings: { prefix: string; partitions?: number }): KafkaEventLog =>
    new KafkaEventLog({
      brokers: kafka.brokers,
      topicPrefix: settings.prefix,
      partitions: settings.partitions ?? 6,
      timings: { sessionMs: 3_000, heartbeatMs: 200, maxWaitMs: 50 },
      backOff: { firstMs: 20, mostMs: 500, chance: Math.random },
    });

  eventLogContract(open);

  it('survives a broker that is killed and comes back, nothing lost and nothing twice', async () => {
    const bench = new Bench(open);
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
    await bench.close();
  });
});
