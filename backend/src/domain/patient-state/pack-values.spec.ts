import { HOUR } from '@endwatch/clinical';
import { aMeasurement, aPatient, aStay, correctionOf, hour, T0 } from '@endwatch/clinical/testing';
import { applyRecords, withoutOldVitals } from './apply-records.ts';
import { needsWhole, withPackedValues } from './pack-values.ts';
import { patientStateOf, type PatientState } from './patient-state.ts';

const STAY = aStay({ hours: 120 });
const LIMITS = { most: 100, keep: 10 };

const stateOf = (records = STAY): PatientState =>
  patientStateOf({
    ...{ patientId: 'p1', version: 0, aliases: [], mergedInto: null, records },
    ...{ reportVectors: [], alerts: [], scores: [], scoresFrom: null },
  });

describe('packing values', () => {
  const whole = stateOf();
  let packed: PatientState;
  beforeEach(() => (packed = withPackedValues(whole, LIMITS)));
  const rate = (at: number, value = 70) => aMeasurement('heart-rate', value, { at: hour(at) });
  const series = ({ timeline }: PatientState): readonly number[] => {
    const { series: values, to } = timeline.stretch('heart-rate');
    return Array.from({ length: to }, (_, index) => (values.at(index) - T0) / HOUR);
  };

  it('holds few of the records and all of the values, and weighs little', () => {
    const values = STAY.filter((one) => one.type === 'observation').filter(({ facts }) =>
      facts.every(({ kind }) => kind === 'measurement'),
    );
    expect(packed.facts.newest.size).toBe(whole.facts.newest.size - values.length + LIMITS.keep);
    expect(packed.facts.packed?.size).toBe(values.length - LIMITS.keep);
    expect(series(packed)).toEqual(series(whole));
    expect(packed.weight).toBeLessThan(whole.weight / 2);
    expect(packed.firstChartedSince(hour(5))).toBe(whole.firstChartedSince(hour(5)));
    expect(packed.stayAt(hour(9))).toEqual(whole.stayAt(hour(9)));
    expect(packed.timeline.assessments).toEqual(whole.timeline.assessments);
  });

  it('waits for many more before it packs again', () => {
    const come = (count: number): PatientState => {
      const records = Array.from({ length: count }, (_, index) => rate(121 + index / 10));
      return applyRecords(packed, records).state;
    };
    const [few, many] = [come(LIMITS.most), come(LIMITS.most + 1)];
    expect(withPackedValues(few, LIMITS)).toBe(few);
    expect(withPackedValues(many, LIMITS).facts.newest.size).toBe(packed.facts.newest.size);
  });

  it('knows when every record is needed', () => {
    const [old] = STAY.filter(({ type }) => type === 'observation');
    if (old === undefined) throw new Error('a stay has observations');
    const corrected = correctionOf(old, { status: 'entered-in-error', retracted: true });
    expect(needsWhole(packed, [corrected])).toBe(true);
    expect(needsWhole(packed, [rate(121), corrected])).toBe(true);
    expect(needsWhole(packed, [rate(3)])).toBe(true);
    expect(needsWhole(packed, [rate(3.5), rate(121), aPatient({ version: '2' })])).toBe(false);
    expect(needsWhole(whole, [corrected, rate(3)])).toBe(false);
  });

  it('packs nothing of a patient who has the records of another, or belongs to another', () => {
    const other = rate(3);
    const both = stateOf([...STAY, { ...other, patientId: 'p2' }]);
    expect(withPackedValues(both, LIMITS).facts.packed).toBeNull();
    const gone = stateOf([...STAY, aPatient({ replacedBy: 'p2', version: '2' })]);
    expect(withPackedValues(gone, LIMITS).facts.packed).toBeNull();
  });

  it('lets go of old vital signs as it does of those that are held', () => {
    const [held, left] = [whole, packed].map((state) => withoutOldVitals(state, []));
    expect(series(left as PatientState)).toEqual(series(held as PatientState));
    expect(left?.facts.packed?.size).toBeLessThan(packed.facts.packed?.size ?? 0);
    const laboratory = STAY.find(
      (one) =>
        one.type === 'observation' &&
        one.facts.some((fact) => fact.kind === 'measurement' && fact.quantity === 'crp'),
    );
    expect(laboratory && left && needsWhole(left, [correctionOf(laboratory, {})])).toBe(true);
  });
});
