import type { Charted, ExaminationOptions } from '../testing/index.ts';
import { allItems, examinations, hour, T0 } from '../testing/index.ts';
import { MINUTE } from '../time.ts';
import { admissionAssessment, detectEnd, seenWithoutEndUntil } from './detect-end.ts';
import type { EndDefinition, EndFinding } from './end-definition.ts';
import { END_PAPER } from './end-variants.ts';

function detect(
  rows: readonly Charted[],
  definition: EndDefinition = END_PAPER,
  asOf = Infinity,
): EndFinding {
  return detectEnd({
    assessments: examinations(...rows),
    admittedAt: T0,
    definitionAt: () => definition,
    asOf,
  });
}

describe('admission examination', () => {
  it.each([
    [-6, true],
    [-6 - 1 / 60, false],
    [0, true],
    [24, true],
    [24 + 1 / 60, false],
  ])('at hour %d: %s', (hours, counts) => {
    expect(admissionAssessment(examinations([hours, { total: 5 }]), T0) !== null).toBe(counts);
  });

  it('is the earliest usable one', () => {
    const assessments = examinations(
      [-7, { total: 1 }],
      [-1, { items: { '5a': 'UN' } }],
      [0.5, { total: 5 }],
      [1, { total: 6 }],
    );
    expect(admissionAssessment(assessments, T0)?.total).toBe(5);
  });
});

describe('status', () => {
  const total = (points: number, rater?: string): ExaminationOptions =>
    rater === undefined ? { total: points } : { total: points, rater };
  const items = (scores: Parameters<typeof allItems>[0], rater: string | null = null) => ({
    items: allItems(scores),
    rater,
  });

  it.each<[string, readonly Charted[], EndFinding['status'], EndFinding['rule']]>([
    ['nothing charted', [], 'not-evaluable', null],
    [
      'no admission examination',
      [
        [30, total(5)],
        [40, total(9)],
      ],
      'not-evaluable',
      null,
    ],
    ['nothing after it', [[1, total(5)]], 'not-evaluable', null],
    [
      'nothing after it within the window',
      [
        [1, total(5)],
        [169, total(12)],
      ],
      'not-evaluable',
      null,
    ],
    [
      'nothing in common',
      [
        [1, total(5)],
        [5, { items: { '5a': 3 } }],
      ],
      'not-evaluable',
      null,
    ],
    [
      'later one untestable throughout',
      [
        [1, total(5)],
        [5, { items: { '5a': 'UN' } }],
      ],
      'not-evaluable',
      null,
    ],
    [
      'total +1',
      [
        [1, total(5)],
        [5, total(6)],
      ],
      'none',
      null,
    ],
    [
      'total +2',
      [
        [1, total(5)],
        [5, total(7)],
      ],
      'confirmed',
      'total',
    ],
    [
      'total +2, same rater',
      [
        [1, total(5, 'a')],
        [5, total(7, 'a')],
      ],
      'confirmed',
      'total',
    ],
    [
      'total +2, another rater',
      [
        [1, total(5, 'a')],
        [5, total(7, 'b')],
      ],
      'suspected',
      'total',
    ],
    [
      'total +2, one rater unknown',
      [
        [1, total(5, 'a')],
        [5, total(7)],
      ],
      'confirmed',
      'total',
    ],
    [
      'total +3, another rater',
      [
        [1, total(5, 'a')],
        [5, total(8, 'b')],
      ],
      'confirmed',
      'total',
    ],
    [
      'motor +1, total +1',
      [
        [1, items({ '5a': 1 })],
        [5, items({ '5a': 2 })],
      ],
      'confirmed',
      'motor',
    ],
    [
      'motor +1 while the total falls',
      [
        [1, items({ '9': 3 })],
        [5, items({ '6b': 1 })],
      ],
      'confirmed',
      'motor',
    ],
    [
      'motor +1, another rater',
      [
        [1, items({}, 'a')],
        [5, items({ '6b': 1 }, 'b')],
      ],
      'suspected',
      'motor',
    ],
    [
      'motor +2, another rater',
      [
        [1, items({ '9': 3 }, 'a')],
        [5, items({ '6b': 2 }, 'b')],
      ],
      'confirmed',
      'motor',
    ],
    [
      'total +2 and motor +2, another rater',
      [
        [1, items({}, 'a')],
        [5, items({ '6b': 2 }, 'b')],
      ],
      'confirmed',
      'motor',
    ],
    [
      'both exactly, another rater',
      [
        [1, items({}, 'a')],
        [5, items({ '6b': 1, '9': 1 }, 'b')],
      ],
      'suspected',
      'total',
    ],
    [
      'motor items missing',
      [
        [1, items({})],
        [5, { items: { '5a': 1, '5b': 0, '6a': 0 } }],
      ],
      'none',
      null,
    ],
    [
      'total +2 over shared items only',
      [
        [1, items({ '5a': 3 })],
        [5, items({ '5a': 'UN', '9': 2 })],
      ],
      'suspected',
      'total',
    ],
    [
      'untestable at admission, 4 later',
      [
        [1, items({ '5a': 'UN' })],
        [5, items({ '5a': 4 })],
      ],
      'none',
      null,
    ],
    [
      'untestable both times',
      [
        [1, items({ '6a': 'UN' })],
        [5, items({ '6a': 'UN', '9': 2 })],
      ],
      'confirmed',
      'total',
    ],
    [
      'motor +1 beside an untestable limb',
      [
        [1, items({ '6a': 'UN' })],
        [5, items({ '5a': 1 })],
      ],
      'suspected',
      'motor',
    ],
    [
      'limbs alone later',
      [
        [1, items({})],
        [5, { items: { '5a': 1, '5b': 0, '6a': 0, '6b': 0 } }],
      ],
      'confirmed',
      'motor',
    ],
    [
      'improved, then back',
      [
        [1, total(10)],
        [5, total(4)],
        [9, total(7)],
      ],
      'none',
      null,
    ],
  ])('%s', (_name, rows, status, rule) => {
    expect(detect(rows)).toMatchObject({ status, rule });
  });

  it('holds to the first confirmed END, even after an earlier suspected one', () => {
    const finding = detect([
      [1, total(5, 'a')],
      [5, total(7, 'b')],
      [9, total(8, 'b')],
      [13, total(20, 'a')],
    ]);
    expect(finding).toMatchObject({ status: 'confirmed', at: hour(9), deltaTotal: 3 });
    expect(finding.repeat).toBeNull();
  });

  it('reports the earliest suspected END and what the repeat showed', () => {
    const before: readonly Charted[] = [
      [1, total(5, 'a')],
      [5, total(7, 'b')],
    ];
    expect(detect(before)).toMatchObject({ at: hour(5), repeat: 'awaited' });
    expect(detect([...before, [6, total(7, 'c')]])).toMatchObject({
      at: hour(5),
      repeat: 'met-again',
    });
    expect(detect([...before, [6, total(6, 'c')]])).toMatchObject({
      status: 'suspected',
      at: hour(5),
      repeat: 'not-met',
    });
  });

  it('does not look past asOf', () => {
    const rows: readonly Charted[] = [
      [1, total(5)],
      [5, total(5)],
      [9, total(9)],
    ];
    expect(detect(rows, END_PAPER, hour(9) - 1).status).toBe('none');
    expect(detect(rows, END_PAPER, hour(9)).status).toBe('confirmed');
    expect(detect(rows, END_PAPER, hour(1)).status).toBe('not-evaluable');
  });
});

describe('windows', () => {
  it.each([
    [48, 'early'],
    [48 + 1 / 60, 'late'],
    [168, 'late'],
  ] as const)('hour %d is %s', (hours, phase) => {
    expect(
      detect([
        [1, { total: 5 }],
        [hours, { total: 9 }],
      ]),
    ).toMatchObject({
      status: 'confirmed',
      phase,
      at: hour(hours),
      referenceAt: hour(1),
    });
  });

  it('ends at 168 h', () => {
    const assessments = examinations(
      [1, { total: 5 }],
      [100, { total: 5 }],
      [168 + 1 / 60, { total: 9 }],
    );
    const finding = detectEnd({ assessments, admittedAt: T0, asOf: hour(200) });
    expect(finding).toMatchObject({ status: 'none', deltaTotal: 0, at: null, phase: null });
    const earlier = detectEnd({ assessments, admittedAt: T0 + MINUTE, asOf: hour(200) });
    expect(earlier.status).toBe('confirmed');
  });
});

describe('until when examinations speak of no END', () => {
  const [start, last]: readonly Charted[] = [
    [0, { total: 5 }],
    [150, { total: 5 }],
  ];
  const until = (...rows: readonly Charted[]): number | null =>
    seenWithoutEndUntil(examinations(...rows), T0);

  it.each<[string, readonly Charted[], number]>([
    ['the last one', [start!, last!], 150],
    [
      'the last one, past the window, as long as nothing rose',
      [start!, last!, [180, { total: 5 }]],
      180,
    ],
    ['the last one within, when the next shows a rise', [start!, last!, [180, { total: 9 }]], 150],
    [
      'a rise later on came after one that showed none',
      [start!, last!, [170, { total: 5 }], [190, { total: 9 }]],
      190,
    ],
    ['nothing that could be compared tells nothing', [start!, last!, [180, { items: {} }]], 150],
  ])('%s', (_name, rows, hours) => {
    expect(until(...rows)).toBe(hour(hours));
  });

  it('is not known of nobody', () => {
    expect(until()).toBeNull();
  });
});
