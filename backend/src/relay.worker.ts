import { setPriority } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { openEventLog } from './event-log/open-event-log.ts';
import { createLogger } from './observability/logger.ts';
import { OutboxRelay } from './pipeline/outbox.ts';
import { scoreMessage } from './pipeline/outgoing.ts';
import { createDataSource } from './postgres/data-source.ts';
import { TypeormOutbox } from './postgres/typeorm-outbox.ts';
import type { RelayWork } from './relay-work.ts';

/** One holds the lock of the sender, one reads and strikes off. */
const CONNECTIONS = 2;
/** Nobody waits for a message out, but for a tile: where processors are short the thread has what is left. */
const NICE = 10;

/**
 * The thread of `RelayThread`: sends what waits in Postgres, so that making and packing these messages takes no time of the one thread that everything
 * else waits for. It tells how many were sent, and ends when it is told anything.
 */
// Linux takes 0 for the thread that asks; elsewhere it would be the whole process.
if (process.platform === 'linux') setPriority(0, NICE);

const { databaseUrl, environment, manifest } = workerData as RelayWork;
const log = createLogger(environment.logLevel);
const source = await createDataSource({ url: databaseUrl, poolSize: CONNECTIONS }).initialize();
const outbox = new TypeormOutbox(source);
const { eventLog, closePool } = openEventLog(environment, databaseUrl, log);
const ending = new AbortController();
const relay = new OutboxRelay(
  {
    ...{ outbox, eventLog, log },
    onSent: (sent) => parentPort?.postMessage(sent),
    scoreMessage: (score) => scoreMessage(environment.topicPrefix, score, manifest),
  },
  (milliseconds) => wait(milliseconds, undefined, { signal: ending.signal }).catch(() => undefined),
);
relay.start();

parentPort?.once('message', () => void end());

async function end(): Promise<void> {
  ending.abort();
  await relay.stop();
  await eventLog.close();
  await outbox.release();
  await source.destroy();
  await closePool();
  process.exit(0);
}
