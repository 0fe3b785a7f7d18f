import { DAY, HOUR, MINUTE } from '@endwatch/clinical';
import { boardRowSchema, rejectionSchema, type RejectionCode } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import type { StoredRejection } from '../pipeline/ports.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource } from './data-source.ts';
import { aBatch, anAlert, aPatient, aRow, aScore, aVital, NOW } from './testing/effects.ts';
import { TypeormPatientQueries } from './typeorm-patient-queries.ts';
import { TypeormPatientStore } from './typeorm-patient-store.ts';

let url: string;
let source: DataSource;
let store: TypeormPatientStore;
let queries: TypeormPatientQueries;

beforeAll(async () => {
  url = await freshDatabase();
  source = await createDataSource({ url }).initialize();
  store = new TypeormPatientStore(source);
  queries = new TypeormPatientQueries(source);
});
afterAll(async () => {
  await source.destroy();
  await dropDatabase(url);
});

describe('a stay', () => {
  const admittedAt = NOW - 10 * DAY;
  const at = (
    effectiveAt: number,
    changes: Parameters<typeof aVital>[1] = {},
  ): ReturnType<typeof aVital> =>
    aVital('long', {
      resourceKey: `Observation/${effectiveAt}`,
      times: { effectiveAt, issuedAt: null, brokerAt: NOW, ingestedAt: NOW },
      ...changes,
    });
  const newest = at(NOW);
  const recent = at(NOW - 47 * HOUR);
  const middle = at(NOW - 5 * DAY);
  const early = at(admittedAt + 20 * HOUR);
  const corrected = at(NOW - 5 * DAY, { version: '2', status: 'corrected' });
  const lab = at(NOW - 5 * DAY + 1, {
    facts: [{ kind: 'measurement', quantity: 'crp', value: 12, comparator: null, loinc: '1988-5' }],
  });
  const examined = at(NOW - 4 * DAY, {
    facts: [
      { kind: 'nihss-item', item: '5a', score: 2 },
      { kind: 'nihss-total', total: 2 },
    ],
  });
  const takenBack = at(NOW - 4 * DAY, { version: '2', retracted: true, facts: [] });
  const before = at(admittedAt - 40 * DAY, { status: 'corrected' });

  beforeAll(async () => {
    await store.commit(
      aBatch({
        patients: [
          aPatient('long', {
            profile: { ...aPatient('long').profile, admittedAt },
            records: [newest, recent, middle, early, corrected, lab, examined, takenBack, before],
          }),
        ],
      }),
    );
  });

  it('is read back for scoring without the vital signs between its first day and the last three', async () => {
    const [stored] = await store.loadWhole(['long']);
    expect(new Set(stored?.records)).toEqual(
      new Set([newest, recent, early, corrected, lab, examined, takenBack]),
    );
    const [packed] = await store.loadPatients(['long']);
    expect(new Set(packed?.records)).toEqual(new Set([corrected, lab, examined, takenBack]));
    expect(new Set(packed?.values?.at)).toEqual(
      new Set([newest, recent, early].map(({ times }) => times.effectiveAt)),
    );
  });

  it('is read whole for its page', async () => {
    const stored = await queries.patient('long');
    expect(new Set(stored?.records)).toEqual(
      new Set([newest, recent, middle, early, corrected, lab, examined, takenBack]),
    );
    expect(await queries.patient('nobody')).toBeNull();
  });

  it('is read by its examinations, taken back ones too, for its trajectory', async () => {
    const stored = await queries.examinations('long');
    expect(new Set(stored?.records)).toEqual(new Set([examined, takenBack]));
    expect(await queries.examinations('nobody')).toBeNull();
  });
});

describe('scores', () => {
  it('are listed in order, superseded ones too, and found by id', async () => {
    const scores = [
      aScore('p1', 's3', { asOf: NOW + HOUR }),
      aScore('p1', 's2', { asOf: NOW, knownAt: NOW + MINUTE }),
      aScore('p1', 's1', { asOf: NOW, knownAt: NOW, reportVector: null, by48h: null }),
    ];
    await store.commit(aBatch({ patients: [aPatient('p1', { scores }), aPatient('p2')] }));
    await store.commit(
      aBatch({
        knownAt: NOW + MINUTE,
        patients: [aPatient('p1', { expectedVersion: 1, superseded: [{ id: 's1', asOf: NOW }] })],
      }),
    );
    const listed = await queries.scores('p1', NOW, NOW + HOUR);
    expect(listed.map(({ id, supersededAt }) => [id, supersededAt])).toEqual([
      ['s1', NOW + MINUTE],
      ['s2', null],
      ['s3', null],
    ]);
    expect(Object.keys(listed[0] ?? {})).not.toContain('features');
    expect(await queries.scores('p1', NOW + 1, NOW + HOUR - 1)).toEqual([]);
    expect(await queries.scoreIds('p1')).toEqual(['s1', 's2', 's3']);
    expect(await queries.score('s2')).toEqual(scores[1]);
    expect(await queries.score('s1')).toEqual({ ...scores[2], supersededAt: NOW + MINUTE });
    expect(await queries.score('s4')).toBeNull();
  });
});

describe('alerts and tiles', () => {
  it('are those of the stay, newest first, with the ward they belong to', async () => {
    const alerts = [
      anAlert('p3', 'old', { raisedAt: NOW - 3 * DAY, state: 'resolved' }),
      anAlert('p3', 'first', { state: 'resolved' }),
      anAlert('p3', 'second', { raisedAt: NOW + 1, escalatesAt: null }),
    ];
    await store.commit(aBatch({ patients: [aPatient('p3', { alerts })] }));
    const listed = await queries.alerts('p3');
    expect(listed.map(({ id, ward }) => [id, ward])).toEqual([
      ['second', 'w1'],
      ['first', 'w1'],
    ]);
    expect(listed[0]).not.toHaveProperty('cause');
    const tile = await queries.boardRow('p3');
    expect(tile).toEqual({ ward: { id: 'w1', name: 'Stroke unit' }, row: aRow('p3') });
    expect(boardRowSchema.parse(tile?.row)).toEqual(aRow('p3'));
    expect(await queries.boardRow('nobody')).toBeNull();
  });
});

describe('rejections', () => {
  const rejection = (code: RejectionCode, offset: bigint | null): StoredRejection => ({
    code,
    detail: 'valueQuantity.unit is missing',
    patientId: 'p1',
    resource: 'Observation/1',
    raw: Buffer.from([0, 255, 10]),
    origin: {
      door: 'kafka',
      topic: offset === null ? null : 'endwatch.labs',
      partition: offset === null ? null : 2,
      offset,
      key: 'p1',
      headers: { ce_id: '1\u0000' },
      brokerAt: NOW,
      ingestedAt: NOW + Number(offset ?? 0n),
    },
  });

  it('are listed newest first, by code, after an id or a time, and as the contract has them', async () => {
    const rejections = [
      rejection('unit-missing', 1n),
      rejection('not-json', null),
      rejection('unit-missing', 3n),
    ];
    await store.commit(aBatch({ rejections }));
    const list = (
      changes: Partial<Parameters<TypeormPatientQueries['rejections']>[0]>,
    ): ReturnType<TypeormPatientQueries['rejections']> =>
      queries.rejections({ after: null, code: null, limit: 10, ...changes });
    const all = await list({});
    expect(all.map(({ code, offset }) => [code, offset])).toEqual([
      ['unit-missing', '3'],
      ['not-json', null],
      ['unit-missing', '1'],
    ]);
    expect(all.map((view) => rejectionSchema.parse(view))).toEqual(all);
    expect(await list({ limit: 1 })).toEqual([all[0]]);
    expect(await list({ code: 'not-json' })).toEqual([all[1]]);
    expect(await list({ after: all[1]?.id ?? '' })).toEqual([all[0]]);
    expect(await list({ after: new Date(NOW + 2).toISOString() })).toEqual([all[0]]);
    expect(await list({ after: 'rubbish' })).toEqual(all);
    const [row] = await source.query<{ raw: Buffer }[]>('SELECT raw FROM rejection LIMIT 1');
    expect(row?.raw).toEqual(Buffer.from([0, 255, 10]));
  });
});
