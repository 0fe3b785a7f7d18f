import { MINUTE, SECOND, type ClinicalRecord } from '@endwatch/clinical';
import { aMeasurement, aStay, hour } from '@endwatch/clinical/testing';
import type { DataSource } from 'typeorm';
import {
  EventLog,
  type LogConsumer,
  type LogHealth,
  type LogSubscription,
  type NextOffset,
} from '../pipeline/event-log.ts';
import { LogTopics } from '../pipeline/log-topics.ts';
import { createLogger } from '../observability/logger.ts';
import { createDataSource } from '../postgres/data-source.ts';
import { TypeormOutages } from '../postgres/typeorm-outages.ts';
import { TypeormPatientStore } from '../postgres/typeorm-patient-store.ts';
import { TypeormPipelineStatus } from '../postgres/typeorm-pipeline-status.ts';
import { PipelineBench } from '../testing/pipeline-bench.ts';
import { plainMessage } from '../testing/record-decoder.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { LagWatch } from './lag-watch.ts';
import { Scorer } from './scorer.ts';

const WARD = 'bed-1';
const ASKED_EVERY = 50;

/** A log that can be away: what is sent meanwhile lies in it, and comes when it is back. A batch that is not taken is offered again. */
class BreakableLog extends EventLog {
  readonly #bench: PipelineBench;
  readonly #waiting: ClinicalRecord[] = [];
  isAway = false;
  #consumer: LogConsumer | null = null;
  #end = 0n;
  #handing: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(bench: PipelineBench) {
    super();
    this.#bench = bench;
  }

  send(...records: readonly ClinicalRecord[]): void {
    this.#waiting.push(...records);
  }

  async consume(_: readonly string[], consumer: LogConsumer): Promise<LogSubscription> {
    await consumer.load([]);
    consumer.assigned([0]);
    this.#consumer = consumer;
    this.#handing = this.#handOn();
    return {
      stop: () => {
        this.#stopped = true;
        return this.#handing;
      },
    };
  }

  async #handOn(): Promise<void> {
    while (!this.#stopped) {
      await pause(ASKED_EVERY);
      const records = this.isAway ? [] : this.#waiting.slice(0, 50);
      if (records.length === 0) continue;
      const from = this.#end;
      const { slices } = this.#bench.batchOf(
        records.map((record) => ({ value: plainMessage({ records: [record] }) })),
      );
      const to = from + BigInt(records.length);
      const moved = slices.map((slice) => ({
        ...{ ...slice, from, to, highWatermark: to },
        records: slice.records.map((each, n) => ({ ...each, offset: from + BigInt(n) })),
      }));
      const outcome = await this.#consumer?.handle({ slices: moved }).catch(() => 'failed');
      if (outcome !== 'committed') continue;
      this.#end = to;
      this.#waiting.splice(0, records.length);
    }
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  health(): LogHealth {
    return { connected: !this.isAway, detail: '' };
  }

  ends(): Promise<readonly NextOffset[]> {
    return this.isAway ? Promise.reject(new Error('nobody answers')) : Promise.resolve([]);
  }

  ensureTopics(): Promise<void> {
    return Promise.resolve();
  }

  append(): Promise<never> {
    return Promise.reject(new Error('nothing is appended here'));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

describe('a scorer that lives and cannot work for a while', () => {
  let url: string;
  let source: DataSource;
  let bench: PipelineBench;
  let log: BreakableLog;
  let scorer: Scorer;
  let outages: TypeormOutages;
  let keeps: (from: number) => Promise<void>;

  beforeEach(async () => {
    url = await freshDatabase();
    source = await createDataSource({ url, poolSize: 6 }).initialize();
    bench = new PipelineBench(hour(6), {}, new TypeormPatientStore(source));
    log = new BreakableLog(bench);
    outages = new TypeormOutages(source);
    keeps = () => Promise.resolve();
    const kept = outages.keep.bind(outages);
    outages.keep = async (gap) => {
      await keeps(gap.from);
      await kept(gap);
    };
    const nothing = (): Promise<void> => Promise.resolve();
    scorer = new Scorer({
      ...{ eventLog: log, processor: bench.processor, outages, clock: bench.clock },
      ...{ status: new TypeormPipelineStatus(source), lag: new LagWatch(), processId: 'one' },
      ...{ topics: new LogTopics(log, 'endwatch'), log: createLogger('error') },
      background: { start: () => undefined, stop: nothing },
      ...{ upkeep: nothing, shadow: null, onBacklog: () => undefined },
    });
    log.send(...aStay({ patientId: 'late', hours: 5 }), ...aStay({ patientId: 'well', hours: 5 }));
    scorer.start();
    await eventually(() => Promise.resolve(log.isEmpty && scorer.health.up));
    await reported();
  }, 60_000);
  afterEach(async () => {
    await scorer.stop();
    await source.destroy();
    await dropDatabase(url);
  });

  /** The scorer has looked at itself once more, whole, since now. */
  const reported = async (): Promise<void> => {
    await pause(2 * 2 * SECOND + 500);
  };
  const lists = async (): Promise<{ minutes: number[]; patients: string[] }[]> =>
    (await outages.open(WARD)).map(({ from, to, patients }) => ({
      minutes: [from, to].map((time) => Math.round((time - hour(6)) / MINUTE)),
      patients: patients.map(({ patientId }) => patientId),
    }));
  const pulse = (minute: number): ClinicalRecord =>
    aMeasurement('heart-rate', 91, { patientId: 'late', at: hour(6) + minute * MINUTE });
  const rename = (from: string, to: string): Promise<unknown> =>
    source.query(`ALTER TABLE ${from} RENAME TO ${to}`);

  it.each<[string, () => unknown, () => unknown]>([
    ['the log is away', () => (log.isAway = true), () => (log.isAway = false)],
    [
      'nothing can be saved',
      async () => {
        await rename('consumer_offset', 'away');
        log.send(pulse(1));
      },
      () => rename('away', 'consumer_offset'),
    ],
    [
      'Postgres answers nothing',
      () => {
        log.isAway = true;
        return rename('process_status', 'away');
      },
      () => {
        log.isAway = false;
        return rename('away', 'process_status');
      },
    ],
  ])(
    '%s: whose values came late are on the list of the ward, from when it was well to when it was again',
    async (_, breaks, mends) => {
      await breaks();
      await reported();
      bench.clock.set(hour(6) + 20 * MINUTE);
      log.send(pulse(10));
      await reported();
      expect(await lists()).toEqual([]);
      bench.clock.set(hour(6) + 25 * MINUTE);
      await mends();
      await eventually(async () => (await lists()).length > 0 && log.isEmpty);
      expect(await lists()).toEqual([{ minutes: [0, 25], patients: ['late'] }]);
      // Once: the time between is not told of anew.
      await reported();
      expect(await lists()).toHaveLength(1);
    },
    60_000,
  );

  it('for some minutes only is no outage', async () => {
    log.isAway = true;
    await reported();
    bench.clock.set(hour(6) + 4 * MINUTE);
    log.send(pulse(2));
    log.isAway = false;
    await eventually(() => Promise.resolve(log.isEmpty));
    await reported();
    expect(await lists()).toEqual([]);
  }, 60_000);

  it('keeps trying to write it down, and loses nothing of it', async () => {
    let refusals = 0;
    keeps = () => (++refusals < 3 ? Promise.reject(new Error('not now')) : Promise.resolve());
    log.isAway = true;
    await reported();
    bench.clock.set(hour(6) + 20 * MINUTE);
    log.send(pulse(10));
    log.isAway = false;
    await eventually(async () => (await lists()).length > 0);
    expect(refusals).toBe(3);
    expect(await lists()).toEqual([{ minutes: [0, 20], patients: ['late'] }]);
  }, 60_000);
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((later) => setTimeout(later, milliseconds));
}

async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 400 && !(await isSo()); turn += 1) await pause(ASKED_EVERY);
  expect(await isSo()).toBe(true);
}
