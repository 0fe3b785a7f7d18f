import type { Charted } from '../testing/index.ts';
import { allItems, examinations, hour, T0 } from '../testing/index.ts';
import type { EndDefinition } from './end-definition.ts';
import { END_PAPER, NO_MOTOR_RULE } from './end-variants.ts';
import { largestRise, type EndRise } from './largest-rise.ts';

const STRICT: EndDefinition = { ...END_PAPER, name: 'strict', total: 4, motor: NO_MOTOR_RULE };

function rise(rows: readonly Charted[], definition: EndDefinition = END_PAPER): EndRise | null {
  const assessments = examinations(...rows);
  return largestRise({
    ...{ assessments, admittedAt: T0, asOf: Infinity },
    definitionAt: () => definition,
  });
}

const first: Charted = [1, { total: 5 }];

describe('how far somebody has got worse', () => {
  it.each<[string, readonly Charted[], Pick<EndRise, 'at' | 'total' | 'motor'> | null]>([
    ['not by a step', [first, [5, { total: 6 }]], null],
    ['by the step that is END', [first, [5, { total: 7 }]], { at: hour(5), total: 1, motor: 0 }],
    [
      'and not by another one yet',
      [first, [5, { total: 7 }], [9, { total: 8 }]],
      { at: hour(5), total: 1, motor: 0 },
    ],
    [
      'and by another one',
      [first, [5, { total: 7 }], [9, { total: 9 }]],
      { at: hour(9), total: 2, motor: 0 },
    ],
    [
      'at its worst, though it is better again',
      [first, [5, { total: 11 }], [9, { total: 7 }]],
      { at: hour(5), total: 3, motor: 0 },
    ],
    [
      'also outside the window no further',
      [first, [5, { total: 7 }], [170, { total: 20 }]],
      { at: hour(5), total: 1, motor: 0 },
    ],
  ])('%s', (_, rows, expected) => {
    const found = rise(rows);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected);
  });

  it('in arms and legs, beside the total', () => {
    const before = allItems();
    const rows: readonly Charted[] = [
      [1, { items: before }],
      [5, { items: { ...before, '1a': 2 } }],
      [9, { items: { ...before, '1a': 1, '5a': 1 } }],
    ];
    expect(rise(rows)).toMatchObject({ at: hour(9), total: 1, motor: 1 });
    expect(rise(rows, STRICT)).toBeNull();
  });

  it('says by which examination, and from where to where', () => {
    expect(rise([first, [5, { total: 7 }], [9, { total: 11 }]])?.reason).toBe(
      'NIHSS 5 to 11 (+6) since the admission examination, examined 9 h after admission.',
    );
  });
});
