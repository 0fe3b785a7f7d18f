import { SECOND } from '@endwatch/clinical';
import { CANARY_WARD } from '../domain/canary/canary.ts';
import { CanaryStore, type CanaryAges } from '../pipeline/canary-store.ts';
import { createLogger } from '../observability/logger.ts';
import { CanaryWatch } from './canary-watch.ts';

const EVERY = 60 * SECOND;
const START = Date.UTC(2026, 10, 28, 15);

/** Postgres, as several processes share it. */
class Shared extends CanaryStore {
  now = 0;
  number = 0;
  sentAt = 0;
  told = false;
  handedOutAt: number | null = null;
  /** Notices are told and delivered. */
  delivers = true;
  sequence = 3;
  readonly gateways: Gateway[] = [];
  readonly happened: string[] = [];

  claim(every: number): Promise<number | null> {
    if (this.now - this.sentAt < every) return Promise.resolve(null);
    this.sentAt = this.now;
    return Promise.resolve(++this.number);
  }

  ages(): Promise<CanaryAges> {
    const handedOutAgo = this.handedOutAt === null ? null : this.now - this.handedOutAt;
    return Promise.resolve({ sentAgo: this.now - this.sentAt, handedOutAgo });
  }

  handIn(): Promise<void> {
    return this.delivers ? this.handedOut() : Promise.resolve();
  }

  handedOut(): Promise<void> {
    this.handedOutAt = this.now;
    return Promise.resolve();
  }

  claimTelling(): Promise<boolean> {
    const first = !this.told;
    this.told = true;
    return Promise.resolve(first);
  }

  takeBack(): Promise<void> {
    this.happened.push('taken back');
    this.told = false;
    return Promise.resolve();
  }
}

/** One gateway; the chain behind the door answers at once while it works. */
class Gateway {
  /** What it sends becomes an alert. */
  works = true;
  doorOpen = true;
  hears = true;
  sent = 0;
  advance: (wards: readonly string[]) => void = () => undefined;
  readonly watch: CanaryWatch;

  constructor(shared: Shared) {
    const log = createLogger('error');
    this.watch = new CanaryWatch({
      ...{ store: shared, log, every: EVERY },
      clock: { now: () => START + shared.now },
      stopwatch: () => shared.now,
      door: {
        receive: () => {
          if (!this.doorOpen) return Promise.reject(new Error('the log is away'));
          this.sent += 1;
          if (this.works) {
            shared.sequence += 1;
            for (const each of shared.gateways) {
              if (each.hears) each.advance(['another', CANARY_WARD]);
            }
          }
          return Promise.resolve({ isBundle: true, entries: [] });
        },
      },
      feed: {
        onAdvance: (listener) => {
          this.advance = listener;
          return () => undefined;
        },
        latestSequences: () => Promise.resolve(new Map([[CANARY_WARD, shared.sequence]])),
        eventsAfter: (_, after) =>
          Promise.resolve(
            Array.from({ length: shared.sequence - after }, (__, n) => ({
              ...{ roundId: null, brokerAt: null, writtenAt: null, traceparent: null },
              event: {
                ...{ ward: CANARY_WARD, sequence: after + 1 + n, at: '', knownAt: '' },
                ...{ type: 'alert', alert: { kind: 'end-confirmed' } },
              } as never,
            })),
          ),
      },
      tell: (since) => {
        shared.happened.push(`told: since ${String((since - START) / SECOND)} s`);
        return Promise.resolve();
      },
    });
  }
}

describe('the test alert', () => {
  let shared: Shared;
  let gateways: Gateway[];

  const pass = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second += 1) {
      shared.now += SECOND;
      await jest.advanceTimersByTimeAsync(SECOND);
    }
  };
  const begin = async (count: number): Promise<readonly Gateway[]> => {
    gateways = Array.from({ length: count }, () => new Gateway(shared));
    shared.gateways.push(...gateways);
    for (const { watch } of gateways) watch.start();
    await jest.advanceTimersByTimeAsync(0);
    return gateways;
  };

  beforeEach(() => {
    jest.useFakeTimers();
    shared = new Shared();
  });

  afterEach(async () => {
    await Promise.all(gateways.map(({ watch }) => watch.stop()));
    jest.useRealTimers();
  });

  it('is sent once an interval by all gateways together, the first after one', async () => {
    const [one, two] = await begin(2);
    await pass(50);
    expect(shared.number).toBe(0);
    await pass(250);
    expect(shared.number).toBeGreaterThanOrEqual(4);
    expect((one?.sent ?? 0) + (two?.sent ?? 0)).toBe(shared.number);
  });

  it('that comes is no news', async () => {
    const [gateway] = await begin(1);
    await pass(600);
    expect(gateway?.watch.missingSince()).toBeNull();
    expect(gateway?.watch.roundTripSeconds).toBeLessThan(3);
    expect(shared.happened).toEqual([]);
  });

  it.each(['works', 'doorOpen'] as const)(
    'that does not come (%s) is missing from its sending on, told once, and taken back',
    async (broken) => {
      const [gateway] = await begin(1);
      await pass(70);
      expect(shared.number).toBe(1);
      if (gateway) gateway[broken] = false;
      await pass(60 + 75);
      const sentAt = START + 120 * SECOND;
      expect(gateway?.watch.missingSince()).toBeNull();
      await pass(10);
      expect(Math.abs((gateway?.watch.missingSince() ?? 0) - sentAt)).toBeLessThan(5 * SECOND);
      await pass(300);
      expect(shared.happened).toEqual([expect.stringMatching(/^told: since 1\d\d s$/)]);
      if (gateway) gateway[broken] = true;
      await pass(70);
      expect(gateway?.watch.missingSince()).toBeNull();
      expect(shared.happened.slice(1)).toEqual(['taken back']);
    },
  );

  it('that comes, and whose notice nobody takes, is missing all the same', async () => {
    const [gateway] = await begin(1);
    await pass(70);
    shared.delivers = false;
    await pass(60 + 75);
    expect(gateway?.watch.missingSince()).toBeNull();
    await pass(10);
    expect(gateway?.watch.missingSince()).not.toBeNull();
    expect(gateway?.watch.roundTripSeconds).toBeLessThan(3);
    await pass(300);
    expect(shared.happened).toEqual([expect.stringMatching(/^told: since 1\d\d s$/)]);
    shared.delivers = true;
    await pass(70);
    expect(gateway?.watch.missingSince()).toBeNull();
    expect(shared.happened.slice(1)).toEqual(['taken back']);
  });

  it('that one of two gateways does not hear of is told by that one alone', async () => {
    const [deaf, other] = await begin(2);
    await pass(70);
    if (deaf) deaf.hears = false;
    await pass(400);
    expect(deaf?.watch.missingSince()).not.toBeNull();
    expect(other?.watch.missingSince()).toBeNull();
    expect(shared.happened).toEqual(['told: since 120 s']);
  });

  it('of before this process was there is not missed', async () => {
    shared.sentAt = -10 * EVERY;
    shared.number = 5;
    const [gateway] = await begin(1);
    await pass(20);
    expect(gateway?.watch.missingSince()).toBeNull();
    expect(gateway?.sent).toBe(1);
  });
});
