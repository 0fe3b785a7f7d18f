import type { LogBatch, LogRecord } from '../pipeline/event-log.ts';
import { LagWatch } from './lag-watch.ts';

const NOW = 1_000_000;
const clock = { now: () => NOW };

function batch(timestamps: number[], behind: number, partition = 0): LogBatch {
  const records = timestamps.map((timestamp, i): LogRecord => ({
    topic: 't',
    partition,
    offset: BigInt(i),
    key: null,
    value: Buffer.alloc(0),
    headers: {},
    timestamp,
  }));
  const to = BigInt(timestamps.length);
  return {
    slices: [{ topic: 't', partition, from: 0n, to, records, highWatermark: to + BigInt(behind) }],
  };
}

describe('LagWatch', () => {
  it('is zero when everything is committed', async () => {
    const lag = new LagWatch();
    await lag.during(batch([NOW - 9_000, NOW - 1_000], 0), clock, () =>
      Promise.resolve('committed'),
    );
    expect(lag.seconds(NOW)).toBe(0);
  });

  it('counts from the oldest record in hand while a batch is handled', async () => {
    const lag = new LagWatch();
    let within = 0;
    await lag.during(batch([NOW - 9_000, NOW - 1_000], 0), clock, () => {
      within = lag.seconds(NOW);
      return Promise.resolve('committed');
    });
    expect(within).toBe(9);
  });

  it('counts from the last committed record while the partition has more', async () => {
    const lag = new LagWatch();
    await lag.during(batch([NOW - 9_000, NOW - 7_000], 5), clock, () =>
      Promise.resolve('committed'),
    );
    expect(lag.seconds(NOW)).toBe(7);
    await lag.during(batch([NOW - 100], 0), clock, () => Promise.resolve('committed'));
    expect(lag.seconds(NOW)).toBe(0);
  });

  it('keeps counting while a batch fails again and again', async () => {
    const lag = new LagWatch();
    const failing = (): Promise<never> => Promise.reject(new Error('Postgres is away'));
    await expect(lag.during(batch([NOW - 4_000], 0), clock, failing)).rejects.toThrow('away');
    expect(lag.seconds(NOW + 60_000)).toBe(64);
  });

  it('forgets partitions that went to another process', async () => {
    const lag = new LagWatch();
    await lag.during(batch([NOW - 5_000], 3, 4), clock, () => Promise.resolve('committed'));
    lag.assigned([1, 2]);
    expect(lag.seconds(NOW)).toBe(0);
  });
});
