import { HOUR, type ReportRecord } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import type { ScoreRecord } from '../pipeline/ports.ts';
import { ShadowScoring } from '../pipeline/shadow-scoring.ts';
import { FakeRiskModel } from '../testing/fake-risk-model.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource } from './data-source.ts';
import { scorePairs } from './score-pairs.ts';
import { aBatch, aPatient, aScore, everyRecord, NOW } from './testing/effects.ts';
import { TypeormPatientStore } from './typeorm-patient-store.ts';
import { TypeormShadowStore } from './typeorm-shadow-store.ts';

let url: string;
let source: DataSource;
let model: FakeRiskModel;
let version = 0;

beforeEach(async () => {
  url = await freshDatabase();
  source = await createDataSource({ url }).initialize();
  model = new FakeRiskModel();
  model.manifest = { ...model.manifest, version: 'next-1', checksum: 'ab'.repeat(32) };
  version = 0;
});
afterEach(async () => {
  await source.destroy();
  await dropDatabase(url);
});

const report = everyRecord('p').find((one) => one.type === 'report') as ReportRecord;
const READ = [`${report.resourceKey}@${report.version}`];

async function commit(...scores: readonly ScoreRecord[]): Promise<void> {
  const records = version === 0 ? [{ ...report, text: 'hyperdense' }] : [];
  await new TypeormPatientStore(source).commit(
    aBatch({ patients: [aPatient('p', { expectedVersion: version++, records, scores })] }),
  );
}

const score = (id: string, hours: number, changes: Partial<ScoreRecord> = {}): ScoreRecord =>
  aScore('p', id, {
    ...{ asOf: NOW + hours * HOUR, knownAt: NOW + hours * HOUR, hoursSinceAdmission: hours },
    ...{ reportKeys: [], reportVector: null, ...changes },
  });
const rows = (): Promise<
  { score_id: string; next24h: number | null; admission: number | null }[]
> => source.query('SELECT score_id, next24h, admission FROM shadow_score ORDER BY as_of, score_id');
const scoring = () => new ShadowScoring(new TypeormShadowStore(source), model);

describe('a model in the shadow', () => {
  it('answers each stored score once, from its stored inputs and the texts it read', async () => {
    await commit(score('a', 1), score('b', 2, { reportKeys: READ }), score('c', 30));
    const shadow = scoring();
    expect(await shadow.catchUp(NOW + HOUR)).toBe(3);
    expect(await shadow.catchUp(NOW + HOUR)).toBe(0);
    const [a, b, c] = await rows();
    expect(b?.next24h).toBeCloseTo((a?.next24h ?? NaN) + 0.2, 9);
    expect([a?.admission, c?.admission]).toEqual([expect.any(Number), null]);
  });

  it('goes on where it stood after a restart, and begins at the present where it never answered', async () => {
    await commit(score('old', -30), score('a', 1));
    expect(await scoring().catchUp(NOW + HOUR)).toBe(1);
    await commit(score('b', 3));
    expect(await scoring().catchUp(NOW + 100 * HOUR)).toBe(1);
    expect((await rows()).map((row) => row.score_id)).toEqual(['a', 'b']);
  });

  it('answers what was stored before it was named when asked to, and again nothing of it', async () => {
    await commit(score('older', -400), score('old', -300), score('a', 1));
    expect(await scoring().catchUp(NOW + HOUR)).toBe(1);
    const told: number[] = [];
    const past = () => scoring().answerPast(NOW - 350 * HOUR, (sofar) => told.push(sofar));
    expect([await past(), await past()]).toEqual([1, 0]);
    expect(told).toEqual([1]);
    expect((await rows()).map((row) => row.score_id)).toEqual(['old', 'a']);
    // Neither does the one that goes on take it for new.
    expect(await scoring().catchUp(NOW + HOUR)).toBe(0);
  });

  it('keeps that it could not answer where a report is gone, and asks no more', async () => {
    await commit(score('a', 1, { reportKeys: ['DiagnosticReport/9@1'] }));
    expect(await scoring().catchUp(NOW)).toBe(1);
    expect(await rows()).toEqual([{ score_id: 'a', next24h: null, admission: null }]);
    expect(await scoring().catchUp(NOW)).toBe(0);
  });

  it('lets one process work at a time', async () => {
    await commit(score('a', 1));
    const taken = await Promise.all([scoring().catchUp(NOW), scoring().catchUp(NOW)]);
    expect(taken.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await rows()).toHaveLength(1);
  });

  it('is laid beside the scores of the model in service that stand', async () => {
    const inService = new FakeRiskModel().manifest;
    const mine = { modelVersion: inService.version, modelChecksum: inService.checksum };
    await commit(
      score('a', 1, mine),
      score('gone', 2, { ...mine, supersededAt: NOW + 3 * HOUR }),
      score('other', 2),
    );
    await scoring().catchUp(NOW);
    const pairs = await scorePairs(source, { inService, shadow: model.manifest, from: NOW - HOUR });
    expect(
      pairs.map(({ patientId, hoursSinceAdmission }) => [patientId, hoursSinceAdmission]),
    ).toEqual([['p', 1]]);
    expect(pairs[0]?.inService).toBe(score('a', 1).next24h);
    expect(pairs[0]?.shadow).toBe((await rows())[0]?.next24h);
  });
});
