import type { LogBatch, LogRecord, LogSlice } from '../pipeline/event-log.ts';
import { LagWatch } from './lag-watch.ts';

const NOW = 1_000_000;
const clock = { now: () => NOW };
const committed = (): Promise<'committed'> => Promise.resolve('committed');

function slice(
  timestamps: number[],
  behind: number,
  place = { topic: 'x.t', partition: 0 },
): LogSlice {
  const records = timestamps.map((timestamp, i): LogRecord => ({
    ...place,
    offset: BigInt(i),
    key: null,
    value: Buffer.alloc(0),
    headers: {},
    timestamp,
  }));
  const to = BigInt(timestamps.length);
  return { ...place, from: 0n, to, records, highWatermark: to + BigInt(behind) };
}

const batch = (...slices: LogSlice[]): LogBatch => ({ slices });

describe('LagWatch', () => {
  it('is zero when everything is committed', async () => {
    const lag = new LagWatch();
    await lag.during(batch(slice([NOW - 9_000, NOW - 1_000], 0)), clock, committed);
    expect(lag.seconds(NOW)).toBe(0);
    expect(lag.streams(NOW).get('x.t')).toEqual({ records: 0, seconds: 0 });
    expect(lag.newestRecordAt).toBe(NOW - 1_000);
  });

  it('counts from the oldest record in hand while a batch is handled', async () => {
    const lag = new LagWatch();
    let within = 0;
    await lag.during(batch(slice([NOW - 9_000, NOW - 1_000], 0)), clock, () => {
      within = lag.seconds(NOW);
      return committed();
    });
    expect(within).toBe(9);
  });

  it('counts from the last committed record while the partition has more', async () => {
    const lag = new LagWatch();
    await lag.during(batch(slice([NOW - 9_000, NOW - 7_000], 5)), clock, committed);
    expect(lag.seconds(NOW)).toBe(7);
    expect(lag.streams(NOW).get('x.t')).toEqual({ records: 5, seconds: 7 });
    const rest = { ...slice([NOW - 100], 0), from: 2n, to: 7n, highWatermark: 7n };
    await lag.during(batch(rest), clock, committed);
    expect(lag.seconds(NOW)).toBe(0);
  });

  it('keeps streams apart', async () => {
    const lag = new LagWatch();
    const labs = { topic: 'x.labs', partition: 0 };
    await lag.during(
      batch(
        slice([NOW - 9_000], 2),
        slice([NOW - 3_000], 4, labs),
        slice([NOW - 5_000], 1, { ...labs, partition: 1 }),
      ),
      clock,
      committed,
    );
    expect(Object.fromEntries(lag.streams(NOW))).toEqual({
      'x.t': { records: 2, seconds: 9 },
      'x.labs': { records: 5, seconds: 5 },
    });
  });

  it('keeps counting while a batch fails again and again, and says since when', async () => {
    const lag = new LagWatch();
    const failing = (): Promise<never> => Promise.reject(new Error('Postgres is away'));
    const again = (now: number): Promise<unknown> =>
      lag.during(batch(slice([NOW - 4_000], 0)), { now: () => now }, failing);
    await expect(again(NOW)).rejects.toThrow('away');
    await expect(again(NOW + 50_000)).rejects.toThrow('away');
    expect(lag.seconds(NOW + 60_000)).toBe(64);
    expect(lag.failingSince).toBe(NOW);
    await lag.during(batch(slice([NOW - 4_000], 0)), clock, committed);
    expect([lag.seconds(NOW), lag.failingSince]).toEqual([0, null]);
  });

  it('sees by the end of the log what is not fetched at all', () => {
    const lag = new LagWatch();
    lag.begins([{ topic: 'x.t', partition: 0, offset: 10n }]);
    lag.ends([{ topic: 'x.t', partition: 0, offset: 10n }], NOW);
    expect(lag.seconds(NOW + 5_000)).toBe(0);
    lag.ends([{ topic: 'x.t', partition: 0, offset: 17n }], NOW);
    lag.ends([{ topic: 'x.t', partition: 0, offset: 30n }], NOW + 2_000);
    expect(lag.streams(NOW + 5_000).get('x.t')).toEqual({ records: 20, seconds: 5 });
    // Partitions of others are no business of this process.
    lag.ends([{ topic: 'x.t', partition: 3, offset: 9n }], NOW);
    expect(lag.streams(NOW + 5_000).get('x.t')).toEqual({ records: 20, seconds: 5 });
  });

  it('goes on counting when it begins anew at the same offsets', () => {
    const lag = new LagWatch();
    const stored = [{ topic: 'x.t', partition: 0, offset: 10n }];
    lag.begins(stored);
    lag.ends([{ topic: 'x.t', partition: 0, offset: 12n }], NOW);
    lag.begins(stored);
    expect(lag.streams(NOW + 1_000).get('x.t')).toEqual({ records: 2, seconds: 1 });
  });

  it('forgets partitions that went to another process', async () => {
    const lag = new LagWatch();
    await lag.during(
      batch(slice([NOW - 5_000], 3, { topic: 'x.t', partition: 4 })),
      clock,
      committed,
    );
    lag.assigned([1, 2]);
    expect(lag.seconds(NOW)).toBe(0);
  });
});
