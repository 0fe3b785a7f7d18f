import type { Charted } from '../testing/index.ts';
import { allItems, examinations, T0 } from '../testing/index.ts';
import { detectEnd } from './detect-end.ts';
import type { EndFinding } from './end-definition.ts';

function detect(rows: readonly Charted[]): EndFinding {
  return detectEnd({ assessments: examinations(...rows), admittedAt: T0, asOf: Infinity });
}

describe('what else it says', () => {
  it('says whether the motor rule could be applied', () => {
    expect(
      detect([
        [1, { total: 5 }],
        [5, { total: 5 }],
      ]).motorEvaluable,
    ).toBe(false);
    expect(
      detect([
        [1, { items: allItems() }],
        [5, { items: allItems() }],
      ]),
    ).toMatchObject({
      motorEvaluable: true,
      deltaTotal: 0,
      deltaMotor: 0,
    });
  });

  it.each<[readonly Charted[], string]>([
    [[], 'No admission examination is charted.'],
    [[[1, { total: 8 }]], 'Not examined again since the admission examination.'],
    [
      [
        [1, { total: 8 }],
        [6, { total: 11 }],
      ],
      'NIHSS 8 to 11 (+3) since the admission examination, examined 6 h after admission.',
    ],
    [
      [
        [1, { items: allItems({ '9': 1 }) }],
        [6, { items: allItems({ '5a': 1 }) }],
      ],
      'Arm and leg score 0 to 1 (+1) since the admission examination, examined 6 h after admission.',
    ],
    [
      [
        [1, { total: 8, rater: 'a' }],
        [6, { total: 10, rater: 'b' }],
      ],
      'NIHSS 8 to 10 (+2) since the admission examination, examined 6 h after admission, by another examiner and only just enough: please repeat.',
    ],
    [
      [
        [1, { items: allItems({ '5a': 3 }) }],
        [6, { items: allItems({ '5a': 'UN', '9': 2 }) }],
      ],
      'NIHSS +2 since the admission examination, examined 6 h after admission, counted only over items examined both times: please repeat.',
    ],
    [
      [
        [1, { total: 8 }],
        [6, { total: 8 }],
      ],
      'NIHSS has not risen by 2 since the admission examination; arms and legs cannot be compared.',
    ],
    [
      [
        [1, { items: allItems() }],
        [6, { items: allItems() }],
      ],
      'NIHSS has not risen by 2 nor the arm and leg score by 1 since the admission examination.',
    ],
  ])('tells why in a sentence (%#)', (rows, reason) => {
    expect(detect(rows).reason).toBe(reason);
  });
});
