import { setTimeout as wait } from 'node:timers/promises';
import { AssignerProtocol, type PartitionAssigner } from 'kafkajs';
import { healedNow, kindsOf, type Kind } from '../kind.ts';
import { INBOUND } from '../log-contents.ts';
import type { Stage } from '../stage.ts';
import { plainClient } from '../stream.ts';

const STORM = 3;
const BETWEEN_MS = 300;

export const REBALANCE: readonly Kind[] = kindsOf('rebalance', {
  'rebalance storm: a stranger joins and leaves, three times': async ({ stage, chance }) => {
    for (let n = 0; n < STORM; n++) {
      const leave = await joinGroup(stage);
      await wait(BETWEEN_MS * chance());
      await leave();
    }
    return healedNow();
  },
  'a third scorer joins and is ended again': async ({ stage }) => {
    await stage.join('scorer-3', 'scorer');
    const code = await stage.end('scorer-3', 'SIGTERM');
    return healedNow(code === 0 ? [] : [`a third scorer ended with ${code}`]);
  },
});

/** A member of the scorers' group that fetches nothing: whatever it is given lies still until it leaves. Resolves once it has joined. */
async function joinGroup(stage: Stage): Promise<() => Promise<void>> {
  const consumer = plainClient(stage.kafka.bootstrap).consumer({
    groupId: `${stage.prefix}-scorer`,
    partitionAssigners: [turnByTurn],
    sessionTimeout: 6_000,
    heartbeatInterval: 300,
    // How long leaving may take.
    maxWaitTimeInMs: 100,
  });
  await consumer.connect();
  await consumer.subscribe({ topics: INBOUND.map((stream) => `${stage.prefix}.${stream}`) });
  await new Promise<void>((joined, failed) => {
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      consumer.pause(
        Object.entries(payload.memberAssignment).map(([topic, partitions]) => ({
          topic,
          partitions,
        })),
      );
      joined();
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      failed(payload.error);
    });
    consumer.run({ autoCommit: false, eachMessage: () => Promise.resolve() }).catch(failed);
  });
  return () => consumer.disconnect();
}

/** What the scorers call it; a stranger that leads the group has to share out too. */
const NAME = 'EndwatchCoPartition';

const turnByTurn: PartitionAssigner = ({ cluster }) => ({
  name: NAME,
  version: 0,
  protocol: ({ topics }) => ({
    name: NAME,
    metadata: AssignerProtocol.MemberMetadata.encode({
      version: 0,
      topics,
      userData: Buffer.alloc(0),
    }),
  }),
  assign: ({ members, topics }) =>
    Promise.resolve(
      members.map(({ memberId }, turn) => ({
        memberId,
        memberAssignment: AssignerProtocol.MemberAssignment.encode({
          version: 0,
          assignment: Object.fromEntries(
            topics.map((topic) => [
              topic,
              cluster
                .findTopicPartitionMetadata(topic)
                .map(({ partitionId }) => partitionId)
                .filter((id) => id % members.length === turn),
            ]),
          ),
          userData: Buffer.alloc(0),
        }),
      })),
    ),
});
