import { DAY, HOUR, MINUTE, type ClinicalRecord, type EpochMs } from '@endwatch/clinical';
import { allItems, anEncounter, anExamination, aStay, hour, T0 } from '@endwatch/clinical/testing';
import type { DataSource } from 'typeorm';
import { MonthlyReports } from '../../pipeline/monthly-reports.ts';
import { pipelineSettings } from '../../pipeline/pipeline-settings.ts';
import { until } from '../../testing/notice-bench.ts';
import { PipelineBench } from '../../testing/pipeline-bench.ts';
import { dropDatabase, freshDatabase } from '../../testing/test-postgres.ts';
import { ViewsHere } from '../../testing/views-here.ts';
import { reviewOf } from '../../review-parts.ts';
import { createDataSource } from '../data-source.ts';
import { TypeormDriftStore } from '../typeorm-drift-store.ts';
import { TypeormPatientStore } from '../typeorm-patient-store.ts';
import { TypeormReportStore } from './typeorm-report-store.ts';
import { TypeormReviewStays } from './typeorm-review-stays.ts';
import { TypeormShadowReadings } from './typeorm-shadow-readings.ts';
import { TypeormStaySummaries } from './typeorm-stay-summaries.ts';

let url: string;
let source: DataSource;
let bench: PipelineBench;

beforeEach(async () => {
  url = await freshDatabase();
  source = await createDataSource({ url }).initialize();
  bench = new PipelineBench(hour(6), {}, new TypeormPatientStore(source));
});
afterEach(async () => {
  await source.destroy();
  await dropDatabase(url);
});

/** As another process has it. */
const process = (): MonthlyReports => {
  const { manifest } = bench.model;
  return new MonthlyReports({
    reviews: new TypeormReviewStays(source),
    drift: new TypeormDriftStore(source),
    shadow: new TypeormShadowReadings(source),
    reports: new TypeormReportStore(source),
    manifest,
    timeZone: 'Europe/Berlin',
  });
};
const composing = (now: EpochMs) => ({
  ...{ now, policy: pipelineSettings(bench.model.manifest).policy, pause: () => null },
});
const summarise = (at: EpochMs): Promise<number> =>
  new TypeormStaySummaries(source, 4000).rebuild(at);
/** Midnight in Berlin. */
const FEBRUARY = Date.UTC(2026, 0, 31, 23);

describe('monthly reports', () => {
  it('come once, when the month is over and counted, and stay as they were', async () => {
    await bench.deliver(...aStay({ hours: 5, totals: [6, 6] }));
    await summarise(FEBRUARY - HOUR);
    expect(await process().catchUp(composing(FEBRUARY - MINUTE))).toEqual([]);
    // Nothing of the last hour is counted yet.
    expect(await process().catchUp(composing(FEBRUARY + MINUTE))).toEqual([]);
    // One patient's summary is as of the new month, those of others need not be.
    await source.query('UPDATE review_patient SET summarised_at = to_timestamp($1)', [
      (FEBRUARY + MINUTE) / 1_000,
    ]);
    expect(await process().catchUp(composing(FEBRUARY + MINUTE))).toEqual([]);
    await summarise(FEBRUARY);
    const both = [process(), process()].map((one) => one.catchUp(composing(FEBRUARY + MINUTE)));
    expect((await Promise.all(both)).flat()).toEqual(['2026-01']);

    const store = new TypeormReportStore(source);
    const kept = await store.find('2026-01');
    expect(kept).toMatchObject({
      ...{ month: '2026-01', provisional: false, composedBy: null, stays: 1, ends: 0 },
      ...{ from: '2025-12-31T23:00:00.000Z', timeZone: 'Europe/Berlin' },
    });
    expect(JSON.stringify(kept)).not.toMatch(/"p1"|Ada|enc/);

    const late = anExamination({
      ...{ at: hour(5.5), total: 12, resourceKey: 'Observation/late' },
      items: allItems({ '5a': 4, '6a': 4, '4': 3, '9': 1 }),
    });
    await bench.passTo(FEBRUARY + HOUR);
    await bench.deliver(late);
    await summarise(FEBRUARY + 2 * HOUR);
    expect(await process().catchUp(composing(FEBRUARY + 3 * HOUR))).toEqual([]);
    expect(await store.find('2026-01')).toEqual(kept);
    const now = { ...composing(FEBRUARY + 3 * HOUR), by: 'quinn' };
    expect(await process().compose('2026-01', now)).toMatchObject({ stays: 1, ends: 1 });
  });

  it('come by themselves, within the hour', async () => {
    await bench.deliver(...aStay({ hours: 5, totals: [6, 6] }));
    await summarise(FEBRUARY);
    const { manifest } = bench.model;
    const policy = () => pipelineSettings(manifest).policy;
    const asked: EpochMs[] = [FEBRUARY - MINUTE];
    const clock = { now: () => asked.shift() ?? FEBRUARY + MINUTE };
    const log = { info: jest.fn(), warn: jest.fn() };
    const { setTimeout: after } = globalThis;
    // An hour is over at once.
    jest
      .spyOn(globalThis, 'setTimeout')
      .mockImplementation(((act: () => void, ms: number) =>
        after(act, ms === HOUR ? 1 : ms)) as typeof setTimeout);
    const views = new ViewsHere(source, { manifest, timeZone: 'Europe/Berlin' });
    const site = { policy, views, clock, log: log as never };
    const { composeMonths, reports } = reviewOf(source, site);
    composeMonths.start();
    await until(() => log.info.mock.calls.length > 0);
    await composeMonths.stop();
    jest.restoreAllMocks();
    expect(log.warn).not.toHaveBeenCalled();
    expect(log.info.mock.calls).toEqual([[{ months: ['2026-01'] }, 'monthly reports composed']]);
    expect(await reports.find('2026-01')).toMatchObject({ composedBy: null, provisional: false });
  });

  it('wait while stays of the month are loaded', async () => {
    await bench.passTo(FEBRUARY);
    const discharged = { end: hour(9), encounterStatus: 'finished' } as const;
    const records = [
      ...aStay({ hours: 5, totals: [6, 6] }),
      anEncounter({ encounterId: 'e-p1', start: T0, version: '2', ...discharged }),
    ];
    const loaded = <R extends ClinicalRecord>(record: R): R => ({
      ...record,
      times: { ...record.times, ingestedAt: FEBRUARY },
    });
    await bench.deliver(...records.map(loaded));
    await summarise(FEBRUARY + MINUTE);
    const [stay] = await new TypeormReviewStays(source).facts(null);
    expect(stay).toMatchObject({ loadedAfterwards: true });
    expect(await process().catchUp(composing(FEBRUARY + HOUR / 2))).toEqual([]);
    expect(await process().catchUp(composing(FEBRUARY + 2 * HOUR))).toEqual(['2026-01']);
  });

  it('make up for an outage of months, leave out months without stays, and take over from what was provisional', async () => {
    await bench.deliver(...aStay({ hours: 5, totals: [6, 6] }));
    const march = T0 + 60 * DAY;
    await bench.passTo(march + HOUR);
    await bench.deliver(
      anEncounter({ patientId: 'p2', encounterId: 'again', start: march, at: march }),
    );
    await summarise(march + HOUR);
    const store = new TypeormReportStore(source);
    for (const by of ['quinn', 'admin']) {
      await store.keep(await process().compose('2026-03', { ...composing(march + 2 * HOUR), by }));
    }
    const provisional = await store.all();
    expect(provisional).toMatchObject([
      { month: '2026-03', provisional: true, composedBy: 'admin' },
    ]);

    const june = Date.UTC(2026, 5, 15);
    await summarise(june);
    expect(await process().catchUp(composing(june))).toEqual(['2026-01', '2026-03']);
    expect((await store.all()).map((one) => [one.month, one.provisional])).toEqual([
      ...[
        ['2026-03', false],
        ['2026-01', false],
      ],
    ]);
    const again = await process().compose('2026-03', { ...composing(june), by: 'quinn' });
    expect(await store.keep({ ...again, provisional: true })).toBe(false);
  });
});
