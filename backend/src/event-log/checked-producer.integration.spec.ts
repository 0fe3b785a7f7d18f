import { Kafka, logLevel } from 'kafkajs';
import type { NewLogRecord } from '../pipeline/event-log.ts';
import { KafkaEventLog } from './kafka-event-log.ts';
import { TestKafka } from './testing/test-kafka.ts';

jest.setTimeout(180_000);

const TOPICS = ['crash.vitals', 'crash.labs'];
const PARTITIONS = 6;
const WRITERS = 4;

/** Everything the topics hold, read by a plain client. */
async function stored(brokers: readonly string[]): Promise<string[]> {
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  let missing = 0;
  for (const topic of TOPICS) {
    for (const { low, high } of await admin.fetchTopicOffsets(topic)) {
      missing += Number(high) - Number(low);
    }
  }
  await admin.disconnect();
  const values: string[] = [];
  const reader = kafka.consumer({ groupId: 'recount', maxWaitTimeInMs: 100 });
  await reader.connect();
  await reader.subscribe({ topics: TOPICS, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    reader
      .run({
        eachMessage: ({ message }) => {
          values.push((message.value ?? Buffer.alloc(0)).toString());
          if (values.length >= missing) resolve();
          return Promise.resolve();
        },
      })
      .catch(reject);
  });
  await reader.disconnect();
  return values;
}

/** Ten records on several partitions of both topics; one append of a door. */
function recordsOf(writer: number, turn: number): NewLogRecord[] {
  return Array.from({ length: 10 }, (_, index) => ({
    topic: TOPICS[index % 2] ?? '',
    key: `p${(turn * 10 + index) % 37}`,
    value: Buffer.from(`${writer}/${turn}/${index}`),
    headers: {},
  }));
}

describe('CheckedProducer, with a broker of three killed and brought back', () => {
  let kafka: TestKafka;

  beforeAll(async () => {
    kafka = await TestKafka.start(3);
  });

  afterAll(() => kafka.stop());

  it('loses nothing that it acknowledged', async () => {
    const log = new KafkaEventLog({
      brokers: kafka.brokers,
      topicPrefix: 'crash',
      partitions: PARTITIONS,
    });
    await log.ensureTopics(TOPICS);
    const acknowledged: string[] = [];
    let rejected = 0;
    let done = false;
    let goal = { count: 0, reached: (): void => undefined };
    const write = async (writer: number): Promise<void> => {
      for (let turn = 0; !done; turn += 1) {
        const records = recordsOf(writer, turn);
        try {
          await log.append(records);
          acknowledged.push(...records.map((record) => record.value.toString()));
          if (acknowledged.length >= goal.count) goal.reached();
        } catch {
          rejected += 1;
        }
      }
    };
    const after = (more: number): Promise<void> =>
      new Promise((reached) => {
        goal = { count: acknowledged.length + more, reached };
      });
    const writing = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    for (const broker of [0, 1]) {
      await after(2_000);
      await kafka.kill(broker);
      await after(500);
      await kafka.restart(broker);
    }
    await after(2_000);
    done = true;
    await writing;
    await log.close();
    const held = new Set(await stored(kafka.brokers));
    const lost = acknowledged.filter((value) => !held.has(value));
    process.stdout.write(
      `acknowledged ${acknowledged.length}, lost ${lost.length}, appends rejected ${rejected}\n`,
    );
    expect(lost).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(6_000);
  });
});
