/**
 * `node test/load/live-pipe.ts BROKERS PREFIX DATABASE_URL`: the least that takes a record from the log to a page. Stored in one statement,
 * NOTIFY, read again, one socket.io event to everybody, one text changed. Prints the address of its page.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { INBOUND_STREAMS, topicName } from '@endwatch/contracts';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';
import { Server } from 'socket.io';

const PAGE = `<!doctype html><title>bare</title><body><script src="/socket.io/socket.io.js"></script><script>
  const cells = new Map();
  window.seen = [];
  io({ transports: ['websocket'] }).on('rows', (rows) => {
    const receivedAt = performance.timeOrigin + performance.now();
    for (const { key, at } of rows) {
      let cell = cells.get(key);
      if (!cell) cells.set(key, (cell = document.body.appendChild(document.createElement('p'))));
      cell.textContent = key + ' ' + at;
      window.seen.push({ key, at, receivedAt, shownAt: performance.timeOrigin + performance.now() });
    }
  });
</script>`;

interface Row {
  readonly id: string;
  readonly key: string;
  readonly at: string;
}

const [brokers = '', prefix = '', url = ''] = process.argv.slice(2);
const writer = new pg.Client({ connectionString: url });
const reader = new pg.Client({ connectionString: url });
const consumer = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING }).consumer({
  groupId: `${prefix}-live-pipe`,
  maxWaitTimeInMs: 100,
});
const http = createServer((_, response) =>
  response.setHeader('content-type', 'text/html').end(PAGE),
);
const sockets = new Server(http);
let last = '0';
let reading: Promise<void> = Promise.resolve();

async function store(
  messages: readonly { key: Buffer | null; value: Buffer | null }[],
): Promise<void> {
  const times = messages.map(({ value }) => {
    const { effectiveDateTime } = JSON.parse(String(value)) as { effectiveDateTime?: string };
    return effectiveDateTime ?? '';
  });
  await writer.query({
    name: 'store',
    text: `WITH stored AS (INSERT INTO raw_live (key, at, body) SELECT * FROM unnest($1::text[], $2::text[], $3::text[]))
      SELECT pg_notify('raw_live', '')`,
    values: [
      messages.map(({ key }) => String(key)),
      times,
      messages.map(({ value }) => String(value)),
    ],
  });
}

async function show(): Promise<void> {
  const { rows } = await reader.query<Row>({
    name: 'show',
    text: 'SELECT id, key, at FROM raw_live WHERE id > $1 ORDER BY id',
    values: [last],
  });
  last = rows.at(-1)?.id ?? last;
  if (rows.length > 0) sockets.emit('rows', rows);
}

await Promise.all([writer.connect(), reader.connect()]);
await writer.query(
  'CREATE TABLE raw_live (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key text NOT NULL, at text NOT NULL, body text NOT NULL)',
);
reader.on('notification', () => {
  reading = reading.then(show);
});
await reader.query('LISTEN raw_live');
await consumer.connect();
await consumer.subscribe({
  topics: INBOUND_STREAMS.map((stream) => topicName(prefix, stream)),
  // Nothing that is produced before its first fetch may be missed.
  fromBeginning: true,
});
const joined = new Promise<void>((done) => {
  consumer.on(consumer.events.GROUP_JOIN, () => done());
});
await consumer.run({
  partitionsConsumedConcurrently: 8,
  eachBatch: ({ batch: { messages } }) => store(messages),
});
await joined;
http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${String((http.address() as AddressInfo).port)}\n`);
});
process.once('SIGTERM', () => process.exit(0));
