import { extractFeatures, type ClinicalRecord } from '@endwatch/clinical';
import {
  aMeasurement,
  aStay,
  correctionOf,
  hour,
  retractionOf,
  T0,
} from '@endwatch/clinical/testing';
import fc from 'fast-check';
import { packedPatient } from '../../testing/packed-patient.ts';
import { packedStateOf } from './packed-state.ts';
import { patientStateOf, type PatientState } from './patient-state.ts';
import type { PackedPatient, StoredPatient } from './stored-patient.ts';

const storedOf = (records: readonly ClinicalRecord[]): StoredPatient => ({
  ...{ patientId: 'p1', version: 3, aliases: [], mergedInto: null, records },
  ...{ reportVectors: [], alerts: [], scores: [], scoresFrom: null },
});
const said = aMeasurement('heart-rate', 200, { at: hour(30.5), resourceKey: 'Observation/1' });
const gone = aMeasurement('gcs', 3, { at: hour(31.5), resourceKey: 'Observation/2' });
const RECORDS = [
  ...aStay({ hours: 50 }),
  said,
  correctionOf(said, { facts: aMeasurement('heart-rate', 100).facts, status: 'corrected' }),
  correctionOf(said, {
    ...{ facts: aMeasurement('heart-rate', 90).facts, version: '3' },
    status: 'final',
  }),
  gone,
  retractionOf(gone),
];

const featuresOf = ({ timeline }: PatientState): unknown =>
  [2, 24, 32, 50].map((at) => extractFeatures({ timeline, admittedAt: T0, asOf: hour(at) }));

describe('a state of values without their records', () => {
  it('says the same as one of records, in whatever order they are read', () => {
    const whole = patientStateOf(storedOf(RECORDS));
    fc.assert(
      fc.property(fc.shuffledSubarray(RECORDS, { minLength: RECORDS.length }), (records) => {
        const state = packedStateOf(packedPatient(storedOf(records)));
        expect(state && featuresOf(state)).toEqual(featuresOf(whole));
        expect(state?.facts).toMatchObject({
          version: 3,
          latestEffectiveAt: whole.facts.latestEffectiveAt,
        });
        expect(state?.facts.newest.has('Observation/1')).toBe(false);
        expect(state?.facts.newest.get('Observation/2')?.retracted).toBe(true);
        expect(state?.facts.packed?.has('Observation/1')).toBe(true);
        expect(state?.firstChartedSince(hour(7))).toBe(whole.firstChartedSince(hour(7)));
      }),
      { numRuns: 20 },
    );
  });

  it('has values of one moment in the order of their issue, then of their resources', () => {
    const first = { ...said, times: { ...said.times, issuedAt: hour(40) } };
    const alike = [
      { ...first, resourceKey: 'Observation/4' },
      { ...first, resourceKey: 'Observation/3', times: { ...first.times, issuedAt: hour(41) } },
      { ...said, resourceKey: 'Observation/5' },
      { ...first, resourceKey: 'Observation/6' },
    ].map((record, index) => ({
      ...record,
      facts: aMeasurement('heart-rate', 100 + index).facts,
    }));
    const { timeline } = packedStateOf(packedPatient(storedOf(alike))) as PatientState;
    const { series, to } = timeline.stretch('heart-rate');
    expect(Array.from({ length: to }, (_, index) => series.value(index))).toEqual(
      patientStateOf(storedOf(alike))
        .timeline.series('heart-rate')
        .map(({ value }) => value),
    );
    expect(series.value(to - 1)).toBe(101);
  });

  it('is not made where a record belongs beside a value', () => {
    const again = { ...said, resourceKey: 'Observation/3' };
    const beside = { ...again, status: 'corrected' as const };
    expect(packedStateOf(packedPatient(storedOf([said, beside])))).toBeNull();
    expect(packedStateOf(packedPatient(storedOf([said, retractionOf(beside)])))).not.toBeNull();
  });

  it('is one of records where there are no values', () => {
    const none: PackedPatient = { ...storedOf(RECORDS), values: null };
    expect(packedStateOf(none)?.facts.packed).toBeNull();
    expect(packedStateOf(none)?.facts.newest.size).toBeGreaterThan(50);
  });
});
