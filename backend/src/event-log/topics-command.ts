import { INBOUND_STREAMS, OUTBOUND_STREAMS, topicName } from '@endwatch/contracts';
import { KafkaAdmin, type Wanted } from './kafka-admin.ts';
import { type ConnectionSettings, kafkaClient } from './kafka-connection.ts';
import { messageOf, silent } from './report.ts';

export interface TopicsCommand {
  readonly connection: Omit<ConnectionSettings, 'report' | 'clientId'>;
  readonly topicPrefix: string;
  /** Of topics that are created, and expected of those that are there. */
  readonly partitions: number;
}

export interface CommandResult {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1;
}

export const TOPICS_USAGE = 'usage: npm run topics -- create | check';

/** All topics that Endwatch reads, and those that it writes only. */
function topicsOf(prefix: string): Wanted {
  return {
    topics: INBOUND_STREAMS.map((stream) => topicName(prefix, stream)),
    others: OUTBOUND_STREAMS.map((stream) => topicName(prefix, stream)),
  };
}

/**
 * `npm run topics -- create|check`. `create` makes what is missing; `check` only looks. Exit code 1 when something is missing, differs, has
 * another number of partitions than `ENDWATCH_PARTITIONS`, or could not be asked.
 */
export async function topicsCommand(
  args: readonly string[],
  command: TopicsCommand,
): Promise<CommandResult> {
  const [verb, ...rest] = args;
  if ((verb !== 'create' && verb !== 'check') || rest.length > 0) {
    return { lines: [TOPICS_USAGE], exitCode: 1 };
  }
  const kafka = kafkaClient({ ...command.connection, clientId: 'topics', report: silent }, 'brisk');
  const admin = new KafkaAdmin(kafka, silent);
  try {
    return verb === 'create' ? await create(admin, command) : await check(admin, command);
  } catch (error) {
    return { lines: [messageOf(error)], exitCode: 1 };
  } finally {
    await admin.close();
  }
}

async function create(admin: KafkaAdmin, command: TopicsCommand): Promise<CommandResult> {
  const wanted = topicsOf(command.topicPrefix);
  const all = [...wanted.topics, ...wanted.others];
  const before = await admin.partitions(all);
  const partitions = await admin.ensure(wanted, command.partitions);
  const lines = all.map(
    (topic) =>
      `${topic}: ${before.get(topic) ?? partitions} partitions, ${before.has(topic) ? 'was there' : 'created'}`,
  );
  return { lines, exitCode: 0 };
}

async function check(admin: KafkaAdmin, command: TopicsCommand): Promise<CommandResult> {
  const { topics, others } = topicsOf(command.topicPrefix);
  const all = [...topics, ...others];
  const found = await admin.partitions(all);
  const lines = all.map((topic) => {
    const partitions = found.get(topic);
    return partitions === undefined ? `${topic}: missing` : `${topic}: ${partitions} partitions`;
  });
  const missing = all.some((topic) => !found.has(topic));
  const differ = new Set(topics.flatMap((topic) => found.get(topic) ?? [])).size > 1;
  if (differ) lines.push('The topics read differ in their number of partitions; they must not.');
  const unexpected = notAsExpected(all, found, command.partitions);
  if (unexpected !== null) lines.push(unexpected);
  return { lines, exitCode: missing || differ || unexpected !== null ? 1 : 0 };
}

/** What exists is used as it is; whether it was changed under the records, only who looks after Kafka knows. */
function notAsExpected(
  topics: readonly string[],
  found: ReadonlyMap<string, number>,
  expected: number,
): string | null {
  const other = topics.flatMap((topic) => {
    const partitions = found.get(topic) ?? expected;
    return partitions === expected ? [] : [`${topic} has ${String(partitions)}`];
  });
  if (other.length === 0) return null;
  return (
    `Not as expected: ${other.join(', ')}; ENDWATCH_PARTITIONS is ${String(expected)}. Records of a patient keep their partition, and with it their order, only ` +
    'if the number never changed under them. Where it never did, set ENDWATCH_PARTITIONS to it; where it did, let Endwatch read all that is there before more is sent.'
  );
}
