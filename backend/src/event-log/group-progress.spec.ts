import type { Consumer } from 'kafkajs';
import { GroupProgress } from './group-progress.ts';

const at = (offset: number, partition = 0) => ({
  ...{ topic: 't', partition, stored: BigInt(offset), fetch: BigInt(offset) },
});
const batch = (to: number) => ({
  slices: [
    { topic: 't', partition: 0, from: 0n, to: BigInt(to), records: [], highWatermark: 100n },
  ],
});

describe('what the group is told', () => {
  const told: string[][] = [];
  let answer: () => Promise<void>;
  const consumer = {
    commitOffsets: (offsets: { partition: number; offset: string }[]) => {
      told.push(offsets.map(({ partition, offset }) => `${String(partition)}: ${offset}`));
      return answer();
    },
  } as unknown as Consumer;
  beforeEach(() => {
    told.length = 0;
    answer = () => Promise.resolve();
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const begun = async (): Promise<GroupProgress> => {
    const progress = new GroupProgress();
    progress.begin([at(0)], consumer);
    await jest.advanceTimersByTimeAsync(1_000);
    told.length = 0;
    return progress;
  };

  it('is at most one word a second, and the last batch before a pause is in it', async () => {
    const progress = await begun();
    for (let to = 1; to <= 30; to += 1) {
      progress.committed(batch(to));
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(told.length).toBeLessThanOrEqual(4);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(told.at(-1)).toEqual(['0: 30']);
  });

  it('is where every partition stands when an epoch begins, before anything new comes', async () => {
    const progress = new GroupProgress();
    progress.begin([at(7), at(12, 1)], consumer);
    await jest.advanceTimersByTimeAsync(0);
    expect(told).toEqual([['0: 7', '1: 12']]);
  });

  it('is told again after a pause when the broker refused it', async () => {
    const progress = await begun();
    answer = () => Promise.reject(new Error('REBALANCE_IN_PROGRESS'));
    progress.committed(batch(5));
    await jest.advanceTimersByTimeAsync(3_500);
    expect(told.length).toBeGreaterThanOrEqual(3);
    expect(told.length).toBeLessThanOrEqual(4);
    answer = () => Promise.resolve();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(told.at(-1)).toEqual(['0: 5']);
    const tries = told.length;
    await jest.advanceTimersByTimeAsync(5_000);
    expect(told).toHaveLength(tries);
  });

  it('waits for the word before it, which could come later and say less', async () => {
    const progress = await begun();
    const first = Promise.withResolvers<undefined>();
    answer = () => first.promise;
    progress.committed(batch(5));
    await jest.advanceTimersByTimeAsync(1_000);
    progress.committed(batch(9));
    progress.begin([at(9)], consumer);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(told).toEqual([['0: 5']]);
    answer = () => Promise.resolve();
    first.resolve(undefined);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(told).toEqual([['0: 5'], ['0: 9']]);
  });

  it('is said again now and then: a member that lost a partition may have said less of it since', async () => {
    await begun();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(told.length).toBeGreaterThanOrEqual(1);
    expect(told.length).toBeLessThanOrEqual(2);
    expect(told[0]).toEqual(['0: 0']);
  });

  it('is nothing of an epoch that is over', async () => {
    const progress = await begun();
    progress.committed(batch(1));
    progress.forget();
    await jest.advanceTimersByTimeAsync(90_000);
    expect(told).toEqual([]);
  });
});
