import { LABORATORY_VALUES, VITAL_SIGNS } from '../quantity/quantity-name.ts';
import type { ClinicalRecord } from '../record/clinical-record.ts';
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
  hour,
  T0,
} from '../testing/index.ts';
import { buildTimeline } from '../timeline/patient-timeline.ts';
import { ageLimitOf, useOf } from './age-limit.ts';
import {
  extractFeatures,
  FEATURE_NAMES,
  FEATURE_SET_VERSION,
  featureLabel,
  featureUnit,
  missingFeatures,
} from './extract-features.ts';

interface Seen {
  readonly value: number | null;
  readonly age: number | null;
}

/** What one feature says at an hour; null where it is missing or has no age. */
function feature(name: string, records: readonly ClinicalRecord[], hours: number): Seen {
  const asOf = hour(hours);
  const vector = extractFeatures({ timeline: buildTimeline(records), admittedAt: T0, asOf });
  const index = FEATURE_NAMES.indexOf(name);
  const age = vector.ageHours[index] ?? NaN;
  return {
    value: vector.missing[index] === 1 ? null : (vector.values[index] ?? NaN),
    age: Number.isNaN(age) ? null : age,
  };
}
const value = (...asked: Parameters<typeof feature>) => feature(...asked).value;

describe('the feature list', () => {
  it('names each feature once, with a label and a unit', () => {
    expect(new Set(FEATURE_NAMES).size).toBe(FEATURE_NAMES.length);
    for (const name of FEATURE_NAMES) {
      expect(featureLabel(name)).not.toBe('');
      expect(featureUnit(name)).not.toBe('');
    }
    expect(new Set(FEATURE_NAMES.map(featureLabel)).size).toBe(FEATURE_NAMES.length);
    expect(() => featureLabel('shoe-size')).toThrow(RangeError);
  });

  it('belongs to a version: whoever changes the list changes the version and this test', () => {
    expect(FEATURE_SET_VERSION).toBe('2026-11-1');
    expect(FEATURE_NAMES).toHaveLength(60);
  });
});

describe('a vector', () => {
  it('of a patient without data lacks nearly everything', () => {
    const vector = extractFeatures({ timeline: buildTimeline([]), admittedAt: T0, asOf: hour(3) });
    expect(vector.values).toHaveLength(FEATURE_NAMES.length);
    expect(FEATURE_NAMES.filter((name) => !missingFeatures(vector).includes(name))).toEqual([
      'hours-since-admission',
      'thrombolysis',
      'report-count',
    ]);
    expect(vector.ageHours.every(Number.isNaN)).toBe(true);
    expect(vector.featureSet).toBe(FEATURE_SET_VERSION);
  });

  it('lists what is missing once for all that miss the same', () => {
    const timeline = buildTimeline(aStay({ hours: 48 }));
    const at = (hours: number) => extractFeatures({ timeline, admittedAt: T0, asOf: hour(hours) });
    const before = missingFeatures(at(47));
    expect(missingFeatures(at(47), before)).toBe(before);
    expect(missingFeatures(at(0), before)).toEqual(missingFeatures(at(0)));
    expect(missingFeatures(at(0), before)).not.toEqual(before);
  });

  it('never has a value where it says missing, nor the other way round', () => {
    const timeline = buildTimeline(aStay({ hours: 48 }));
    const vector = extractFeatures({ timeline, admittedAt: T0, asOf: hour(48) });
    for (const [index, missing] of vector.missing.entries()) {
      expect(Number.isFinite(vector.values[index])).toBe(true);
      if (missing === 1) expect(vector.values[index]).toBe(0);
    }
  });
});

describe('who and what', () => {
  it.each<[string, readonly ClinicalRecord[], number | null]>([
    ['hours-since-admission', [], 12],
    ['age', [aPatient({ birthDate: '1957-03-02' })], 68],
    ['age', [aPatient({ birthDate: null })], null],
    ['sex-male', [aPatient({ sex: 'male' })], 1],
    ['sex-male', [aPatient({ sex: 'female' })], 0],
    ['sex-male', [aPatient({ sex: 'unknown' })], null],
    ['diabetes', [aCondition('diabetes')], 1],
    ['diabetes', [aCondition('hypertension')], 0],
    ['diabetes', [], null],
    ['diabetes', [aCondition('ischaemic-stroke'), aCondition('diabetes', { at: hour(13) })], 0],
    ['thrombolysis', [aTreatment('thrombolysis', { at: hour(1) })], 1],
    ['thrombolysis', [aTreatment('thrombolysis', { at: hour(13) })], 0],
    ['thrombolysis', [aTreatment('thrombolysis', { at: hour(-999) })], 0],
    ['report-count', [aReport('CT'), aReport('MRI', { at: hour(9) })], 2],
    ['report-count', [aReport('CT', { at: hour(-999) })], 0],
  ])('%s (%#)', (name, records, expected) => {
    expect(value(name, records, 12)).toBe(expected);
  });
});

describe('examinations', () => {
  const course = [
    anExamination({ at: hour(1), items: allItems({ '9': 2 }) }),
    anExamination({ at: hour(5), items: allItems({ '9': 2, '5a': 1 }) }),
    anExamination({ at: hour(9), items: { '5a': 0, '5b': 0, '6a': 0, '6b': 0 } }),
  ];

  it.each<[string, number, number | null]>([
    ['nihss-admission-total', 0.5, null],
    ['nihss-admission-total', 10, 2],
    ['nihss-admission-motor', 10, 0],
    ['nihss-total', 6, 3],
    ['nihss-total', 10, 3],
    ['nihss-motor', 6, 1],
    ['nihss-motor', 10, 0],
    ['nihss-change-total', 2, null],
    ['nihss-change-total', 6, 1],
    ['nihss-change-total', 10, 0],
    ['nihss-highest-rise-total', 10, 1],
    ['nihss-change-motor', 10, 0],
    ['nihss-highest-rise-motor', 10, 1],
    ['nihss-hours-since', 10, 1],
    ['nihss-total', 77, 3],
    ['nihss-total', 78, null],
    ['nihss-change-total', 82, null],
    ['nihss-highest-rise-motor', 82, null],
    ['nihss-admission-total', 160, 2],
    ['nihss-hours-since', 160, 151],
  ])('%s at hour %d: %s', (name, hours, expected) => {
    expect(value(name, course, hours)).toBe(expected);
  });

  it('says the same whatever was asked of the patient before', () => {
    const timeline = buildTimeline(course);
    const at = (hours: number) => extractFeatures({ timeline, admittedAt: T0, asOf: hour(hours) });
    for (const hours of [10, 82, 6, 10, 0.5, 11]) {
      const afresh = { timeline: buildTimeline(course), admittedAt: T0, asOf: hour(hours) };
      expect(at(hours)).toEqual(extractFeatures(afresh));
    }
    // Another stay's admission examination over the same examinations.
    const later = { timeline, admittedAt: hour(5), asOf: hour(11) };
    const afresh = { ...later, timeline: buildTimeline(course) };
    expect(extractFeatures(later)).toEqual(extractFeatures(afresh));
  });

  it('leaves an earlier illness out', () => {
    expect(value('nihss-hours-since', [anExamination({ at: hour(-200), total: 9 })], 1)).toBeNull();
  });
});

describe('vital signs', () => {
  const rates = [
    [-30, 120],
    [0, 80],
    [10, 90],
    [20, 100],
    [30, 110],
  ].map(([hours = 0, rate = 0]) => aMeasurement('heart-rate', rate, { at: hour(hours) }));

  it.each<[string, number, number | null]>([
    ['heart-rate', -0.5, null],
    ['heart-rate', 5, 80],
    ['heart-rate', 22, 100],
    ['heart-rate', 42, 110],
    ['heart-rate', 42.01, null],
    ['heart-rate-mean-24h', 22, 90],
    ['heart-rate-highest-24h', 22, 100],
    ['heart-rate-slope-24h', 22, 1],
    ['heart-rate-slope-24h', 12, null],
    ['heart-rate-mean-24h', 30, 100],
    ['heart-rate-mean-24h', 54, null],
  ])('%s at hour %d: %s', (name, hours, expected) => {
    expect(value(name, rates, hours)).toBe(expected);
  });

  it('needs some time for a slope', () => {
    const burst = [0, 0.5, 1].map((at) => aMeasurement('glucose', 6 + at, { at: hour(at) }));
    expect(value('glucose-slope-24h', burst, 1)).toBeNull();
  });

  it('finds the lowest', () => {
    const saturations = [96, 91, 95].map((percent, at) =>
      aMeasurement('oxygen-saturation', percent, { at: hour(at) }),
    );
    expect(value('oxygen-saturation-lowest-24h', saturations, 3)).toBe(91);
  });
});

describe('laboratory values', () => {
  it('tells the age of what it carries forward', () => {
    const dimer = [aMeasurement('d-dimer', 0.5, { at: hour(-2) })];
    expect(feature('d-dimer', dimer, 10)).toEqual({ value: 0.5, age: 12 });
    expect(value('d-dimer', dimer, 166)).toBe(0.5);
    expect(value('d-dimer', dimer, 166.1)).toBeNull();
  });

  it('uses the limit of a censored result', () => {
    const dimer = [aMeasurement('d-dimer', 0.25, { comparator: '<' })];
    expect(value('d-dimer', dimer, 1)).toBe(0.25);
  });

  it('does not take D-dimer in other units for FEU', () => {
    expect(value('d-dimer', [aMeasurement('d-dimer-ddu', 0.5)], 1)).toBeNull();
    expect(value('d-dimer', [aMeasurement('d-dimer-arbitrary', 0.5)], 1)).toBeNull();
  });

  it.each<[string, readonly ClinicalRecord[], number | null]>([
    ['one specimen', [aPanel({ neutrophils: 6, lymphocytes: 2 })], 3],
    [
      'two resources, one drawing',
      [aMeasurement('neutrophils', 6), aMeasurement('lymphocytes', 2)],
      3,
    ],
    [
      'two drawings',
      [aMeasurement('neutrophils', 6, { at: hour(1) }), aMeasurement('lymphocytes', 2)],
      null,
    ],
    ['no lymphocytes', [aPanel({ neutrophils: 6, lymphocytes: 0 })], null],
    [
      'newest pair, not newest values',
      [
        aPanel({ neutrophils: 6, lymphocytes: 2 }),
        aPanel({ neutrophils: 8, lymphocytes: 2 }, { at: hour(2) }),
        aMeasurement('neutrophils', 9, { at: hour(3) }),
      ],
      4,
    ],
    ['an old pair', [aPanel({ neutrophils: 6, lymphocytes: 2 }, { at: hour(-68) })], null],
  ])('ratio of neutrophils to lymphocytes: %s', (_name, records, expected) => {
    expect(value('neutrophil-lymphocyte-ratio', records, 5)).toBe(expected);
  });

  it('leaves an earlier illness out', () => {
    expect(value('hba1c', [aMeasurement('hba1c', 7, { at: hour(-25) })], 1)).toBeNull();
    expect(value('hba1c', [aMeasurement('hba1c', 7, { at: hour(-24) })], 1)).toBe(7);
  });
});

describe('age limits', () => {
  it.each([
    [null, 'missing'],
    [0, 'measured'],
    [4, 'measured'],
    [4.01, 'carried-forward'],
    [12, 'carried-forward'],
    [12.01, 'missing'],
  ])('a heart rate %s h old is %s', (age, use) => {
    expect(useOf(age, ageLimitOf('heart-rate'))).toBe(use);
  });

  it('exist for every quantity', () => {
    for (const quantity of [...VITAL_SIGNS, ...LABORATORY_VALUES]) {
      const { measured, usable } = ageLimitOf(quantity);
      expect(measured).toBeLessThan(usable);
    }
  });
});
