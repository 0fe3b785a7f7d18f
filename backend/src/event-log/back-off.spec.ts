import type { BatchOutcome, LogConsumer } from '../pipeline/event-log.ts';
import { BackOff } from './back-off.ts';
import { deliver } from './deliver.ts';
import { silent } from './report.ts';

describe('BackOff', () => {
  it('doubles up to its limit and starts over after a success', () => {
    const backOff = new BackOff({ firstMs: 100, mostMs: 1_000, chance: () => 1 });
    expect([1, 2, 3, 4, 5, 6].map(() => backOff.next())).toEqual([
      100, 200, 400, 800, 1_000, 1_000,
    ]);
    backOff.succeeded();
    expect(backOff.next()).toBe(100);
  });

  it('leaves half of each delay to chance', () => {
    const low = new BackOff({ firstMs: 100, mostMs: 1_000, chance: () => 0 });
    expect([low.next(), low.next()]).toEqual([50, 100]);
  });
});

describe('deliver', () => {
  const consumer = (handle: () => Promise<BatchOutcome>): LogConsumer => ({
    handle,
    load: () => Promise.resolve([]),
    assigned: () => undefined,
  });
  const backOff = { firstMs: 1, mostMs: 1, chance: (): number => 0 };

  it('offers the batch until it is taken', async () => {
    let tries = 0;
    const taking = consumer(() => {
      tries += 1;
      return tries < 4 ? Promise.reject(new Error('busy')) : Promise.resolve('committed');
    });
    const settings = { consumer: taking, backOff, report: silent };
    await expect(deliver({ slices: [] }, settings, new AbortController().signal)).resolves.toBe(
      'committed',
    );
    expect(tries).toBe(4);
  });

  it('gives up between two tries, not within one', async () => {
    const stop = new AbortController();
    const told: string[] = [];
    const failing = consumer(() => {
      stop.abort();
      return Promise.reject(new Error('busy'));
    });
    const report = ({ event }: { event: string }): number => told.push(event);
    const settings = { consumer: failing, backOff, report };
    await expect(deliver({ slices: [] }, settings, stop.signal)).resolves.toBe('abandoned');
    expect(told).toEqual(['log.batch-failed']);
    const ending = consumer(() => Promise.resolve('fenced'));
    const again = { consumer: ending, backOff, report: silent };
    await expect(deliver({ slices: [] }, again, new AbortController().signal)).resolves.toBe(
      'fenced',
    );
  });
});
