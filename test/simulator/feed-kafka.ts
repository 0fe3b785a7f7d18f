import { INBOUND_STREAMS, topicName } from '@endwatch/contracts';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import type { Message as KafkaMessage, TopicMessages } from 'kafkajs';
import { setTimeout as wait } from 'node:timers/promises';
import { untilItWorks } from './back-off.ts';
import type { Feed } from './feed.ts';
import { iso } from './fhir-meta.ts';
import { bodyOf } from './message.ts';
import type { Message } from './message.ts';
import { WorkedOff } from './worked-off.ts';

const LOOK_AGAIN_MS = 250;
/** A reader that has not come so far by then is perhaps none. */
const SLOW_MS = 30_000;

export interface KafkaFeedOptions {
  readonly brokers: readonly string[];
  readonly topicPrefix: string;
  /** Creates missing topics with this many partitions; null leaves them to Endwatch. */
  readonly partitions: number | null;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** One record of the log: key, body and CloudEvents headers. */
export function toKafka(message: Message): KafkaMessage {
  return {
    key: message.patientId,
    value: JSON.stringify(bodyOf(message.resources)),
    headers: {
      ce_id: message.id,
      ce_source: message.source,
      ce_type: `org.hl7.fhir.r4.${message.stream}`,
      ce_time: iso(message.sendAt),
      'content-type': 'application/fhir+json',
    },
  };
}

/** One entry for each topic, messages in their order. */
function byTopic(messages: readonly Message[], prefix: string): TopicMessages[] {
  return INBOUND_STREAMS.map((stream) => ({
    topic: topicName(prefix, stream),
    messages: messages.filter((message) => message.stream === stream).map(toKafka),
  })).filter((topic) => topic.messages.length > 0);
}

async function createTopics(kafka: Kafka, o: KafkaFeedOptions): Promise<void> {
  if (o.partitions === null) return;
  const numPartitions = o.partitions;
  const admin = kafka.admin();
  await admin.connect();
  try {
    const there = new Set(await admin.listTopics());
    const topics = INBOUND_STREAMS.map((stream) => topicName(o.topicPrefix, stream))
      .filter((topic) => !there.has(topic))
      .map((topic) => ({ topic, numPartitions }));
    if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true });
  } finally {
    await admin.disconnect();
  }
}

/** Produces to the inbound topics, one record for each message, key = patient id, CloudEvents headers. A repeat after a lost answer has the same `ce_id`. */
export function kafkaFeed(o: KafkaFeedOptions): Feed {
  const kafka = new Kafka({
    clientId: 'endwatch-simulator',
    brokers: [...o.brokers],
    logLevel: logLevel.NOTHING,
    retry: { retries: 3 },
  });
  const topics = INBOUND_STREAMS.map((stream) => topicName(o.topicPrefix, stream));
  const admin = kafka.admin();
  const workedOff = new WorkedOff(admin, { groupId: `${o.topicPrefix}-scorer`, topics });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  let sent = 0;
  let away = false;
  let toldOfWaiting = false;
  const onFailure = (reason: string): void => {
    if (!away) o.say(`Kafka at ${o.brokers.join(',')} does not answer (${reason}); trying again …`);
    away = true;
  };
  const attempts = { signal: o.signal, onFailure };
  return {
    ready: async () => {
      await untilItWorks(async () => {
        await createTopics(kafka, o);
        await producer.connect();
        await admin.connect();
      }, attempts);
      away = false;
    },
    send: async (messages) => {
      const topicMessages = byTopic(messages, o.topicPrefix);
      if (topicMessages.length === 0) return;
      await untilItWorks(() => producer.sendBatch({ topicMessages, acks: -1 }), attempts);
      sent += messages.reduce((sum, { resources }) => sum + resources.length, 0);
      away = false;
    },
    // The readers of the log tell how far they are. Where nobody reads yet, they are waited for: read all at once, topics come in any order.
    caughtUp: async () => {
      const ends = await untilItWorks(() => workedOff.ends(), attempts);
      const slowFrom = performance.now() + SLOW_MS;
      while (!(await untilItWorks(() => workedOff.isPast(ends), attempts))) {
        await wait(LOOK_AGAIN_MS, undefined, { signal: o.signal });
        if (toldOfWaiting || performance.now() < slowFrom) continue;
        o.say(
          `Waiting until Endwatch has read what was sent; is one running on ${o.brokers.join(',')}?`,
        );
        toldOfWaiting = true;
      }
    },
    counts: () => ({ sent, refused: 0 }),
    close: async () => {
      await Promise.all([producer.disconnect(), admin.disconnect()]);
    },
  };
}
