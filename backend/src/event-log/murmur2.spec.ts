import fc from 'fast-check';
import { Partitioners } from 'kafkajs';
import { KafkaPartitioner, murmur2, partitionOfKey } from './murmur2.ts';

const metadata = Array.from({ length: 12 }, (_, partitionId) => ({
  partitionId,
  partitionErrorCode: 0,
  leader: 1,
  replicas: [1],
  isr: [1],
}));

describe('murmur2', () => {
  // Figures from Kafka's own UtilsTest.
  it.each([
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ])('hashes %s as the Java client does', (text, expected) => {
    expect(murmur2(Buffer.from(text))).toBe(expected);
  });

  it('chooses the partition that kafkajs chooses, for any key', () => {
    const reference = Partitioners.DefaultPartitioner();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (key) => {
        const theirs = reference({
          topic: 't',
          partitionMetadata: metadata,
          message: { key, value: null },
        });
        expect(partitionOfKey(key, 12)).toBe(theirs);
      }),
      { numRuns: 2_000 },
    );
  });

  it('asks for the number of partitions when it is needed', () => {
    let partitions = 1;
    const partitioner = new KafkaPartitioner(() => partitions);
    expect(partitioner.partitionOf('p-17')).toBe(0);
    partitions = 64;
    expect(partitioner.partitionOf('p-17')).toBe(partitionOfKey('p-17', 64));
  });
});
