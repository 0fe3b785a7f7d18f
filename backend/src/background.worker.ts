import { SECOND } from '@endwatch/clinical';
import { setPriority } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { openEventLog } from './event-log/open-event-log.ts';
import { createLogger } from './observability/logger.ts';
import { OutboxRelay } from './pipeline/outbox.ts';
import { scoreMessage } from './pipeline/outgoing.ts';
import { createDataSource } from './postgres/data-source.ts';
import { TypeormStaySummaries } from './postgres/review/typeorm-stay-summaries.ts';
import { TypeormOutbox } from './postgres/typeorm-outbox.ts';
import { Repeater } from './system/repeater.ts';
import type { BackgroundWork } from './background-work.ts';

/** One holds the lock of the sender, one reads and strikes off, one summarises. */
const CONNECTIONS = 3;
/** Nobody waits for a message out or a summary, but for a tile: where processors are short the thread has what is left. */
const NICE = 10;
const SUMMARISE_EVERY = 5 * SECOND;

/**
 * The thread of `BackgroundThread`: sends what waits in Postgres, and keeps up what the quality review reads, so that neither takes time of the one
 * thread that everything else waits for. It tells how many messages were sent, and ends when it is told anything.
 */
// Linux takes 0 for the thread that asks; elsewhere it would be the whole process.
if (process.platform === 'linux') setPriority(0, NICE);

const { databaseUrl, environment, manifest } = workerData as BackgroundWork;
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
const summaries = new TypeormStaySummaries(source, environment.retentionDays);
const summarising = new Repeater(
  SUMMARISE_EVERY,
  () => summaries.refresh(Date.now()),
  (error) => log.warn({ err: error, what: 'review' }, 'trouble, will be tried again'),
);
relay.start();
summarising.start();

parentPort?.once('message', () => void end());

async function end(): Promise<void> {
  ending.abort();
  await Promise.all([relay.stop(), summarising.stop()]);
  await eventLog.close();
  await outbox.release();
  await source.destroy();
  await closePool();
  process.exit(0);
}
