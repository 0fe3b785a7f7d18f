import fc from 'fast-check';
import type { LogRecord, LogSlice } from '../pipeline/event-log.ts';
import { Pile, placeOf } from './pile.ts';

function aRecord(partition: number, offset: bigint, size = 1): LogRecord {
  return {
    topic: 't',
    partition,
    offset,
    key: null,
    value: Buffer.alloc(size),
    headers: {},
    timestamp: 0,
  };
}

/** Offsets step by 2: compaction and transactions leave holes. */
function aSlice(partition: number, from: bigint, count: number): LogSlice {
  const records = Array.from({ length: count }, (_, n) =>
    aRecord(partition, from + 2n * BigInt(n)),
  );
  const to = from + 2n * BigInt(count);
  return { topic: 't', partition, from, to, records, highWatermark: to };
}

describe('Pile', () => {
  it('joins slices of one partition and keeps those of others apart', () => {
    const pile = new Pile({ records: 100, bytes: 1_000 });
    pile.add(aSlice(0, 0n, 2));
    pile.add(aSlice(1, 7n, 1));
    pile.add(aSlice(0, 4n, 3));
    const { slices } = pile.take();
    expect(
      slices.map(({ partition, from, to, records }) => [partition, from, to, records.length]),
    ).toEqual([
      [0, 0n, 10n, 5],
      [1, 7n, 9n, 1],
    ]);
    expect(pile.empty).toBe(true);
  });

  it('is full by records or by bytes, and no longer once taken from', () => {
    const byRecords = new Pile({ records: 2, bytes: 1_000 });
    byRecords.add(aSlice(0, 0n, 2));
    expect(byRecords.full).toBe(true);
    const byBytes = new Pile({ records: 100, bytes: 10 });
    byBytes.add({ ...aSlice(0, 0n, 0), records: [aRecord(0, 0n, 10)] });
    expect(byBytes.full).toBe(true);
    byBytes.take();
    expect(byBytes.full).toBe(false);
  });

  it('moves on over a slice whose records were all dropped', () => {
    const pile = new Pile({ records: 2, bytes: 10 });
    pile.add({ ...aSlice(3, 5n, 0), to: 9n });
    expect(pile.take().slices).toMatchObject([{ partition: 3, from: 5n, to: 9n, records: [] }]);
  });

  it('loses nothing, repeats nothing and keeps the order, however it is filled and emptied', () => {
    const step = fc.oneof(
      fc.record({ partition: fc.nat(2), count: fc.integer({ min: 1, max: 7 }) }),
      fc.constant('take' as const),
    );
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (steps, limit) => {
          const pile = new Pile({ records: limit, bytes: 1_000_000 });
          const added = new Map<string, bigint>();
          const taken = new Map<string, bigint>();
          let [put, got] = [0, 0];
          const takeOne = (): void => {
            const { slices } = pile.take();
            expect(
              slices.reduce((sum, slice) => sum + slice.records.length, 0),
            ).toBeLessThanOrEqual(limit);
            for (const slice of slices) {
              expect(slice.from).toBe(taken.get(placeOf(slice)) ?? 0n);
              taken.set(placeOf(slice), slice.to);
              got += slice.records.length;
              for (const record of slice.records) {
                expect(record.offset >= slice.from && record.offset < slice.to).toBe(true);
              }
            }
          };
          for (const one of steps) {
            if (one === 'take') {
              takeOne();
            } else {
              const place = `t/${one.partition}`;
              const slice = aSlice(one.partition, added.get(place) ?? 0n, one.count);
              pile.add(slice);
              added.set(place, slice.to);
              put += one.count;
            }
          }
          while (!pile.empty) takeOne();
          expect(got).toBe(put);
          expect(taken).toEqual(added);
        },
      ),
    );
  });
});
