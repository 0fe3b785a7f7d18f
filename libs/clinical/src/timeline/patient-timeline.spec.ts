import {
  aCondition,
  allItems,
  aMeasurement,
  anExamination,
  aPanel,
  aPatient,
  aReport,
  aStay,
  aTreatment,
  correctionOf,
  hour,
  retractionOf,
} from '../testing/index.ts';
import { asOf, buildTimeline } from './patient-timeline.ts';
import { hadTreatment, reportsOfIllness, thrombolysedAt } from './this-stay.ts';

describe('PatientTimeline', () => {
  const timeline = buildTimeline([
    aMeasurement('glucose', 7, { at: hour(5) }),
    aMeasurement('glucose', 6, { at: hour(1) }),
    aMeasurement('glucose', 8, { at: hour(9), comparator: '>' }),
    aPanel({ 'systolic-bp': 150, 'diastolic-bp': 80 }, { at: hour(2) }),
    anExamination({ at: hour(1), total: 5 }),
    anExamination({ at: hour(6), items: allItems({ '5a': 1 }) }),
    aReport('No haemorrhage.', { at: hour(3) }),
    aCondition('diabetes', { at: hour(4) }),
    aTreatment('thrombolysis', { at: hour(2) }),
    aPatient({ at: hour(200) }),
  ]);
  const values = (hours: number, from?: number) =>
    asOf(timeline, hour(hours))
      .series('glucose', from === undefined ? undefined : hour(from))
      .map(({ value }) => value);

  it('holds each quantity in order of effective time', () => {
    expect(values(99)).toEqual([6, 7, 8]);
    expect(timeline.latestMeasurement('glucose')).toMatchObject({
      value: 8,
      comparator: '>',
      at: hour(9),
    });
    expect(timeline.latest('diastolic-bp')?.value).toBe(80);
    expect(timeline.latest('crp')).toBeNull();
    expect(timeline.series('crp')).toEqual([]);
  });

  it('shows nothing effective after the moment asked for', () => {
    expect(values(5)).toEqual([6, 7]);
    expect(values(4.99)).toEqual([6]);
    expect(values(9, 1)).toEqual([7, 8]);
    const early = asOf(timeline, hour(1.5));
    expect(early.latest('systolic-bp')).toBeNull();
    expect(early.assessments).toHaveLength(1);
    expect(early.reports).toEqual([]);
    expect(early.conditions).toEqual([]);
    expect(early.treatments).toEqual([]);
    expect(asOf(timeline, hour(4)).conditions).toHaveLength(1);
    expect(asOf(timeline, hour(6)).assessments).toHaveLength(2);
  });

  it('does not open a view again', () => {
    expect(asOf(asOf(timeline, hour(1)), hour(9)).latest('glucose')?.value).toBe(6);
  });

  it('knows demographics at any time', () => {
    expect(asOf(timeline, hour(0)).patient?.sex).toBe('female');
    expect(buildTimeline([]).patient).toBeNull();
  });

  it('lets the patient that survived a merge speak', () => {
    const gone = aPatient({
      resourceKey: 'Patient/old',
      replacedBy: 'p1',
      at: hour(9),
      sex: 'male',
    });
    expect(buildTimeline([gone, aPatient()]).patient?.sex).toBe('female');
  });

  it('follows corrections and retractions, also to another time', () => {
    const wrong = aMeasurement('potassium', 6.9, { at: hour(2) });
    const right = correctionOf(
      wrong,
      aMeasurement('potassium', 3.9, { at: hour(3), version: '2' }),
    );
    const moved = buildTimeline([{ ...right, resourceKey: wrong.resourceKey }, wrong]);
    expect(moved.series('potassium').map(({ value, at }) => [value, at])).toEqual([[3.9, hour(3)]]);
    expect(buildTimeline([wrong, retractionOf(wrong)]).latest('potassium')).toBeNull();
  });

  it('tells a treatment of this illness from one years ago', () => {
    expect(hadTreatment(timeline, 'thrombolysis', hour(0))).toBe(true);
    expect(hadTreatment(timeline, 'thrombolysis', hour(100))).toBe(false);
    expect(hadTreatment(timeline, 'thrombectomy', hour(0))).toBe(false);
    expect(thrombolysedAt(timeline, hour(0))).toBe(hour(2));
    expect(thrombolysedAt(timeline.cutAt(hour(1)), hour(0))).toBeNull();
  });

  it('holds a whole stay', () => {
    const stay = buildTimeline(aStay({ hours: 336 }));
    expect(stay.series('heart-rate')).toHaveLength(337);
    expect(stay.assessments).toHaveLength(84);
    expect(asOf(stay, hour(24)).series('heart-rate', hour(0))).toHaveLength(24);
  });
});

describe('reports that a model reads', () => {
  it('are those of this illness that say something', () => {
    const timeline = buildTimeline([
      aReport('Of an earlier stay.', { at: hour(-24) - 1 }),
      aReport('From the other hospital.', { at: hour(-24) }),
      aReport(' \n', { at: hour(1) }),
      aReport('On admission.', { at: hour(2) }),
      aReport('Not yet.', { at: hour(9) }),
    ]);
    const texts = reportsOfIllness(timeline.cutAt(hour(3)), hour(0)).map(({ text }) => text);
    expect(texts).toEqual(['From the other hospital.', 'On admission.']);
  });
});
