import { DAY, HOUR, MINUTE } from '@endwatch/clinical';
import { aMeasurement, aStay, correctionOf, hour } from '@endwatch/clinical/testing';
import type { WhatIfFigures } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import { EVERY_STAY } from '../../domain/review/stay-filter.ts';
import { packCohort } from '../../domain/review/what-if/pack-cohort.ts';
import { alertPolicyOf, reviewPolicyOf } from '../../domain/review/what-if/policy.ts';
import { simulateAlerts } from '../../domain/review/what-if/simulate-alerts.ts';
import { pipelineSettings } from '../../pipeline/pipeline-settings.ts';
import type { StoredProposal } from '../../pipeline/review-quality.ts';
import { PipelineBench } from '../../testing/pipeline-bench.ts';
import { dropDatabase, freshDatabase } from '../../testing/test-postgres.ts';
import { createDataSource } from '../data-source.ts';
import { TypeormPatientStore } from '../typeorm-patient-store.ts';
import { TypeormProposalStore } from './typeorm-proposal-store.ts';
import { TypeormReviewStays } from './typeorm-review-stays.ts';
import { TypeormShadowReadings } from './typeorm-shadow-readings.ts';
import { TypeormStaySummaries } from './typeorm-stay-summaries.ts';

const NOW = Date.UTC(2026, 3, 1, 12);
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

const none = { k: 0, n: 0, value: null, ci95: null };
const figures: WhatIfFigures = {
  policy: { on: 0.4, off: 0.3, minimumMinutes: 5, risingBy: null },
  ...{ alerts: 3, repeats: 1, stays: 2, per100PatientDays: 12.5, perDayFor35: 4.375 },
  ppv: { k: 1, n: 3, value: 1 / 3, ci95: [0.06, 0.79] },
  ...{ undecided: 0, sensitivity: none, atLeast6h: none, missedEnds: 0 },
  leadHours: { n: 0, median: null, quartiles: null },
};
const proposal = (n: number): StoredProposal => ({
  ...{ id: `00000000-0000-4000-8000-00000000000${String(n)}`, at: NOW + n * HOUR, by: 'quinn' },
  ...{ note: 'Fewer\u0000 at night', cohort: 'ward=a', stays: 7, ends: 1, patientDays: 24.5 },
  ...{ proposed: figures, today: { ...figures, alerts: 9 } },
});

describe('proposals', () => {
  it('are kept with their numbers, newest first', async () => {
    const store = new TypeormProposalStore(source);
    for (const n of [1, 3, 2]) await store.add(proposal(n));
    const kept = await store.all();
    expect(kept.map(({ at }) => (at - NOW) / HOUR)).toEqual([3, 2, 1]);
    // What Postgres cannot keep is replaced, not refused.
    expect(kept[2]).toEqual({
      ...proposal(1),
      byName: 'quinn',
      note: expect.stringContaining('at night') as string,
    });
  });
});

describe('forecasts of the shadow', () => {
  const keep = (model: string, patient: string, score: string, risk: number | null, asOf: number) =>
    source.query(
      `INSERT INTO shadow_score (model_checksum, patient_id, score_id, model_version, as_of, known_at, next24h)
       VALUES ($1, $2, $3, $1, $4, $4, $5)`,
      [model, patient, score, new Date(asOf).toISOString(), risk],
    );

  it('are those of the model that ran last, of the very scores asked for', async () => {
    const shadow = new TypeormShadowReadings(source);
    expect(await shadow.of([{ patientId: 'a', scoreId: 's1' }])).toBeNull();
    await keep('before', 'a', 's1', 0.9, NOW - DAY);
    await keep('now', 'a', 's1', 0.2, NOW);
    await keep('now', 'a', 's2', null, NOW);
    await keep('now', 'b', 's1', 0.7, NOW);
    const found = await shadow.of([
      { patientId: 'a', scoreId: 's1' },
      { patientId: 'a', scoreId: 's2' },
      { patientId: 'c', scoreId: 's3' },
    ]);
    expect(found).toEqual({ version: 'now', next24h: new Map([['s1', 0.2]]) });
  });
});

describe("today's policy on what was stored", () => {
  it('rings when the live rule rang', async () => {
    const bench = new PipelineBench(hour(1), {}, new TypeormPatientStore(source));
    await bench.deliver(...aStay({ hours: 1 }));
    const crp = (at: number, value: number) =>
      aMeasurement('crp', value, { at, resourceKey: `Observation/crp-${String(at)}` });
    // Per cent: over the threshold of 35, down, one wild value that is corrected a minute later, a short episode, and up for good.
    const course = [20, 40, 30, 20, 60, 20, 36, 45, 24, 55];
    let wrong: ReturnType<typeof crp> | null = null;
    for (const [n, value] of course.entries()) {
      const at = hour(1) + (n + 1) * 37 * MINUTE;
      while (bench.clock.now() < at) {
        await bench.passTo(Math.min(at, bench.clock.now() + MINUTE));
        if (wrong === null || bench.clock.now() < wrong.times.effectiveAt + MINUTE) continue;
        await bench.deliver(correctionOf(wrong, { facts: crp(wrong.times.effectiveAt, 22).facts }));
        wrong = null;
      }
      const measured = crp(at, value);
      expect(await bench.deliver(measured)).toBe('committed');
      if (value === 60) wrong = measured;
    }
    await bench.passTo(bench.clock.now() + 2 * MINUTE);
    const now = bench.clock.now() + MINUTE;
    await new TypeormStaySummaries(source, 400).refresh(now + HOUR);
    const [stay] = await new TypeormReviewStays(source).load(EVERY_STAY);
    const rang = stay!.alerts.filter(({ kind }) => kind === 'risk-high');
    const { policy } = pipelineSettings(bench.model.manifest);
    const [packed] = packCohort([stay!], now).stays;
    const rings = simulateAlerts(packed!, alertPolicyOf(reviewPolicyOf(policy), policy));
    expect(rang.length).toBeGreaterThan(2);
    expect(rings.filter(({ kind }) => kind === 'risk-high').map(({ at }) => at)).toEqual(
      rang.map(({ raisedAt }) => raisedAt).toSorted(),
    );
  });
});
