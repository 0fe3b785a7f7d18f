import { HOUR, type ReportRecord } from '@endwatch/clinical';
import type { Explanation } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource } from './data-source.ts';
import { maintainPartitions } from './partitions.ts';
import { aBatch, aPatient, aScore, everyRecord, NOW } from './testing/effects.ts';
import { TypeormExplanationStore } from './typeorm-explanation-store.ts';
import { TypeormPatientStore } from './typeorm-patient-store.ts';

let url: string;
let source: DataSource;
let store: TypeormExplanationStore;

const FIRST = aScore('p', 'first', { asOf: NOW - 2 * HOUR, knownAt: NOW - 2 * HOUR });
/** Stood at first, and was replaced before `LAST` was made. */
const OLD = aScore('p', 'old', {
  ...{ asOf: NOW - HOUR, knownAt: NOW - HOUR, supersededAt: NOW - 5 },
});
const NEW = aScore('p', 'new', { asOf: NOW - HOUR, knownAt: NOW - 5 });
const LAST = aScore('p', 'last', {
  ...{ asOf: NOW, knownAt: NOW, reportKeys: ['DiagnosticReport/2@1', 'DiagnosticReport/1@1'] },
});
/** Of the same moment as `LAST`, made while `OLD` still stood. */
const EARLIER_LAST = aScore('p', 'earlier', {
  ...{ asOf: NOW - 30_000, knownAt: NOW - HOUR / 2, supersededAt: NOW - 1 },
});

beforeAll(async () => {
  url = await freshDatabase();
  source = await createDataSource({ url }).initialize();
  store = new TypeormExplanationStore(source);
  const report = everyRecord('q').find((one) => one.type === 'report') as ReportRecord;
  const newer: ReportRecord = { ...report, version: '2', text: 'Corrected.' };
  const second: ReportRecord = {
    ...report,
    ...{ patientId: 'p', resourceKey: 'DiagnosticReport/2', text: 'Second.' },
  };
  const profile = { ...aPatient('q').profile, mergedInto: 'p' };
  await new TypeormPatientStore(source).commit(
    aBatch({
      patients: [
        aPatient('p', { records: [second], scores: [FIRST, OLD, NEW, EARLIER_LAST, LAST] }),
        aPatient('q', { profile, records: [report, newer], row: null, placement: null }),
        aPatient('r', { scores: [aScore('r', 'other')] }),
      ],
    }),
  );
});
afterAll(async () => {
  await source.destroy();
  await dropDatabase(url);
});

describe('what explanations are made of', () => {
  it('is a score of that patient and no other', async () => {
    expect(await store.score('p', 'last')).toEqual(LAST);
    expect(await store.score('p', 'other')).toBeNull();
    expect(await store.score('\0', 'last')).toBeNull();
  });

  it('is compared with what stood when the score was made', async () => {
    expect((await store.scoreBefore(LAST))?.id).toBe('new');
    expect((await store.scoreBefore(EARLIER_LAST))?.id).toBe('old');
    expect((await store.scoreBefore(OLD))?.id).toBe('first');
    expect(await store.scoreBefore(FIRST)).toBeNull();
  });

  it('has the versions of the reports that were read, in that order, of merged patients too', async () => {
    const texts = (await store.reports(LAST)).map(({ text }) => text);
    expect(texts).toEqual(['Second.', 'No haemorrhage.\n']);
    expect(await store.reports({ ...LAST, reportKeys: ['DiagnosticReport/9@1'] })).toEqual([]);
  });
});

describe('an explanation', () => {
  const explanation = { scoreId: 'last', sentence: 'Risk 30 %.' } as Explanation;

  it('is kept with its score, replaced by a newer one, and goes when the score goes', async () => {
    expect(await store.kept(LAST)).toBeNull();
    await store.keep(LAST, { ...explanation, sentence: 'older' });
    await store.keep(LAST, explanation);
    await store.keep(FIRST, explanation);
    expect(await store.kept(LAST)).toEqual(explanation);
    expect(await store.kept(NEW)).toBeNull();

    await maintainPartitions(source, { now: NOW + 40 * 24 * HOUR, retentionDays: 30 });
    expect(await store.kept(LAST)).toBeNull();
  });
});
