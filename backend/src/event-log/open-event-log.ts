import pg from 'pg';
import type { Environment } from '../config/environment.ts';
import type { EventLog } from '../pipeline/event-log.ts';
import type { Log } from '../pipeline/log.ts';
import { EmbeddedEventLog } from './embedded-event-log.ts';
import { KafkaEventLog } from './kafka-event-log.ts';
import { KafkaPartitioner } from './murmur2.ts';
import type { ReportEntry } from './report.ts';

/** Kafka where brokers are named, else the table. */
export function openEventLog(
  environment: Pick<Environment, 'kafka' | 'topicPrefix' | 'partitions'>,
  databaseUrl: string,
  log: Log,
): { eventLog: EventLog; partitioner: KafkaPartitioner; closePool: () => Promise<void> } {
  const eventLogBook = log.child({ part: 'event-log' });
  const report = ({ level, event, detail }: ReportEntry): void => {
    eventLogBook[level](detail, event);
  };
  const { topicPrefix, partitions, kafka } = environment;
  if (kafka) {
    const eventLog = new KafkaEventLog({ ...kafka, topicPrefix, partitions, report });
    return {
      eventLog,
      partitioner: new KafkaPartitioner(() => eventLog.partitions),
      closePool: () => Promise.resolve(),
    };
  }
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 6 });
  pool.on('error', (error) => {
    eventLogBook.warn({ err: error }, 'an idle connection was lost');
  });
  const eventLog = new EmbeddedEventLog({ pool, databaseUrl, topicPrefix, partitions, report });
  return {
    eventLog,
    partitioner: new KafkaPartitioner(() => eventLog.partitions),
    closePool: () => pool.end(),
  };
}
