import { SECOND } from '@endwatch/clinical';
import { CANARY_NOTICE, CANARY_WARD } from '../domain/canary/canary.ts';
import type { ServiceState } from '../pipeline/service-state.ts';
import { TypeormCanaryStore } from '../postgres/typeorm-canary-store.ts';
import { TypeormPipelineStatus } from '../postgres/typeorm-pipeline-status.ts';
import { Repeater } from '../system/repeater.ts';
import { NoticeBench } from '../testing/notice-bench.ts';
import { CanaryWatch } from './canary-watch.ts';
import { ServiceWatch } from './service-watch.ts';

const EVERY = 2 * SECOND;
const WELL = {
  ...{ lagSeconds: 0, logAwaySeconds: null, failingSeconds: null, newestRecordSeconds: null },
};

/** The alert of the test patient comes each time; whether its notice is told and taken is what is looked at. */
describe('the notice of a test alert', () => {
  let bench: NoticeBench;
  let watch: CanaryWatch;
  let service: ServiceWatch;
  let telling: boolean;
  let delivering: boolean;
  let stop: () => Promise<void>;

  beforeEach(async () => {
    bench = await new NoticeBench().open();
    await bench.addPhone();
    [telling, delivering] = [true, true];
    let sequence = 0;
    let advance: (wards: readonly string[]) => void = () => undefined;
    const log = bench.log;
    const clock = { now: () => Date.now() };
    watch = new CanaryWatch({
      ...{ clock, log, every: EVERY, store: new TypeormCanaryStore(bench.source) },
      stopwatch: () => performance.now(),
      door: {
        receive: () => {
          sequence += 1;
          advance([CANARY_WARD]);
          return Promise.resolve({ isBundle: true, entries: [] });
        },
      },
      feed: {
        onAdvance: (listener) => {
          advance = listener;
          return () => undefined;
        },
        latestSequences: () => Promise.resolve(new Map([[CANARY_WARD, sequence]])),
        eventsAfter: () =>
          Promise.resolve([
            {
              ...{ roundId: null, brokerAt: null, writtenAt: null, traceparent: null },
              event: {
                ...{ ward: CANARY_WARD, sequence, at: '', knownAt: '' },
                ...{ type: 'alert', alert: { kind: 'end-confirmed' } },
              } as never,
            },
          ]),
      },
      tell: (since) => bench.people.tellMissing(since, ['w1']),
    });
    const status = new TypeormPipelineStatus(bench.source);
    service = new ServiceWatch({ status, clock, log, canary: watch });
    await status.report('a scorer', WELL);
    service.start();
    watch.start();
    const working = [
      () => status.report('a scorer', WELL),
      () => (telling ? bench.people.once() : Promise.resolve()),
      () => {
        // What is due now, by the real clock.
        bench.clock.set(Date.now());
        return delivering ? bench.worker.once() : Promise.resolve();
      },
    ].map((work) => new Repeater(200, work, () => undefined));
    for (const each of working) each.start();
    stop = async () => {
      await Promise.all([watch, service, ...working].map((each) => each.stop()));
    };
  });
  afterEach(async () => {
    await stop();
    await bench.close();
  });

  const troubleNow = (): ServiceState['trouble'] => service.current().trouble;
  const seconds = (count: number): Promise<void> =>
    new Promise((later) => setTimeout(later, count * SECOND));
  const eventually = async (isSo: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 300 && !isSo(); turn += 1) await seconds(0.1);
    expect(isSo()).toBe(true);
  };
  const told = (): Promise<{ username: string; state: string }[]> =>
    bench.source.query(
      `SELECT DISTINCT d.username, d.state FROM delivery d JOIN notice n ON n.id = d.notice_id
       WHERE n.alert_ids @> ARRAY['${CANARY_NOTICE}'] AND d.state <> 'queued'`,
    );

  it('is told and taken, and wakes nobody', async () => {
    await seconds(14);
    expect(troubleNow()).toBeNull();
    expect(await told()).toEqual([{ username: '(nobody)', state: 'confirmed' }]);
    expect(bench.pushes.received).toEqual([]);
  }, 60_000);

  it('that nobody turns into a delivery is said on boards and on the phone, until it comes', async () => {
    telling = false;
    await eventually(() => troubleNow()?.kind === 'test-alert-missing');
    await eventually(() => bench.pushes.received.length === 1);
    expect(bench.phone.read(bench.pushes.received[0]!)).toMatchObject({
      ...{ title: 'Alerts may not arrive', clear: false },
    });
    expect(bench.said).toContain('the test alert is missing');
    telling = true;
    await eventually(() => troubleNow() === null);
    await eventually(() => bench.pushes.received.length === 2);
    expect(bench.phone.read(bench.pushes.received[1]!)).toMatchObject({ clear: true });
    expect(await told()).toEqual([{ username: '(nobody)', state: 'confirmed' }]);
  }, 90_000);

  it('that nobody delivers is said on boards, until it comes', async () => {
    delivering = false;
    await eventually(() => troubleNow()?.kind === 'test-alert-missing');
    delivering = true;
    await eventually(() => troubleNow() === null);
  }, 90_000);

  it('is let go after an hour', async () => {
    await eventually(() => watch.roundTripSeconds !== null);
    await seconds(2);
    await bench.source.query(`UPDATE notice SET created_at = created_at - interval '2 hours'`);
    const old = await bench.source.query<{ id: string }[]>('SELECT id FROM notice');
    expect(old.length).toBeGreaterThan(0);
    await seconds(5);
    const left = await bench.source.query<{ id: string }[]>('SELECT id FROM notice');
    expect(left.filter(({ id }) => old.some((each) => each.id === id))).toEqual([]);
  }, 60_000);
});
