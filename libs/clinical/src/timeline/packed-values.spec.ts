import fc from 'fast-check';
import { extractFeatures } from '../features/extract-features.ts';
import type { ObservationRecord } from '../record/clinical-record.ts';
import { newestVersions } from '../record/newest-versions.ts';
import { aMeasurement, aPanel, aStay, correctionOf, hour, T0 } from '../testing/index.ts';
import { buildTimeline, type PatientTimeline } from './patient-timeline.ts';

const stay = aStay({ hours: 60 });
const values = stay.filter(
  (record): record is ObservationRecord =>
    record.type === 'observation' && record.facts.every(({ kind }) => kind === 'measurement'),
);

/** The timeline of the stay with the values of these records packed. */
function packing(records: readonly ObservationRecord[]): PatientTimeline {
  const left = new Map(newestVersions(stay));
  for (const { resourceKey } of records) left.delete(resourceKey);
  return buildTimeline(stay).packed(records, left);
}

const seen = (timeline: PatientTimeline): unknown =>
  [1, 6, 24.5, 48, 60].map((hours) =>
    extractFeatures({ timeline, admittedAt: T0, asOf: hour(hours) }),
  );

describe('packed values', () => {
  it('say the same to features, whichever of them are packed and whatever comes after', () => {
    const late = [
      aMeasurement('heart-rate', 141, { at: hour(30.25) }),
      aPanel({ neutrophils: 9, lymphocytes: 3 }, { at: hour(40.2) }),
      aMeasurement('gcs', 9, { at: hour(61) }),
      aMeasurement('gcs', 8, { at: hour(59.9) }),
    ];
    const whole = seen(buildTimeline([...stay, ...late]));
    fc.assert(
      fc.property(fc.subarray(values), fc.shuffledSubarray(late, { minLength: 4 }), (old, come) => {
        const timeline = come.reduce((before, one) => before.with([one]), packing(old));
        expect(seen(timeline)).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  it('have no resource any more', () => {
    const timeline = packing(values);
    expect(timeline.latest('heart-rate')?.at).toBe(hour(60));
    expect(() => timeline.latestMeasurement('heart-rate')).toThrow(RangeError);
    expect(() => timeline.series('heart-rate')).toThrow(RangeError);
    expect(buildTimeline(stay).series('heart-rate')).toHaveLength(61);
    expect(timeline.firstMeasuredSince(hour(2))).toBe(hour(2));
    expect(timeline.firstMeasuredSince(hour(99))).toBeNull();
  });

  it('of the same quantity and moment leave open what comes before what', () => {
    const beside = (at: number) => aMeasurement('heart-rate', 70, { at: hour(at) });
    const timeline = packing(values.slice(0, -20));
    expect([4, 4.5, 60].map((at) => timeline.isPackedBeside(beside(at)))).toEqual([
      true,
      false,
      false,
    ]);
    expect(() => timeline.with([beside(4)])).toThrow(RangeError);
  });

  it('can be let go of between two moments', () => {
    const shorter = packing(values.slice(0, -20)).withoutPacked(['heart-rate'], hour(3), hour(9));
    const { series, from, to } = shorter.stretch('heart-rate');
    const left = Array.from({ length: to - from }, (_, index) => series.at(from + index));
    expect(left.slice(0, 6)).toEqual([0, 1, 2, 3, 9, 10].map(hour));
  });

  it('a series that was continued twice holds what each was given', () => {
    const begun = buildTimeline([aMeasurement('crp', 1, { at: hour(1) })]);
    const one = begun.with([aMeasurement('crp', 2, { at: hour(2) })]);
    const two = begun.with([aMeasurement('crp', 3, { at: hour(3) })]);
    const corrected = aMeasurement('crp', 4, { at: hour(4), resourceKey: 'Observation/4' });
    const three = one.with([corrected]);
    const four = three.with([correctionOf(corrected, { facts: [] })]);
    const of = (timeline: PatientTimeline) => timeline.series('crp').map(({ value }) => value);
    expect([begun, one, two, three, four].map(of)).toEqual([
      [1],
      [1, 2],
      [1, 3],
      [1, 2, 4],
      [1, 2],
    ]);
  });
});
