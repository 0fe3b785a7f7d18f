import { MINUTE, type ClinicalRecord } from '@endwatch/clinical';
import {
  aMeasurement,
  aPatient,
  aReport,
  aStay,
  allItems,
  anExamination,
  correctionOf,
  hour,
  retractionOf,
} from '@endwatch/clinical/testing';
import type { BoardRow } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../postgres/data-source.ts';
import { TypeormPatientQueries } from '../postgres/typeorm-patient-queries.ts';
import { TypeormPatientStore } from '../postgres/typeorm-patient-store.ts';
import { FakeRiskModel } from '../testing/fake-risk-model.ts';
import { PipelineBench } from '../testing/pipeline-bench.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { AlertCommands } from './alert-commands.ts';
import { replayScore } from './replay-score.ts';

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
const wrong = aMeasurement('crp', 60, { at: hour(6), resourceKey: 'Observation/crp' });
const worse = anExamination({
  ...{ at: hour(6), patientId: 'p2', total: 10, resourceKey: 'Observation/exam-p2' },
  items: allItems({ '5a': 4, '6a': 4, '4': 2 }),
});

/** Two patients: a corrected value, a second report, an END that is withdrawn, a merge. */
const batches: readonly (readonly ClinicalRecord[])[] = [
  aStay({ hours: 5, totals: [6, 6] }),
  aStay({ patientId: 'p2', hours: 5, totals: [6, 6] }).map((record) => ({
    ...record,
    resourceKey: record.type === 'patient' ? record.resourceKey : `${record.resourceKey}-p2`,
  })),
  [wrong, worse],
  [correctionOf(wrong, { facts: aMeasurement('crp', 30, { at: hour(6) }).facts })],
  [aReport('hyperdense artery', { at: hour(5.5) }), retractionOf(worse)],
  [
    aPatient({ patientId: 'p3', name: 'Grace Example' }),
    aPatient({ replacedBy: 'p3', version: '2' }),
  ],
];

function timeless(row: BoardRow | null | undefined): unknown {
  if (!row) return null;
  const { risk, alerts, ...facts } = row;
  return {
    ...facts,
    risk: risk && { ...risk, scoreId: '', knownAt: '' },
    alerts: alerts.map(({ kind, priority, state, reason }) => ({ kind, priority, state, reason })),
  };
}

describe('the main path on Postgres', () => {
  it('ends in the same tiles as in memory, though the process forgets everything after each batch', async () => {
    const inMemory = new PipelineBench(now);
    const onPostgres = new PipelineBench(now, {}, new TypeormPatientStore(source));
    for (const bench of [inMemory, onPostgres]) {
      for (const batch of batches) {
        bench.restart();
        expect(await bench.deliver(...batch)).toBe('committed');
      }
      await bench.passTo(now);
    }
    const queries = new TypeormPatientQueries(source);
    for (const id of ['p1', 'p2', 'p3']) {
      const stored = await queries.boardRow(id);
      expect(timeless(stored?.row)).toEqual(timeless(inMemory.memory.row(id)));
    }
    expect((await queries.boardRow('p3'))?.row.risk).not.toBeNull();
    const histories = await queries.alerts('p2');
    expect(histories.map(({ kind, state }) => [kind, state])).toEqual([
      ['end-confirmed', 'resolved'],
    ]);
  });

  it('every stored score replays bit for bit', async () => {
    const bench = new PipelineBench(now, {}, new TypeormPatientStore(source));
    for (const batch of batches) await bench.deliver(...batch);
    const queries = new TypeormPatientQueries(source);
    const ids = [...(await queries.scoreIds('p2')), ...(await queries.scoreIds('p3'))];
    expect(ids.length).toBeGreaterThan(10);
    for (const id of ids) {
      const score = await queries.score(id);
      expect(score && replayScore(score, new FakeRiskModel())).toEqual([]);
    }
  });

  it('a batch that was written already is fenced, whole', async () => {
    const store = new TypeormPatientStore(source);
    const bench = new PipelineBench(now, {}, store);
    const behind = new PipelineBench(now, {}, store);
    for (const batch of batches) await bench.deliver(...batch);
    const before = await store.loadPatients(['p1', 'p2', 'p3']);
    expect(await behind.deliver(...(batches[0] ?? []))).toBe('fenced');
    expect(await store.loadPatients(['p1', 'p2', 'p3'])).toEqual(before);
  });

  it('an alert acknowledged in one process is acknowledged in another', async () => {
    const store = new TypeormPatientStore(source);
    const bench = new PipelineBench(now, {}, store);
    const other = bench.freshProcessor();
    await bench.deliver(...(batches[1] ?? []), worse);
    const queries = new TypeormPatientQueries(source);
    const [alert] = (await queries.boardRow('p2'))?.row.alerts ?? [];
    const commands = new AlertCommands(other, store, bench.clock);
    const done = await commands.acknowledge(alert?.id ?? '', {
      by: 'N. Urse',
      account: 'nurse',
      reason: 'Seen',
    });
    expect(done.outcome).toBe('done');
    const late = aMeasurement('heart-rate', 90, { patientId: 'p2', at: hour(6) });
    await bench.deliver({ ...late, resourceKey: 'Observation/late-p2' });
    expect((await queries.boardRow('p2'))?.row.alerts).toMatchObject([
      { kind: 'end-confirmed', state: 'acknowledged', holder: 'N. Urse' },
    ]);
  });

  it('holds one score at each moment when END is charted a day late and an older value corrected then', async () => {
    const bench = new PipelineBench(hour(6), {}, new TypeormPatientStore(source));
    const old = aMeasurement('heart-rate', 140, { at: hour(3.5), resourceKey: 'Observation/hr' });
    const items = allItems({ '5a': 4, '6a': 4, '4': 2 });
    await bench.deliver(...aStay({ hours: 5, totals: [6, 6] }), old);
    await bench.liveTo(hour(30));
    bench.restart();
    await bench.deliver(anExamination({ at: hour(18), total: 10, items }));
    bench.restart();
    await bench.deliver(
      correctionOf(old, { facts: aMeasurement('heart-rate', 90, { at: hour(3.5) }).facts }),
    );
    const [row] = await source.query<{ n: number; moments: number; corrected: number }[]>(
      `SELECT count(*)::int AS n, count(DISTINCT as_of)::int AS moments,
         count(*) FILTER (WHERE known_at > (SELECT min(known_at) FROM score))::int AS corrected
       FROM score WHERE superseded_at IS NULL`,
    );
    expect(row?.n).toBe(row?.moments);
    expect(row?.corrected).toBeGreaterThan(0);
  });
});
