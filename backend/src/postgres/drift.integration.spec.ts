import { DAY, FEATURE_NAMES, HOUR, type ClinicalRecord } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import { reviewDrift } from '../domain/review/drift/review-drift.ts';
import { CalibrationAlarm } from '../pipeline/calibration-alarm.ts';
import { DriftWatch } from '../pipeline/drift-watch.ts';
import type { ScoreRecord } from '../pipeline/ports.ts';
import { ContentIds } from '../system/content-ids.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource } from './data-source.ts';
import { aBatch, aPatient, aScore, aVital } from './testing/effects.ts';
import { TypeormStaySummaries } from './review/typeorm-stay-summaries.ts';
import { TypeormAuditTrail } from './typeorm-audit-trail.ts';
import { TypeormAccountStore } from './typeorm-account-store.ts';
import { TypeormDriftStore } from './typeorm-drift-store.ts';
import { TypeormNotificationStore } from './typeorm-notification-store.ts';
import { TypeormPatientStore } from './typeorm-patient-store.ts';

const MODEL = { version: 'm1', checksum: 'c5'.repeat(32) };
const NOW = Date.UTC(2026, 3, 1, 12);
const WEEK = 7 * DAY;
/** A Monday, two whole weeks ago: what came of it is known. */
const WEEK_START = Date.UTC(2026, 2, 9);
const HEART = FEATURE_NAMES.indexOf('heart-rate');
const REFERENCE = {
  ...{ hour: 24, patients: 100 },
  features: [
    { name: 'heart-rate', missing: 10, edges: [70, 80], counts: [30, 30, 30] },
    { name: 'd-dimer', missing: 60, edges: [], counts: [] },
  ],
};

let url: string;
let source: DataSource;

beforeAll(async () => {
  url = await freshDatabase();
  source = await createDataSource({ url }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await dropDatabase(url);
});

function scoreOf(
  patientId: string,
  heartRate: number | null,
  one: Partial<ScoreRecord> = {},
): ScoreRecord {
  const n = FEATURE_NAMES.length;
  const values = new Float32Array(n);
  const missing = new Uint8Array(n).fill(1);
  if (heartRate !== null) {
    values[HEART] = heartRate;
    missing[HEART] = 0;
  }
  const features = { featureSet: 'f', values, missing, ageHours: new Float32Array(n).fill(NaN) };
  const asOf = one.asOf ?? WEEK_START + DAY;
  return aScore(patientId, `${patientId}/${String(asOf)}`, {
    ...{ asOf, knownAt: asOf, hoursSinceAdmission: 24.5, features, by7d: 0.25, ...one },
  });
}

const watchOf = (
  model: typeof MODEL,
  reference: typeof REFERENCE | null = REFERENCE,
): DriftWatch => {
  const store = new TypeormDriftStore(source);
  return new DriftWatch({ ...{ store, model, hour: 24, reference, retentionDays: 400 } });
};
const summarise = (): Promise<number> => new TypeormStaySummaries(source, 400).rebuild(NOW);

/** Admitted a day before their score; NIHSS 4, then what is said. */
async function admit(...stay: Parameters<typeof admitted>): Promise<void> {
  await new TypeormPatientStore(source).commit(aBatch({ patients: [admitted(...stay)] }));
}

function admitted(
  id: string,
  scores: readonly ScoreRecord[],
  later: number,
  weekStart = WEEK_START,
): ReturnType<typeof aPatient> {
  const admittedAt = weekStart + HOUR / 2;
  const examined = (at: number, total: number) =>
    aVital(id, {
      resourceKey: `Observation/n${String(at)}`,
      times: { effectiveAt: at, issuedAt: null, brokerAt: at, ingestedAt: at },
      facts: [{ kind: 'nihss-total', total }],
    });
  const times = { effectiveAt: admittedAt, issuedAt: null, brokerAt: admittedAt };
  const encounter: ClinicalRecord = {
    type: 'encounter',
    ...{ patientId: id, resourceKey: 'Encounter/1', version: '1', retracted: false, died: false },
    ...{ source: null, encounterId: '1', start: admittedAt, end: null, locations: [] },
    times: { ...times, ingestedAt: admittedAt },
    status: 'final',
    encounterStatus: 'in-progress',
  };
  const profile = { ...aPatient(id).profile, admittedAt };
  const records = [encounter, examined(admittedAt, 4), examined(admittedAt + 3 * DAY, later)];
  return aPatient(id, { profile, records, scores });
}

describe('drift, week by week', () => {
  it('has inputs beside the reference and what came beside what was forecast, once', async () => {
    for (let n = 0; n < 60; n += 1) {
      const [id, asOf] = [`before${String(n)}`, WEEK_START - WEEK + DAY];
      await admit(id, [scoreOf(id, 60 + (n % 3) * 15, { asOf })], 4, WEEK_START - WEEK);
    }
    for (let n = 0; n < 60; n += 1) {
      const id = `p${String(n)}`;
      const first = scoreOf(id, n < 54 ? 60 + (n % 3) * 15 : null);
      const again = scoreOf(id, 200, { asOf: WEEK_START + DAY + HOUR });
      const gone = scoreOf(id, 200, { asOf: WEEK_START + DAY - 1, supersededAt: NOW });
      await admit(id, [first, again, gone], n < 15 ? 9 : 4);
    }
    const watch = watchOf(MODEL);
    expect(await watch.catchUp(NOW)).toBe(0);
    await summarise();
    // No week that is not over, and what came of one when it can be known.
    expect(await watch.catchUp(WEEK_START + WEEK - 1)).toBe(1);
    expect(await watch.catchUp(WEEK_START + WEEK + HOUR)).toBe(1);
    expect(await watch.catchUp(NOW)).toBe(2);
    expect(await watch.catchUp(NOW)).toBe(0);

    const [first] = await new TypeormDriftStore(source).inputs(MODEL);
    expect(first).toMatchObject({ week: WEEK_START - WEEK, patients: 60, psi: null });
    const inputs = await source.query<Record<string, unknown>[]>(
      'SELECT feature, patients, missing, expected_missing, psi, week FROM input_drift WHERE week = $1 ORDER BY feature DESC',
      [new Date(WEEK_START)],
    );
    expect(inputs).toEqual([
      {
        ...{ feature: 'heart-rate', patients: 60, missing: 6, expected_missing: 0.1 },
        ...{ psi: expect.closeTo(0, 6) as number, week: new Date(WEEK_START) },
      },
      {
        ...{ feature: 'd-dimer', patients: 60, missing: 60, expected_missing: 0.6 },
        ...{ psi: null, week: new Date(WEEK_START) },
      },
    ]);
    const outcomes = await source.query<Record<string, unknown>[]>(
      'SELECT stays, ends, expected FROM outcome_drift ORDER BY week DESC',
    );
    expect(outcomes).toEqual([
      { stays: 60, ends: 15, expected: 15 },
      { stays: 60, ends: 0, expected: 15 },
    ]);
  });

  it('shows by the week where inputs have moved', async () => {
    const model = { version: 'm6', checksum: 'd2'.repeat(32) };
    const own = { modelVersion: model.version, modelChecksum: model.checksum };
    const of = (week: number, rate: (n: number) => number) =>
      Array.from({ length: 100 }, (_, n) => {
        const [id, asOf] = [`m6-${String(week)}-${String(n)}`, week + DAY];
        return admitted(id, [scoreOf(id, rate(n), { ...own, asOf })], 4, week);
      });
    const before = WEEK_START - WEEK;
    const patients = [...of(before, (n) => 60 + (n % 3) * 15), ...of(WEEK_START, () => 95)];
    await new TypeormPatientStore(source).commit(aBatch({ patients }));
    await summarise();
    const store = new TypeormDriftStore(source);
    await watchOf(model).catchUp(NOW);
    const heart = (await store.inputs(model)).filter(({ feature }) => feature === 'heart-rate');
    const psi = new Map(heart.map((one) => [one.week, one.psi]));
    expect(psi.get(before)).toBeLessThan(0.01);
    // Two thirds of the 200 now lie where a third did.
    expect(psi.get(WEEK_START)).toBeGreaterThan(0.2);
    const { inputs } = reviewDrift(
      { inputs: heart, outcomes: [] },
      { ...model, trainedOn: 'simulated' },
      NOW,
    );
    expect(inputs.map(({ week, psi: shown }) => [Date.parse(week), shown])).toEqual([...psi]);
  });

  it('judges what was forecast then, not what a late result made of it', async () => {
    const model = { version: 'm2', checksum: 'c6'.repeat(32) };
    const asOf = WEEK_START + DAY;
    const own = { modelVersion: model.version, modelChecksum: model.checksum };
    const shown = scoreOf('late', 70, { ...own, asOf, by7d: 0.1, supersededAt: asOf + 3 * DAY });
    // END was known when it was made.
    const cheat = { ...scoreOf('late', 200, { ...own, asOf, by7d: 0.9 }), id: 'made later' };
    await admit('late', [shown, { ...cheat, knownAt: asOf + 3 * DAY }], 9);
    // Loaded when it was over: the one that stands.
    const loaded = scoreOf('loaded', 70, { ...own, by7d: 0.3, knownAt: NOW });
    await admit('loaded', [loaded], 4);
    await summarise();
    const store = new TypeormDriftStore(source);
    const watch = watchOf(model);
    // What has just been loaded may go on coming.
    expect(await watch.catchUp(NOW + HOUR - 1)).toBe(0);
    expect(await watch.catchUp(NOW + HOUR)).toBe(2);
    expect(await store.outcomes(model)).toEqual([
      { week: WEEK_START, stays: 2, ends: 1, expected: expect.closeTo(0.4, 9) as number },
    ]);
    expect((await store.inputs(model)).map(({ feature }) => feature)).toEqual([
      'd-dimer',
      'heart-rate',
    ]);
  });
});

describe('drift of a model without a reference', () => {
  it('says what came beside what was forecast, and nothing of the inputs', async () => {
    const model = { version: 'm5', checksum: 'c9'.repeat(32) };
    const own = { modelVersion: model.version, modelChecksum: model.checksum, by7d: 0.2 };
    await admit('m5-only', [scoreOf('m5-only', 70, own)], 9);
    await summarise();
    const [store, watch] = [new TypeormDriftStore(source), watchOf(model, null)];
    expect(await watch.catchUp(NOW)).toBe(1);
    expect(await store.outcomes(model)).toMatchObject([{ stays: 1, ends: 1 }]);
    expect(await store.inputs(model)).toEqual([]);
    expect(await watch.catchUp(NOW)).toBe(0);
  });
});

describe('drift anew', () => {
  const model = { version: 'm4', checksum: 'c8'.repeat(32) };
  const of = (id: string, by7d: number) =>
    scoreOf(id, 70, { modelVersion: model.version, modelChecksum: model.checksum, by7d });

  it('is what was kept, and has what was loaded since', async () => {
    const store = new TypeormDriftStore(source);
    const watch = watchOf(model);
    const kept = async () => [await store.inputs(model), await store.outcomes(model)];
    await admit('m4-first', [of('m4-first', 0.3)], 9);
    await summarise();
    await watch.catchUp(NOW);
    const before = await kept();
    expect(await watch.rebuild(NOW)).toBe(2);
    expect(await kept()).toEqual(before);
    await admit('m4-later', [of('m4-later', 0.1)], 4);
    await summarise();
    expect(await watch.catchUp(NOW)).toBe(0);
    await watch.rebuild(NOW);
    expect(await store.outcomes(model)).toEqual([
      { week: WEEK_START, stays: 2, ends: 1, expected: expect.closeTo(0.4, 9) as number },
    ]);
  });

  it('leaves a week of which not all is stored any more', async () => {
    const store = new TypeormDriftStore(source);
    const before = await store.outcomes(model);
    const short = { store, model, hour: 24, reference: REFERENCE, retentionDays: 14 };
    expect(await new DriftWatch(short).rebuild(NOW)).toBe(0);
    expect(await store.outcomes(model)).toEqual(before);
  });
});

describe('the alarm of the control chart', () => {
  const model = { version: 'm3', checksum: 'c7'.repeat(32) };

  it('is not told of a history of long ago', async () => {
    const addNotice = jest.fn<Promise<void>, unknown[]>(() => Promise.resolve());
    const weeks = [0, 1, 2, 3, 4, 5].map((n) => ({
      ...{ week: WEEK_START + n * WEEK, stays: 20, ends: 6, expected: 3 },
    }));
    const alarm = new CalibrationAlarm({
      readings: { outcomes: () => Promise.resolve(weeks), inputs: () => Promise.resolve([]) },
      notifications: {
        ...{ addNotice, contactsOf: () => Promise.resolve([]), see: () => Promise.resolve() },
        ...{ deliveriesOf: () => Promise.resolve([]), noticedOf: () => Promise.resolve(null) },
      },
      accounts: { accounts: () => Promise.resolve([]) },
      ids: new ContentIds(),
    });
    const over = WEEK_START + 5 * WEEK + 90 * DAY;
    expect(await alarm.look(model, over + 1)).toMatchObject({ alarm: 'more' });
    expect(addNotice).not.toHaveBeenCalled();
    await alarm.look(model, over);
    expect(addNotice).toHaveBeenCalledTimes(1);
  });

  it('reaches every administrator, once', async () => {
    const store = new TypeormDriftStore(source);
    const accounts = new TypeormAccountStore(source);
    const notifications = new TypeormNotificationStore(source);
    const account = (username: string, role: 'admin' | 'quality') =>
      accounts.createAccount({
        ...{ username, name: username, role, wards: null, passwordHash: null },
      });
    await Promise.all([account('ada', 'admin'), account('bob', 'admin'), account('q', 'quality')]);
    await account('cyd', 'admin');
    await accounts.changeAccount('bob', { disabledAt: NOW });
    await notifications.addContact(
      {
        ...{ id: 'ada-mail', username: 'ada', channel: 'email', address: 'ada@example.org' },
        ...{ keys: null, label: 'mail' },
      },
      NOW,
    );
    const alarm = new CalibrationAlarm({
      ...{ readings: store, notifications, accounts, ids: new ContentIds() },
    });
    // Twice as many END as forecast: five weeks are not enough, the sixth is.
    for (let n = 0; n < 6; n += 1) {
      expect(await alarm.look(model, NOW)).toBeNull();
      const week = { stays: 20, ends: 6, expected: 3 };
      await store.keepOutcome(model, WEEK_START - (10 - n) * WEEK, week);
    }
    expect(await alarm.look(model, NOW)).toMatchObject({ alarm: 'more' });
    expect(await alarm.look(model, NOW + HOUR)).toMatchObject({ alarm: 'more' });
    const due = await notifications.claim(10, { now: NOW + HOUR, until: NOW + 2 * HOUR });
    expect(due).toHaveLength(1);
    // With it, in the audit: what it says and who was told.
    const audit = new TypeormAuditTrail(source);
    const any = { actor: null, patientId: null, from: null, to: null, before: null, limit: 10 };
    const entries = await audit.entries({ ...any, action: 'review.alarm' });
    expect(entries).toEqual([
      expect.objectContaining({
        ...{ at: NOW, actor: 'system', subject: 'm3', origin: null },
        detail: {
          ...{ week: '2026-02-02', direction: 'more', evidence: 5.6, limit: 5 },
          ...{ stays: 20, ends: 6, expected: 3, told: ['ada'], unreachable: ['cyd'] },
        },
      }),
    ]);
    expect(due[0]).toMatchObject({
      ...{ username: 'ada', contact: { id: 'ada-mail' } },
      notice: { kind: 'calibration-more', stage: 'administrators', alertIds: [] },
    });
    // Whom nothing reaches is named, until they have seen it on the pages; they do so once.
    const known = async () =>
      (await alarm.told(model))?.administrators.map(({ username, outcome, seenAt }) => [
        ...[username, outcome, seenAt],
      ]);
    expect(await known()).toEqual([
      ['ada', 'waiting', null],
      ['cyd', 'unreached', null],
    ]);
    expect(await alarm.seen(model, 'cyd', NOW + HOUR)).toBe('2026-02-02');
    await alarm.seen(model, 'cyd', NOW + 2 * HOUR);
    expect(await known()).toEqual([
      ['ada', 'waiting', null],
      ['cyd', 'seen', '2026-04-01T13:00:00.000Z'],
    ]);
    expect(await alarm.told({ ...model, checksum: 'd1'.repeat(32) })).toBeNull();
  });
});
