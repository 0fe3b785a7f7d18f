import fc from 'fast-check';
import { shareOf } from './co-partition.ts';
import { agreedPartitions, TopicDirectory } from './topic-partitions.ts';

describe('shareOf', () => {
  it('gives every partition to one member, the same of each topic', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 30 }),
        (members, partitions) => {
          const counts = new Map([
            ['vitals', partitions],
            ['labs', partitions],
          ]);
          const shares = Array.from({ length: members }, (_, n) => shareOf(n, members, counts));
          for (const share of shares) expect(share['labs']).toEqual(share['vitals']);
          const all = shares.flatMap((share) => share['vitals'] ?? []).sort((a, b) => a - b);
          expect(all).toEqual(Array.from({ length: partitions }, (_, n) => n));
          const sizes = shares.map((share) => share['vitals']?.length ?? 0);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('agreedPartitions', () => {
  it('is what exists, else what was asked for', () => {
    expect(agreedPartitions(['a', 'b'], new Map([['b', 4]]), 12)).toBe(4);
    expect(agreedPartitions(['a', 'b'], new Map(), 12)).toBe(12);
  });

  it('names topics that differ', () => {
    const existing = new Map([
      ['a', 3],
      ['b', 4],
    ]);
    expect(() => agreedPartitions(['a', 'b'], existing, 12)).toThrow('a has 3, b has 4');
  });
});

describe('TopicDirectory', () => {
  it('asks once for each topic and lets records without a key take turns', async () => {
    const asked: (readonly string[])[] = [];
    const topics = new TopicDirectory((names) => {
      asked.push(names);
      return Promise.resolve(new Map([['a', 3]]));
    });
    const record = { topic: 'a', key: null, value: Buffer.alloc(0), headers: {} };
    await topics.learn([record, record]);
    await topics.learn([record]);
    expect(asked).toEqual([['a']]);
    const turns = [1, 2, 3].map(() => topics.place(record).partition);
    expect([...turns].sort()).toEqual([0, 1, 2]);
    expect(() => topics.place({ ...record, topic: 'b' })).toThrow('topic b does not exist');
  });
});
