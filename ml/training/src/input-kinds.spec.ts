import { FEATURE_NAMES, FEATURE_SET_VERSION } from '@endwatch/clinical';
import { withoutInputs } from './input-kinds.ts';

const n = FEATURE_NAMES.length;
const snapshot = {
  hour: 6,
  features: {
    featureSet: FEATURE_SET_VERSION,
    values: new Float32Array(n).fill(2),
    missing: new Uint8Array(n),
    ageHours: new Float32Array(n),
  },
  reports: ['No haemorrhage.'],
};

describe('withoutInputs', () => {
  it('leaves only vital signs, age, sex and the hour when everything else is taken', () => {
    const { features, reports } = withoutInputs(snapshot, [
      'reports',
      'laboratory',
      'nihss',
      'history',
    ]);
    const left = FEATURE_NAMES.filter((_, i) => features.missing[i] === 0);
    expect(left).toEqual(
      expect.arrayContaining(['age', 'sex-male', 'heart-rate', 'gcs', 'report-count']),
    );
    expect(left.filter((name) => /nihss|d-dimer|lymphocyte|glucose|diabetes/.test(name))).toEqual(
      [],
    );
    expect(features.values[FEATURE_NAMES.indexOf('report-count')]).toBe(0);
    expect(reports).toEqual([]);
  });

  it('does not touch what it was given', () => {
    withoutInputs(snapshot, ['laboratory', 'reports']);
    expect([...snapshot.features.missing]).not.toContain(1);
    expect(snapshot.reports).toHaveLength(1);
  });
});
