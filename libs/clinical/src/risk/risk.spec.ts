import { aCondition, aTreatment, hour, T0 } from '../testing/index.ts';
import { buildTimeline } from '../timeline/patient-timeline.ts';
import { outOfPopulation } from './out-of-population.ts';
import { bandOf, trendOf } from './risk-band.ts';

describe('bandOf', () => {
  it.each([
    [0, 'low'],
    [0.0999, 'low'],
    [0.1, 'medium'],
    [0.2999, 'medium'],
    [0.3, 'high'],
    [1, 'high'],
  ])('%d is %s', (risk, band) => {
    expect(bandOf(risk, { medium: 0.1, high: 0.3 })).toBe(band);
  });
});

describe('trendOf', () => {
  const scores = (...rows: readonly [number, number][]) =>
    rows.map(([hours, next24h]) => ({ asOf: hour(hours), next24h }));

  it.each<[string, readonly [number, number][], string]>([
    ['no score', [], 'steady'],
    ['one score', [[10, 0.5]], 'steady'],
    [
      'up',
      [
        [4, 0.2],
        [10, 0.24],
      ],
      'rising',
    ],
    [
      'down',
      [
        [4, 0.24],
        [10, 0.2],
      ],
      'falling',
    ],
    [
      'exactly the dead band',
      [
        [4, 0.2],
        [10, 0.23],
      ],
      'steady',
    ],
    [
      'compares with about 6 h before, not with the last',
      [
        [4, 0.2],
        [9, 0.3],
        [10, 0.3],
      ],
      'rising',
    ],
    [
      'nothing near 6 h before',
      [
        [0, 0.1],
        [9, 0.2],
        [10, 0.3],
      ],
      'steady',
    ],
    [
      'as far as 3 h off',
      [
        [7, 0.1],
        [10, 0.3],
      ],
      'rising',
    ],
    [
      'of two as near, the older',
      [
        [3, 0.1],
        [5, 0.3],
        [10, 0.3],
      ],
      'rising',
    ],
  ])('%s', (_name, rows, trend) => {
    expect(trendOf(scores(...rows))).toBe(trend);
    expect(trendOf(scores(...rows.toReversed()))).toBe(trend);
  });
});

describe('outOfPopulation', () => {
  const known = [aCondition('ischaemic-stroke'), aCondition('mca-occlusion')];
  const reasons = (
    records: Parameters<typeof buildTimeline>[0],
    hours = 10,
    age: number | null = 70,
  ) =>
    outOfPopulation({ timeline: buildTimeline(records), admittedAt: T0, asOf: hour(hours), age });

  it('is silent for the patients it knows', () => {
    expect(reasons(known)).toEqual([]);
    expect(reasons(known.slice(1))).toEqual([]);
    expect(reasons(known, 168)).toEqual([]);
    expect(reasons([...known, aTreatment('thrombolysis')])).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ['nothing recorded', reasons([])],
    ['stroke alone', reasons(known.slice(0, 1))],
    ['thrombectomy', reasons([...known, aTreatment('thrombectomy', { at: hour(2) })])],
    ['thrombectomy to come', reasons([...known, aTreatment('thrombectomy', { at: hour(20) })])],
    ['too young', reasons(known, 10, 17)],
    ['too old', reasons(known, 10, 101)],
    ['age unknown', reasons(known, 10, null)],
    ['too late', reasons(known, 168.01)],
  ])('%s', (name, given) => {
    const expected: Record<string, readonly string[]> = {
      'nothing recorded': [
        'No ischaemic stroke recorded',
        'No middle cerebral artery occlusion recorded',
      ],
      'stroke alone': ['No middle cerebral artery occlusion recorded'],
      thrombectomy: ['Had thrombectomy'],
      'thrombectomy to come': [],
      'too young': ['Age outside 18 to 100'],
      'too old': ['Age outside 18 to 100'],
      'age unknown': ['Age not known'],
      'too late': ['More than 7 days in hospital'],
    };
    expect(given).toEqual(expected[name]);
  });
});
