import { allItems, anExamination, hour } from '../testing/index.ts';
import { assembleAssessments } from './nihss-assessment.ts';

describe('assembleAssessments', () => {
  it('joins items and total that came as separate resources of one time', () => {
    const parts = [
      anExamination({ at: hour(1), items: { '5a': 2, '5b': 0 }, resourceKey: 'Observation/a' }),
      anExamination({ at: hour(1), items: { '6a': 1, '6b': 0 }, resourceKey: 'Observation/b' }),
      anExamination({
        at: hour(1),
        total: 7,
        resourceKey: 'Observation/c',
        rater: 'Practitioner/1',
      }),
    ];
    const [one, ...others] = assembleAssessments(parts);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      at: hour(1),
      items: { '5a': 2, '5b': 0, '6a': 1, '6b': 0 },
      chartedTotal: 7,
      total: 7,
      motor: 3,
      rater: 'Practitioner/1',
    });
    expect(one?.records).toHaveLength(3);
    expect(assembleAssessments(parts.toReversed())).toEqual([one]);
  });

  it('keeps its id while further items arrive', () => {
    const total = anExamination({ at: hour(1), total: 7, resourceKey: 'Observation/z' });
    const items = anExamination({ at: hour(1), items: allItems(), resourceKey: 'Observation/a' });
    expect(assembleAssessments([total])[0]?.id).toBe(assembleAssessments([total, items])[0]?.id);
  });

  it('keeps two raters at one time apart and gives what names no rater to the first', () => {
    const assessments = assembleAssessments([
      anExamination({ total: 9, rater: 'Practitioner/2', resourceKey: 'Observation/a' }),
      anExamination({ total: 7, rater: 'Practitioner/1', resourceKey: 'Observation/b' }),
      anExamination({ items: { '5a': 1 }, resourceKey: 'Observation/c' }),
    ]);
    expect(assessments.map(({ rater, total, items }) => [rater, total, items])).toEqual([
      ['Practitioner/1', 7, { '5a': 1 }],
      ['Practitioner/2', 9, {}],
    ]);
    expect(new Set(assessments.map(({ id }) => id)).size).toBe(2);
  });

  it('lets the later issued of two resources hold and tells the least final status', () => {
    const [one] = assembleAssessments([
      anExamination({ items: { '5a': 3 }, issuedAt: hour(2), resourceKey: 'Observation/a' }),
      anExamination({
        items: { '5a': 1 },
        issuedAt: hour(1),
        resourceKey: 'Observation/b',
        status: 'preliminary',
      }),
    ]);
    expect(one?.items).toEqual({ '5a': 3 });
    expect(one?.status).toBe('preliminary');
  });

  it('orders examinations by time', () => {
    const assessments = assembleAssessments(
      [8, 1, 4].map((h) => anExamination({ at: hour(h), total: h })),
    );
    expect(assessments.map(({ total }) => total)).toEqual([1, 4, 8]);
  });
});
