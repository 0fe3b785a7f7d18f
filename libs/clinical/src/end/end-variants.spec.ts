import type { Charted } from '../testing/index.ts';
import { allItems, examinations, hour, T0 } from '../testing/index.ts';
import { detectEnd } from './detect-end.ts';
import type { EndDefinition, EndFinding } from './end-definition.ts';
import { END_DEFINITIONS } from './end-variants.ts';

function detect(rows: readonly Charted[], definition: EndDefinition): EndFinding {
  return detectEnd({
    assessments: examinations(...rows),
    admittedAt: T0,
    definitionAt: () => definition,
    asOf: Infinity,
  });
}

const named = (name: string): EndDefinition => {
  const found = END_DEFINITIONS.find((one) => one.name === name);
  if (!found) throw new RangeError(name);
  return found;
};

describe('other definitions', () => {
  it('counts from the lowest score so far where told', () => {
    const rows: readonly Charted[] = [
      [1, { total: 10 }],
      [5, { total: 4 }],
      [9, { total: 7 }],
    ];
    expect(detect(rows, named('paper-running-minimum'))).toMatchObject({
      status: 'confirmed',
      deltaTotal: 3,
      referenceAt: hour(5),
      at: hour(9),
    });
  });

  it('prefers a firm rise over a greater doubtful one', () => {
    const rows: readonly Charted[] = [
      [1, { total: 5 }],
      [5, { total: 6, rater: 'a' }],
      [9, { total: 8, rater: 'b' }],
    ];
    expect(detect(rows, named('paper-running-minimum'))).toMatchObject({
      status: 'confirmed',
      referenceAt: hour(1),
    });
  });

  it('has definitions without a motor rule and with other windows', () => {
    const motorOnly: readonly Charted[] = [
      [1, { items: allItems({ '9': 3 }) }],
      [5, { items: allItems({ '5a': 4, '6a': 4, '9': 0 }) }],
    ];
    expect(detect(motorOnly, named('total-4-24h'))).toMatchObject({
      status: 'confirmed',
      rule: 'total',
    });
    expect(
      detect(
        [
          [1, { total: 5 }],
          [25, { total: 12 }],
        ],
        named('total-4-24h'),
      ).status,
    ).toBe('not-evaluable');
  });

  it('names each definition once and cites it', () => {
    expect(new Set(END_DEFINITIONS.map(({ name }) => name)).size).toBe(END_DEFINITIONS.length);
    for (const { citation } of END_DEFINITIONS) expect(citation).not.toBe('');
  });
});
