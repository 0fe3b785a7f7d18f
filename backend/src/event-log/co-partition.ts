import { AssignerProtocol, type PartitionAssigner } from 'kafkajs';

const NAME = 'EndwatchCoPartition';
/** The only version of the embedded schema that kafkajs encodes. */
const VERSION = 0;

/**
 * Partition n of every topic goes to the same member: a patient's vitals, laboratory values and reports meet in one process. Member n modulo
 * their number, members in order of id.
 */
export const coPartition: PartitionAssigner = ({ cluster }) => ({
  name: NAME,
  version: VERSION,
  protocol: ({ topics }) => ({
    name: NAME,
    metadata: AssignerProtocol.MemberMetadata.encode({
      version: VERSION,
      topics,
      userData: Buffer.alloc(0),
    }),
  }),
  assign: ({ members, topics }) => {
    const counts = new Map(
      topics.map((topic) => [topic, cluster.findTopicPartitionMetadata(topic).length]),
    );
    const ids = members.map((member) => member.memberId).sort();
    return Promise.resolve(
      ids.map((memberId, index) => ({
        memberId,
        memberAssignment: AssignerProtocol.MemberAssignment.encode({
          version: VERSION,
          assignment: shareOf(index, ids.length, counts),
          userData: Buffer.alloc(0),
        }),
      })),
    );
  },
});

/** Topic → partitions of the member at `index` among `members`. */
export function shareOf(
  index: number,
  members: number,
  counts: ReadonlyMap<string, number>,
): Record<string, number[]> {
  return Object.fromEntries(
    [...counts].map(([topic, partitions]) => [
      topic,
      Array.from({ length: partitions }, (_, partition) => partition).filter(
        (partition) => partition % members === index,
      ),
    ]),
  );
}
