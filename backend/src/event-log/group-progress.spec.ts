import type { Consumer } from 'kafkajs';
import { GroupProgress } from './group-progress.ts';

const batch = (to: number) => ({
  slices: [
    { topic: 't', partition: 0, from: 0n, to: BigInt(to), records: [], highWatermark: 100n },
  ],
});

describe('what the group is told', () => {
  const told: string[][] = [];
  const consumer = {
    commitOffsets: (offsets: { offset: string }[]) => {
      told.push(offsets.map(({ offset }) => offset));
      return Promise.resolve();
    },
  } as unknown as Consumer;
  beforeEach(() => {
    told.length = 0;
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is at most one word a second, and the last batch before a pause is in it', () => {
    const progress = new GroupProgress();
    for (let to = 1; to <= 30; to += 1) {
      progress.committed(batch(to), consumer);
      jest.advanceTimersByTime(100);
    }
    expect(told.length).toBeLessThanOrEqual(4);
    jest.advanceTimersByTime(1_000);
    expect(told.at(-1)).toEqual(['30']);
  });

  it('is nothing of an epoch that is over', () => {
    const progress = new GroupProgress();
    progress.committed(batch(1), consumer);
    progress.forget();
    jest.advanceTimersByTime(5_000);
    expect(told).toEqual([]);
  });
});
