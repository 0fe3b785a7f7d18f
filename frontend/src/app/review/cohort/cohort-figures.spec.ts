import type { ReviewStayRow } from '@endwatch/contracts';
import { cohortFigures, quantile } from './cohort-figures.ts';
import { sortStays } from './stay-order.ts';

const BASE: ReviewStayRow = {
  ...{ patientId: 'a', encounterId: 'e', ward: 'w', age: 70, sex: 'female' },
  ...{ admittedAt: '2026-11-01T00:00:00.000Z', dischargedAt: '2026-11-11T00:00:00.000Z' },
  ...{ died: false, conditions: [], treatments: [], admissionNihss: 6, modelVersions: [] },
  end: { status: 'none', rule: null, at: null, type: 'none', hours: null, knownAt: null },
  ...{ outOfPopulation: [], examinations: 3, scores: 4, alerts: 0, loadedAfterwards: false },
};
const row = (part: Partial<ReviewStayRow>): ReviewStayRow => ({ ...BASE, ...part });

describe('the summary of a cohort', () => {
  it('counts, and says of how many a figure is known', () => {
    const rows = [
      row({}),
      row({ age: null, died: true }),
      row({ age: 80, treatments: ['thrombolysis'] }),
    ];
    const figures = new Map(cohortFigures(rows).map((figure) => [figure.name, figure]));
    expect(figures.get('Age, years')).toMatchObject({ value: '75 (73 to 78)', known: 2 });
    expect(figures.get('Died')?.value).toBe('1 of 3 (33\u00a0%)');
    expect(figures.get('Days in hospital')?.value).toBe('10.0 (10.0 to 10.0)');
    expect(figures.get('Thrombectomy')?.value).toBe('0 of 3 (0\u00a0%)');
  });

  it('finds quantiles between the values', () => {
    expect(quantile([1, 2, 3, 10], 0.5)).toBe(2.5);
  });
});

describe('the order of stays', () => {
  it('has what is not known last in either direction, equals by admission', () => {
    const rows = [
      row({ patientId: 'none', age: null }),
      row({ patientId: 'old', age: 90 }),
      row({ patientId: 'newer', admittedAt: '2026-11-05T00:00:00.000Z' }),
      row({ patientId: 'older' }),
    ];
    const ids = (order: 'asc' | 'desc'): string[] =>
      sortStays(rows, { sort: 'age', order }).map(({ patientId }) => patientId);
    expect(ids('desc')).toEqual(['old', 'newer', 'older', 'none']);
    expect(ids('asc')).toEqual(['newer', 'older', 'old', 'none']);
  });
});
