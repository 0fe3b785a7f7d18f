import type { Charted } from '../testing/index.ts';
import { allItems, examinations, hour, T0 } from '../testing/index.ts';
import { detectEnd } from './detect-end.ts';
import type { DefinitionAt, EndDefinition, EndFinding } from './end-definition.ts';
import { END_PAPER, NO_MOTOR_RULE } from './end-variants.ts';

const STRICT: EndDefinition = { ...END_PAPER, name: 'strict', total: 4, motor: NO_MOTOR_RULE };
const LOOSE: EndDefinition = { ...END_PAPER, name: 'loose', total: 1 };
const SHORT: EndDefinition = { ...STRICT, name: 'short', windowHours: 24 };

/** From hour 10 on another one is in force. */
const CHANGE = hour(10);
const changed =
  (before: EndDefinition, after: EndDefinition): DefinitionAt =>
  (knownAt) =>
    knownAt < CHANGE ? before : after;

function detect(rows: readonly Charted[], definitionAt: DefinitionAt, asOf = Infinity): EndFinding {
  return detectEnd({ assessments: examinations(...rows), admittedAt: T0, definitionAt, asOf });
}

const first: Charted = [1, { total: 5 }];

describe('a change of the definition during a stay', () => {
  it.each<
    [
      string,
      DefinitionAt,
      readonly Charted[],
      Pick<EndFinding, 'status' | 'at'> & { by: string | null },
    ]
  >([
    [
      'END found by the one before stays, and by that one',
      changed(END_PAPER, STRICT),
      [first, [5, { total: 7 }], [12, { total: 7 }]],
      { status: 'confirmed', at: hour(5), by: 'paper' },
    ],
    [
      'what was none before does not become one',
      changed(STRICT, LOOSE),
      [first, [5, { total: 8 }]],
      { status: 'none', at: null, by: 'strict' },
    ],
    [
      'the next examination is judged by the new one',
      changed(STRICT, LOOSE),
      [first, [5, { total: 8 }], [12, { total: 6 }]],
      { status: 'confirmed', at: hour(12), by: 'loose' },
    ],
    [
      'a rise that would have counted before does no more',
      changed(END_PAPER, STRICT),
      [first, [12, { total: 8 }]],
      { status: 'none', at: null, by: 'strict' },
    ],
    [
      'made before the change and known after it: by the new one',
      changed(END_PAPER, STRICT),
      [first, [5, { total: 8, brokerAt: hour(11) }]],
      { status: 'none', at: null, by: 'strict' },
    ],
    [
      'known at the very moment: by the new one',
      changed(END_PAPER, STRICT),
      [first, [9, { total: 8, brokerAt: CHANGE }]],
      { status: 'none', at: null, by: 'strict' },
    ],
    [
      'an admission examination that comes later changes nothing of who judges the others',
      changed(END_PAPER, STRICT),
      [
        [1, { total: 5, brokerAt: hour(11) }],
        [5, { total: 7 }],
      ],
      { status: 'confirmed', at: hour(5), by: 'paper' },
    ],
    [
      'a motor rule that is no more',
      changed(END_PAPER, STRICT),
      [
        [1, { items: allItems() }],
        [12, { items: allItems({ '5a': 3 }) }],
      ],
      { status: 'none', at: null, by: 'strict' },
    ],
    [
      'a repeat after the change is judged by the new one',
      changed(LOOSE, STRICT),
      [
        [1, { total: 5, rater: 'a' }],
        [5, { total: 6, rater: 'b' }],
        [12, { total: 6 }],
      ],
      { status: 'suspected', at: hour(5), by: 'loose' },
    ],
    [
      'a window that is over by the new one',
      changed(STRICT, SHORT),
      [first, [5, { total: 5 }], [30, { total: 12 }]],
      { status: 'none', at: null, by: 'strict' },
    ],
    [
      'nothing that could be judged names none',
      changed(END_PAPER, STRICT),
      [first],
      { status: 'not-evaluable', at: null, by: null },
    ],
  ])('%s', (_name, definitionAt, rows, { status, at, by }) => {
    const found = detect(rows, definitionAt);
    expect(found).toMatchObject({ status, at });
    expect(found.definition?.name ?? null).toBe(by);
  });

  it('tells of the rise that the definition then asked for', () => {
    const rows: readonly Charted[] = [first, [5, { total: 8 }]];
    expect(detect(rows, changed(STRICT, LOOSE)).reason).toBe(
      'NIHSS has not risen by 4 since the admission examination.',
    );
    expect(detect([...rows, [12, { total: 7 }]], changed(STRICT, LOOSE)).reason).toBe(
      'NIHSS 5 to 7 (+2) since the admission examination, examined 12 h after admission.',
    );
  });

  it('finds at each moment what it found then', () => {
    const rows: readonly Charted[] = [
      first,
      [5, { total: 7 }],
      [12, { total: 9 }],
      [20, { total: 5 }],
    ];
    const before = detect(rows, () => END_PAPER, hour(9));
    for (const moment of [9, 12, 20, 400]) {
      expect(detect(rows, changed(END_PAPER, STRICT), hour(moment))).toEqual(before);
    }
  });
});
