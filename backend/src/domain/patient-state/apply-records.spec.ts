import { HOUR, versionTime, type ClinicalRecord } from '@endwatch/clinical';
import {
  aMeasurement,
  aPatient,
  aStay,
  anEncounter,
  anExamination,
  correctionOf,
  hour,
  retractionOf,
  T0,
} from '@endwatch/clinical/testing';
import fc from 'fast-check';
import { applyRecords, withoutOldVitals } from './apply-records.ts';
import { patientStateOf, type PatientState } from './patient-state.ts';

const nobody = (records: readonly ClinicalRecord[] = []): PatientState =>
  patientStateOf({
    patientId: 'p1',
    version: 0,
    aliases: [],
    mergedInto: null,
    records,
    reportVectors: [],
    alerts: [],
    scores: [],
    scoresFrom: null,
  });

const sorted = (state: PatientState): unknown => [
  [...state.facts.newest].sort(([a], [b]) => (a < b ? -1 : 1)),
  state.facts.latestEffectiveAt,
];

describe('taking records in', () => {
  const first = aMeasurement('crp', 5, { at: hour(1), resourceKey: 'Observation/1' });
  const second = correctionOf(first, {
    times: aMeasurement('crp', 5, { at: hour(3) }).times,
  });
  const stay = anEncounter();
  const someone = aPatient();
  const aBed = { locationId: 'bed-2', display: null, active: true, from: hour(2) };

  it('an encounter that does not say when it began keeps the beginning that is known', () => {
    const moved = anEncounter({
      version: '2',
      start: hour(9),
      startUnsaid: true,
      locations: [aBed],
    });
    const ended = anEncounter({ version: '3', start: hour(9), startUnsaid: true, end: hour(8) });
    const known = applyRecords(nobody([stay]), [moved]).state;
    expect(known.stayAt(hour(9))).toMatchObject({ admittedAt: T0, locations: [aBed] });
    expect(applyRecords(known, [ended]).state.stayAt(hour(9))).toMatchObject({
      ...{ admittedAt: T0, dischargedAt: hour(8) },
    });
    const together = applyRecords(nobody(), [stay, moved, ended]).state;
    expect(together.stayAt(hour(9))?.admittedAt).toBe(T0);
    const alone = applyRecords(nobody(), [moved]).state;
    expect(alone.stayAt(hour(9))?.admittedAt).toBe(hour(9));
  });

  it.each([
    ['a new fact', [], first, { fresh: 1, duplicates: 0, older: 0, dirtyFrom: hour(1) }],
    ['the same again', [first], first, { fresh: 0, duplicates: 1, older: 0, dirtyFrom: null }],
    ['a newer version', [first], second, { fresh: 1, duplicates: 0, older: 0, dirtyFrom: hour(1) }],
    ['an older version', [second], first, { fresh: 1, duplicates: 0, older: 1, dirtyFrom: null }],
    [
      'a retraction',
      [first],
      retractionOf(first),
      { fresh: 1, duplicates: 0, older: 0, dirtyFrom: hour(1) },
    ],
    ['who it is', [], aPatient(), { fresh: 1, duplicates: 0, older: 0, dirtyFrom: -Infinity }],
    [
      'who it is, said again with another name',
      [someone],
      correctionOf(someone, { name: 'Weber, A.' }),
      { fresh: 1, duplicates: 0, older: 0, dirtyFrom: null },
    ],
    [
      'that it is older than was said',
      [someone],
      correctionOf(someone, { birthDate: '1931' }),
      { fresh: 1, duplicates: 0, older: 0, dirtyFrom: -Infinity },
    ],
    [
      'when it began',
      [],
      anEncounter(),
      { fresh: 1, duplicates: 0, older: 0, dirtyFrom: -Infinity },
    ],
    [
      'a move to another bed',
      [stay],
      correctionOf(stay, { locations: [aBed] }),
      { fresh: 1, duplicates: 0, older: 0, dirtyFrom: null },
    ],
    [
      'when it ended',
      [stay],
      correctionOf(stay, { encounterStatus: 'finished', end: hour(9) }),
      { fresh: 1, duplicates: 0, older: 0, dirtyFrom: -Infinity },
    ],
    [
      'that it never was',
      [stay],
      retractionOf(stay),
      { fresh: 1, duplicates: 0, older: 0, dirtyFrom: -Infinity },
    ],
  ])('%s', (_name, known, record, expected) => {
    const { fresh, duplicates, older, dirtyFrom } = applyRecords(nobody(known), [record]);
    expect({ fresh: fresh.length, duplicates, older, dirtyFrom }).toEqual(expected);
  });

  it('the same again without a version is a repeat, however late; what it was before is not', () => {
    const at = (seconds: number, name: string) => {
      const brokerAt = hour(1) + 1_000 * seconds;
      const said = aPatient({ name, version: `0.${versionTime(brokerAt)}.${name}` });
      return { ...said, times: { ...said.times, brokerAt } };
    };
    const known = applyRecords(nobody(), [at(1, 'A'), at(2, 'A')]);
    expect(known).toMatchObject({ fresh: [at(1, 'A')], duplicates: 1 });
    const again = applyRecords(known.state, [at(3, 'A')]);
    expect(again).toMatchObject({ fresh: [], duplicates: 1, dirtyFrom: null });
    expect(again.state).toBe(known.state);
    const back = applyRecords(known.state, [at(4, 'B'), at(5, 'A'), at(6, 'A')]);
    expect(back).toMatchObject({ fresh: [at(4, 'B'), at(5, 'A')], duplicates: 1 });
    expect(back.state.timeline.patient?.name).toBe('A');
  });

  it('a repeat gives the very same state', () => {
    const state = applyRecords(nobody(), aStay()).state;
    expect(applyRecords(state, aStay()).state).toBe(state);
  });

  it('any order, repeats and any cut into batches give the same state, as does loading it', () => {
    const exam = anExamination({ at: hour(90), total: 9, resourceKey: 'Observation/exam' });
    const records = [
      ...aStay({ hours: 100 }),
      exam,
      retractionOf(exam),
      first,
      second,
      aMeasurement('heart-rate', 90, { at: hour(40), resourceKey: 'Observation/old' }),
    ];
    const whole = sorted(applyRecords(nobody(), records).state);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...records, ...records.slice(0, 50)], {
          minLength: records.length + 50,
          maxLength: records.length + 50,
        }),
        fc.integer({ min: 1, max: 200 }),
        (shuffled, size) => {
          let state = nobody();
          for (let from = 0; from < shuffled.length; from += size) {
            state = applyRecords(state, shuffled.slice(from, from + size)).state;
          }
          expect(sorted(state)).toEqual(whole);
        },
      ),
      { numRuns: 30 },
    );
    const loaded = applyRecords(nobody(records), [aMeasurement('gcs', 15, { at: hour(1) })]);
    const live = applyRecords(nobody(), [...records, aMeasurement('gcs', 15, { at: hour(1) })]);
    expect(sorted(loaded.state)).toEqual(sorted(live.state));
  });

  it('keeps vital signs of the first 24 h and the last 48 h, and everything else', () => {
    const records = aStay({ hours: 120 });
    const applied = applyRecords(nobody(), records).state;
    expect(
      applied.timeline.series('heart-rate').some(({ at }) => at > hour(40) && at < hour(60)),
    ).toBe(true);
    const state = withoutOldVitals(applied, records);
    const times = (quantity: 'heart-rate' | 'crp'): readonly number[] =>
      state.timeline.series(quantity).map(({ at }) => (at - T0) / HOUR);
    expect(times('heart-rate').filter((at) => at > 24 && at < 72)).toEqual([]);
    expect(times('heart-rate')).toContain(24);
    expect(times('heart-rate')).toContain(72);
    expect(times('crp')).toEqual([1, 25, 49, 73, 97]);
    expect(state.timeline.assessments).toHaveLength(30);
  });
});
