import { randomUUID } from 'node:crypto';
import { eventually } from '../harness/system.ts';
import { plainClient } from './stream.ts';

export const INBOUND = ['vitals', 'labs', 'reports', 'nihss', 'adt'] as const;

export interface Place {
  readonly topic: string;
  readonly partition: number;
}

export interface LogEnd extends Place {
  readonly end: bigint;
}

export interface LogEntry extends Place {
  readonly offset: bigint;
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where each partition of these topics ends; waits for a broker that has just come back and leads nothing yet. */
export async function logEnds(brokers: string, topics: readonly string[]): Promise<LogEnd[]> {
  return eventually(
    () => askEnds(brokers, topics),
    () => true,
  );
}

async function askEnds(brokers: string, topics: readonly string[]): Promise<LogEnd[]> {
  const admin = plainClient(brokers).admin();
  await admin.connect();
  try {
    const ends: LogEnd[] = [];
    for (const topic of topics) {
      for (const { partition, high } of await admin.fetchTopicOffsets(topic)) {
        ends.push({ topic, partition, end: BigInt(high) });
      }
    }
    return ends;
  } finally {
    await admin.disconnect();
  }
}

/** Everything that is in the log up to `ends`, read by a plain client of its own. */
export async function readLog(brokers: string, ends: readonly LogEnd[]): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  const left = new Map(
    ends.filter(({ end }) => end > 0n).map((each) => [placeName(each), each.end]),
  );
  if (left.size === 0) return entries;
  const consumer = plainClient(brokers).consumer({ groupId: `recount-${randomUUID()}` });
  await consumer.connect();
  try {
    const topics = [...new Set(ends.map(({ topic }) => topic))];
    await consumer.subscribe({ topics, fromBeginning: true });
    await new Promise<void>((done, failed) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        failed(payload.error);
      });
      const running = consumer.run({
        autoCommit: false,
        eachMessage: ({ topic, partition, message }) => {
          const place = { topic, partition };
          const offset = BigInt(message.offset);
          entries.push({
            ...place,
            offset,
            key: message.key?.toString() ?? '',
            value: message.value?.toString() ?? '',
            headers: Object.fromEntries(
              Object.entries(message.headers ?? {}).map(([name, text]) => [name, String(text)]),
            ),
          });
          if (offset + 1n >= (left.get(placeName(place)) ?? 0n)) left.delete(placeName(place));
          if (left.size === 0) done();
          return Promise.resolve();
        },
      });
      running.catch(failed);
    });
    return entries;
  } finally {
    await consumer.disconnect();
  }
}

export function placeName({ topic, partition }: Place): string {
  return `${topic}/${partition}`;
}
