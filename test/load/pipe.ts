/**
 * `node test/load/pipe.ts BROKERS PREFIX DATABASE_URL`: the least that could be called a consumer. Each batch as kafkajs hands it over, JSON
 * parsed, one statement of many rows. Prints how many rows it has written after each.
 */
import { INBOUND_STREAMS, topicName } from '@endwatch/contracts';
import { Kafka, logLevel, type KafkaMessage } from 'kafkajs';
import pg from 'pg';

/** Of one statement. Fetched in the same portions as by the product. */
const ROWS = 1_000;
const FETCH = {
  maxBytesPerPartition: 1024 * 1024,
  maxBytes: 8 * 1024 * 1024,
  maxWaitTimeInMs: 100,
};

const [brokers = '', prefix = '', url = ''] = process.argv.slice(2);
const database = new pg.Client({ connectionString: url });
const consumer = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING }).consumer({
  groupId: `${prefix}-pipe`,
  ...FETCH,
});
let written = 0;

async function write(
  topic: string,
  partition: number,
  messages: readonly KafkaMessage[],
): Promise<void> {
  const types: string[] = [];
  for (const { value } of messages) {
    const { resourceType } = JSON.parse(String(value)) as { resourceType: string };
    types.push(resourceType);
  }
  await database.query({
    name: 'write',
    text: `INSERT INTO raw_record SELECT $1, $2, * FROM unnest($3::bigint[], $4::text[], $5::text[], $6::text[])`,
    values: [
      topic,
      partition,
      messages.map(({ offset }) => offset),
      messages.map(({ key }) => String(key)),
      types,
      messages.map(({ value }) => String(value)),
    ],
  });
  written += messages.length;
  process.stdout.write(`${String(written)} rows\n`);
}

async function main(): Promise<void> {
  await database.connect();
  await database.query(`CREATE TABLE raw_record (
    topic text NOT NULL, partition integer NOT NULL, "offset" bigint NOT NULL, key text, type text NOT NULL, body text NOT NULL,
    PRIMARY KEY (topic, partition, "offset"))`);
  await consumer.connect();
  const topics = INBOUND_STREAMS.map((stream) => topicName(prefix, stream));
  await consumer.subscribe({ topics, fromBeginning: true });
  await consumer.run({
    eachBatch: async (payload) => {
      const { topic, partition, messages } = payload.batch;
      for (let from = 0; from < messages.length; from += ROWS) {
        await write(topic, partition, messages.slice(from, from + ROWS));
        await payload.heartbeat();
      }
    },
  });
}

process.once('SIGTERM', () => {
  void Promise.all([consumer.disconnect(), database.end()]).finally(() => process.exit(0));
});
await main();
