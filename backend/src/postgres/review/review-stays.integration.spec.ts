import {
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  type ClinicalRecord,
  type LocationRecord,
} from '@endwatch/clinical';
import {
  aMeasurement,
  aPatient,
  aStay,
  aTreatment,
  allItems,
  anEncounter,
  anExamination,
  correctionOf,
  hour,
  retractionOf,
  T0,
} from '@endwatch/clinical/testing';
import type { DataSource } from 'typeorm';
import { EVERY_STAY } from '../../domain/review/stay-filter.ts';
import { AlertCommands } from '../../pipeline/alert-commands.ts';
import { PipelineBench } from '../../testing/pipeline-bench.ts';
import { dropDatabase, freshDatabase } from '../../testing/test-postgres.ts';
import { createDataSource } from '../data-source.ts';
import { TypeormPatientQueries } from '../typeorm-patient-queries.ts';
import { TypeormPatientStore } from '../typeorm-patient-store.ts';
import { TypeormCohortStore } from './typeorm-cohort-store.ts';
import { TypeormReviewStays } from './typeorm-review-stays.ts';
import { TypeormStaySummaries } from './typeorm-stay-summaries.ts';

let url: string;
let source: DataSource;

beforeEach(async () => {
  url = await freshDatabase();
  source = await createDataSource({ url }).initialize();
});
afterEach(async () => {
  await source.destroy();
  await dropDatabase(url);
});

const now = hour(6) + 10 * MINUTE;
const own = (patientId: string, records: readonly ClinicalRecord[]): readonly ClinicalRecord[] =>
  records.map((record) => ({
    ...record,
    resourceKey:
      record.type === 'patient' ? record.resourceKey : `${record.resourceKey}-${patientId}`,
  }));
const worse = anExamination({
  ...{ at: hour(6), patientId: 'p2', total: 12, resourceKey: 'Observation/exam-p2' },
  items: allItems({ '5a': 4, '6a': 4, '4': 3, '9': 1 }),
});
const ward = (locationId: string, name: string, version: string): LocationRecord => ({
  ...{ type: 'location', kind: 'ward', partOf: null, locationId, name, version },
});
const again = T0 + 60 * DAY;

/** Two patients: an END that is withdrawn and charted again, a discharge, a merge, and one who comes back after two months. */
const steps: readonly (readonly ClinicalRecord[])[] = [
  aStay({ hours: 5, totals: [6, 6] }),
  own('p2', aStay({ patientId: 'p2', hours: 5, totals: [6, 6] })),
  [worse, aTreatment('thrombolysis', { patientId: 'p2', at: hour(1) })],
  [retractionOf(worse)],
  [
    correctionOf(worse, { version: '2', at: hour(6) } as never),
    aMeasurement('crp', 60, { at: hour(6) }),
  ],
  [
    anEncounter({
      ...{ patientId: 'p2', encounterId: 'e-p2', resourceKey: 'Encounter/e-p2-p2', version: '2' },
      ...{ encounterStatus: 'finished', end: hour(30), locations: [] },
    }),
  ],
  [
    aPatient({ patientId: 'p3', name: 'Grace Example' }),
    aPatient({ replacedBy: 'p3', version: '2' }),
  ],
  [anEncounter({ patientId: 'p2', encounterId: 'again', start: again, at: again })],
];

/** All that a rebuild makes anew. */
async function summaries(): Promise<unknown[]> {
  return source.query<unknown[]>(
    `SELECT s.patient_id, s.encounter_id, ward_id, admitted_at, discharged_at, end_status, end_at, facts, encode(course, 'hex') AS course,
       alerts, p.version, p.directory_version
     FROM review_stay s JOIN review_patient p USING (patient_id) ORDER BY 1, 2`,
  );
}

async function live(): Promise<{ bench: PipelineBench; stays: TypeormStaySummaries }> {
  const bench = new PipelineBench(now, {}, new TypeormPatientStore(source));
  const stays = new TypeormStaySummaries(source, 400);
  await bench.say({ locations: [ward('bed-1', 'Stroke unit', '1')] });
  for (const [index, step] of steps.entries()) {
    if (index === steps.length - 1) await bench.passTo(again + MINUTE);
    expect(await bench.deliver(...step)).toBe('committed');
    await stays.refresh(bench.clock.now() + index * MINUTE);
  }
  return { bench, stays };
}

describe('summaries of stays', () => {
  it('are the same whether kept up as facts come or rebuilt from all of them', async () => {
    const { bench, stays } = await live();
    const at = bench.clock.now() + DAY;
    await stays.refresh(at);
    const keptUp = await summaries();
    expect(keptUp).toHaveLength(3);
    await source.query('TRUNCATE review_stay, review_patient');
    expect(await stays.rebuild(at)).toBe(3);
    expect(await summaries()).toEqual(keptUp);
    const revisions = (): Promise<unknown> =>
      source.query('SELECT revision FROM review_stay ORDER BY 1');
    const before = await revisions();
    await stays.rebuild(at);
    expect(await revisions()).toEqual(before);
  });

  it('hold every stay with its course, by ward', async () => {
    const { bench, stays } = await live();
    await stays.refresh(bench.clock.now() + DAY);
    const reviews = new TypeormReviewStays(source);
    const all = await reviews.load(EVERY_STAY);
    expect(all.map(({ patientId, encounterId }) => [patientId, encounterId])).toEqual([
      ['p2', 'e-p2'],
      ['p3', 'e-p1'],
      ['p2', 'again'],
    ]);
    const [first, , second] = all;
    expect(first).toMatchObject({
      ...{ ward: 'bed-1', admittedAt: T0, dischargedAt: hour(30), diedAt: null },
      ...{ treatments: ['thrombolysis'], admissionNihss: 6, sex: 'female', age: 68 },
      end: { status: 'confirmed', rule: 'total', at: hour(6) },
      loadedAfterwards: false,
    });
    expect(first?.assessments.map(({ total }) => total)).toEqual([6, 6, 12]);
    const stored = await new TypeormPatientQueries(source).scores('p2', T0, hour(40));
    expect(stored.length).toBeGreaterThan(5);
    expect(
      first?.scores.map(({ id, next24h, by48h, supersededAt }) => ({
        ...{ id, next24h, by48h, supersededAt },
      })),
    ).toEqual(
      stored.map(({ id, next24h, by48h, supersededAt }) => ({
        ...{ id, next24h, by48h, supersededAt },
      })),
    );
    expect(first?.alerts.map(({ kind }) => kind)).toContain('end-confirmed');
    expect(second).toMatchObject({ assessments: [], dischargedAt: null });
    expect(await reviews.load({ ...EVERY_STAY, covered: ['elsewhere'] })).toEqual([]);
    expect(await reviews.facts(['bed-1'])).toHaveLength(3);
  });

  it('follow what is done to an alert, and say how far they are behind', async () => {
    const bench = new PipelineBench(now, {}, new TypeormPatientStore(source));
    const stays = new TypeormStaySummaries(source, 400);
    const reviews = new TypeormReviewStays(source);
    await bench.deliver(...own('p2', aStay({ patientId: 'p2', hours: 5, totals: [6, 6] })), worse);
    expect(await reviews.freshness()).toEqual({
      ...{ summarisedAt: null, waiting: 1, countedTo: null },
    });
    expect(await stays.refresh(now)).toBe(1);
    expect(await stays.refresh(now)).toBe(0);
    // Whoever was summarised within the last 20 s rests: nothing is said of those.
    const [then, countedTo] = [now, now - 20 * SECOND];
    expect(await reviews.freshness()).toEqual({ summarisedAt: then, waiting: 0, countedTo });
    const alerts = await new TypeormPatientQueries(source).alerts('p2');
    const alert = alerts.find(({ kind }) => kind === 'end-confirmed');
    const store = new TypeormPatientStore(source);
    const commands = new AlertCommands(bench.processor, store, bench.clock);
    await source.query(`UPDATE patient SET moved_at = '2020-01-01'`);
    const done = await commands.acknowledge(alert?.id ?? '', {
      by: 'N. Urse',
      account: 'nurse',
      reason: 'Seen',
    });
    expect(done.outcome).toBe('done');
    expect(await reviews.freshness()).toEqual({ summarisedAt: now, waiting: 1, countedTo });
    expect(await stays.refresh(now + 1)).toBe(0);
    expect(await stays.refresh(now + MINUTE)).toBe(1);
    const [stay] = await reviews.load(EVERY_STAY);
    const moves = stay?.alerts.find(({ id }) => id === alert?.id)?.transitions ?? [];
    expect(moves.map(({ to, by }) => [to, by])).toEqual([
      ['raised', 'system'],
      ['acknowledged', 'N. Urse'],
    ]);
    expect(await reviews.freshness()).toEqual({
      ...{ summarisedAt: now + MINUTE, waiting: 0 },
      countedTo: now + MINUTE - 20 * SECOND,
    });
  });

  it('move when a place is described anew, also of those who have left', async () => {
    const { bench, stays } = await live();
    await bench.say({ locations: [{ ...ward('bed-1', 'Bed 1', '2'), kind: 'bed', partOf: 'w9' }] });
    await stays.refresh(bench.clock.now() + DAY);
    expect(await new TypeormReviewStays(source).facts(['w9'])).toHaveLength(3);
  });
});

describe('the retention', () => {
  it('ends summaries with the facts they were made from', async () => {
    const { bench } = await live();
    const kept = new TypeormStaySummaries(source, 30);
    await kept.refresh(bench.clock.now() + DAY);
    const reviews = new TypeormReviewStays(source);
    expect((await reviews.load(EVERY_STAY)).map(({ encounterId }) => encounterId)).toEqual([
      'again',
    ]);
    await kept.rebuild(bench.clock.now() + DAY);
    expect((await reviews.load(EVERY_STAY)).map(({ encounterId }) => encounterId)).toEqual([
      'again',
    ]);
  });
});

describe('whom the summaries look for', () => {
  it('is who moved lately, and now and then everybody', async () => {
    const bench = new PipelineBench(now, {}, new TypeormPatientStore(source));
    const stays = new TypeormStaySummaries(source, 400);
    const reviews = new TypeormReviewStays(source);
    await bench.deliver(...own('p2', aStay({ patientId: 'p2', hours: 5, totals: [6, 6] })));
    expect(await stays.refresh(now)).toBe(1);
    // As a version of the product left it that knew nothing of when somebody moved.
    await source.query(`UPDATE patient SET version = version + 1, moved_at = '2020-01-01'`);
    expect((await reviews.freshness()).waiting).toBe(0);
    expect(await stays.refresh(now + 30 * MINUTE)).toBe(0);
    expect(await stays.refresh(now + HOUR)).toBe(1);
    await source.query(`UPDATE patient SET version = version + 1, moved_at = now()`);
    expect((await reviews.freshness()).waiting).toBe(1);
    expect(await stays.refresh(now + HOUR + MINUTE)).toBe(1);
  });
});

describe('saved cohorts', () => {
  it('are kept as they were saved, newest first, until they are removed', async () => {
    const store = new TypeormCohortStore(source);
    const stays = [{ patientId: 'p1', encounterId: 'e1', admittedAt: T0 }];
    const first = {
      ...{ id: '7b0e3c52-6a40-4f7e-9d6b-0d9a3a1c2b01', name: "O'Hara; DROP", createdBy: 'q' },
      ...{ createdAt: T0, filter: { ward: ['w1'] }, stays },
    };
    const second = { ...first, id: '7b0e3c52-6a40-4f7e-9d6b-0d9a3a1c2b02', createdAt: T0 + 1 };
    await store.save(first);
    await store.save(second);
    expect(await store.all()).toEqual(
      [second, first].map((one) => ({ ...one, createdByName: 'q' })),
    );
    expect(await store.remove(second.id)).toBe(true);
    expect(await store.remove(second.id)).toBe(false);
    expect(await store.find(second.id)).toBeNull();
    expect(await store.find(first.id)).toEqual(first);
  });
});
