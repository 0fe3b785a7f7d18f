import { setImmediate as turn } from 'node:timers/promises';
import type { Backlog, PipelineStatus } from '../pipeline/read-ports.ts';
import type { StatusReading } from '../pipeline/service-state.ts';
import { ServiceWatch } from './service-watch.ts';

const ignore = (): void => undefined;
const log = { debug: ignore, info: ignore, warn: ignore, error: ignore, child: () => log };
const NOW = 5_000_000;

/** Postgres is an hour ahead of this process. */
const AHEAD = 3_600_000;

async function watchOf(
  reading: Partial<StatusReading>,
): Promise<{ watch: ServiceWatch; pass: (ms: number) => void }> {
  let passed = 0;
  const status: PipelineStatus = {
    read: () => Promise.resolve({ now: NOW + AHEAD, readOnly: false, scorers: [], ...reading }),
    backlog: (): Promise<Backlog> => Promise.reject(new Error('not asked')),
    report: () => Promise.resolve(),
  };
  const clock = { now: () => NOW + passed };
  const watch = new ServiceWatch({ status, clock, log }, () => passed);
  watch.start();
  await turn();
  await watch.stop();
  return { watch, pass: (ms) => (passed += ms) };
}

describe('ServiceWatch', () => {
  it('tells times by the clock of this process', async () => {
    const report = { reportedAt: NOW + AHEAD - 500, lagSeconds: 40, logAwaySince: null };
    const scorers = [{ ...report, failingSince: null, newestRecordAt: null }];
    const { watch } = await watchOf({ scorers });
    expect(watch.current()).toEqual({
      lagSeconds: 40,
      trouble: { kind: 'catching-up', since: NOW - 40_000 },
    });
  });

  it('says that nothing can be saved once Postgres could not be read for a while', async () => {
    const report = { reportedAt: NOW + AHEAD, lagSeconds: 0, logAwaySince: null };
    const scorers = [{ ...report, failingSince: null, newestRecordAt: null }];
    const { watch, pass } = await watchOf({ scorers });
    pass(5_000);
    expect(watch.current()).toEqual({ lagSeconds: 0, trouble: null });
    pass(5_000);
    expect(watch.current()).toEqual({
      lagSeconds: 10,
      trouble: { kind: 'cannot-save', since: NOW },
    });
  });
});
