import { DAY, HOUR, type ClinicalRecord } from '@endwatch/clinical';
import {
  aCondition,
  aMeasurement,
  anEncounter,
  anExamination,
  aPatient,
  aReport,
  correctionOf,
  hour,
  retractionOf,
  T0,
} from '@endwatch/clinical/testing';
import type { StoredPatient } from '../patient-state/stored-patient.ts';
import { deIdentified } from './de-identify.ts';
import { maskText } from './mask-text.ts';

const stored = (...records: readonly ClinicalRecord[]): StoredPatient => ({
  ...{ patientId: 'p1', version: 1, aliases: [], mergedInto: null, records },
  ...{ reportVectors: [], alerts: [], scores: [], scoresFrom: null },
});
const newest = (now: number) => ({ now, admittedAt: null });
const DISGUISE = { patientId: 'new-id', shiftDays: -40 };
const REPORT = aReport('Müller, Eva (MRN-4711), 5.1.2026: dense MCA.', { at: hour(1) });
const PATIENT = aPatient({
  name: 'Eva Müller',
  birthDate: '1957-03-02',
  identifiers: [{ system: null, value: 'MRN-4711' }],
});
const STAY = [PATIENT, anEncounter()];

describe('a stay that nobody should recognise', () => {
  it('has a new id, shifted times that keep the hour, and no name, number or place', () => {
    const heart = aMeasurement('heart-rate', 90, { at: hour(2), source: 'monitor-bed-7' });
    const stay = deIdentified(stored(...STAY, REPORT, heart), DISGUISE, newest(hour(5)));
    expect(stay?.patientId).toBe('new-id');
    expect(stay?.admittedAt).toBe(T0 - 40 * DAY);
    const text = JSON.stringify(stay);
    for (const told of ['Müller', 'Eva', 'p1', '4711', 'bed-', '1957-03-02', '2026']) {
      expect(text).not.toContain(told);
    }
    const at = stay?.records.find((one) => one.resourceKey === heart.resourceKey)?.times
      .effectiveAt;
    expect(at).toBe(hour(2) - 40 * DAY);
    expect(stay?.records.find((one) => one.type === 'patient')?.birthDate).toBe('1957-01');
  });

  it('holds what stands: newest versions, nothing retracted, nothing of another stay but history', () => {
    const wrong = aMeasurement('crp', 3, { at: hour(1) });
    const old = aMeasurement('heart-rate', 70, { at: T0 - 3 * DAY });
    const history = aCondition('diabetes', { at: T0 - 900 * DAY });
    const stay = deIdentified(
      stored(
        ...[...STAY, wrong, correctionOf(wrong, { status: 'corrected' }), old, history],
        ...[REPORT, retractionOf(REPORT)],
      ),
      DISGUISE,
      newest(hour(5)),
    );
    expect(stay?.records.map(({ type, status }) => `${type} ${status}`).sort()).toEqual([
      ...['condition final', 'observation corrected', 'patient final'],
    ]);
  });

  it('keeps whether one rater examined twice, not who', () => {
    const by = (rater: string, at: number) =>
      anExamination({ at: hour(at), total: 4, rater, resourceKey: `Observation/${String(at)}` });
    const records = [by('Practitioner/x', 0), by('Practitioner/y', 6), by('Practitioner/x', 12)];
    const stay = deIdentified(stored(...STAY, ...records), DISGUISE, newest(hour(20)));
    const raters = stay?.records.flatMap((one) => (one.type === 'observation' ? one.rater : []));
    expect(raters).toEqual(['r1', 'r2', 'r1']);
  });

  it('takes what was loaded long afterwards as known at its release', () => {
    const live = aMeasurement('crp', 3, { at: hour(1) });
    const late = {
      ...aMeasurement('ldl', 3, { at: hour(1) }),
      times: {
        effectiveAt: hour(1),
        issuedAt: hour(2),
        brokerAt: hour(900),
        ingestedAt: hour(900),
      },
    };
    const stay = deIdentified(stored(...STAY, live, late), DISGUISE, newest(hour(1000)));
    const known = (key: string) =>
      (stay?.records.find((one) => one.resourceKey === key)?.times.ingestedAt ?? NaN) + 40 * DAY;
    expect(known(late.resourceKey)).toBe(hour(2));
    expect(known(live.resourceKey)).toBe(live.times.ingestedAt);
  });

  it('has an end where the stay has, and says of the very old only that they are', () => {
    const end = { end: hour(90), encounterStatus: 'finished', died: true } as const;
    const left = anEncounter({ version: '2', start: T0, ...end });
    const old = aPatient({ birthDate: '1920-06-01' });
    const stay = deIdentified(stored(old, anEncounter(), left), DISGUISE, newest(hour(100)));
    const encounter = stay?.records.find((one) => one.type === 'encounter');
    expect(encounter).toMatchObject({ end: hour(90) - 40 * DAY, died: true });
    expect(stay?.records.find((one) => one.type === 'patient')?.birthDate).toBe('1935-01');
  });

  it('is nothing for who was never admitted or stands for another', () => {
    expect(deIdentified(stored(PATIENT), DISGUISE, newest(hour(5)))).toBeNull();
    const merged = { ...stored(...STAY), mergedInto: 'p2' };
    expect(deIdentified(merged, DISGUISE, newest(hour(5)))).toBeNull();
    expect(deIdentified(stored(...STAY), DISGUISE, newest(T0 - HOUR))).toBeNull();
  });
});

describe('masking a text', () => {
  const known = { name: "O'Neill-Öz, Ann-Marie", identifiers: ['K-77'] };

  it.each([
    ['Mrs O’Neill seen; ann-marie walks', 'Mrs [name] seen; [name] walks'],
    ['ID k-77, K-77, K-775', 'ID [number], [number], K-775'],
    [
      'on 2026-01-05 10:20, 5.1.26, 05/01/2026, 5 January 2026, Jan 5, 2026',
      'on [date], [date], [date], [date], [date]',
    ],
    ['Dictated by Dr. J. van Houten, Prof Dr. Li', 'Dictated by Dr [name], Prof [name]'],
    [
      'Call +49 30 1234-567 or ward@example.org, accession 20260105123',
      'Call [number] or [address], accession [number]',
    ],
    [
      'ASPECTS 8/10, 12.5 mm, 120/80 mmHg, 1.5 T, M1',
      'ASPECTS 8/10, 12.5 mm, 120/80 mmHg, 1.5 T, M1',
    ],
    ['Annular fibrosis; no anne', 'Annular fibrosis; no anne'],
  ])('%s', (text, masked) => {
    expect(maskText(text, known)).toBe(masked);
  });
});
