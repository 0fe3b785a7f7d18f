import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenDifferences, type GoldenCase } from './compare-golden.ts';
import { GOLDEN_METHODS, runGoldenCase } from './golden-methods.ts';

const folder = process.env['ENDWATCH_GOLDEN'] ?? join(__dirname, '../../../../../shared/golden');

function casesOf(root: string): { file: string; golden: GoldenCase }[] {
  if (!existsSync(root)) return [];
  return globSync('*/*.json', { cwd: root })
    .sort()
    .map((file) => ({
      file,
      golden: JSON.parse(readFileSync(join(root, file), 'utf8')) as GoldenCase,
    }))
    .filter(({ golden }) => GOLDEN_METHODS.includes(golden.method));
}

const cases = casesOf(folder);

const present = existsSync(folder);

describe('golden values', () => {
  if (present) {
    it.each(cases)('$file', ({ golden }) => {
      expect(goldenDifferences(runGoldenCase(golden), golden)).toEqual([]);
    });
  }

  it(present ? 'cover every method' : 'are not here: published values stand in for them', () => {
    const run = new Set(cases.map(({ golden }) => golden.method));
    expect([...run].sort()).toEqual(present ? [...GOLDEN_METHODS].sort() : []);
  });
});

describe('the comparer', () => {
  const golden = {
    expected: { n: 3, p: 0.5, none: null, list: [1, 2] },
    tolerance: { abs: 1e-9, rel: 0, keys: { p: { abs: 0.1, rel: 0 } } },
  };

  it('allows what the tolerance of a key allows, and what only we have', () => {
    const actual = { n: 3, p: 0.55, none: null, list: [1, 2], more: true };
    expect(goldenDifferences(actual, golden)).toEqual([]);
  });

  it('names every place that differs', () => {
    const actual = { n: 4, p: 0.7, none: 0, list: [1] };
    expect(goldenDifferences(actual, golden)).toHaveLength(4);
    expect(goldenDifferences({ ...actual, n: Number.NaN }, golden)[0]).toContain('expected.n: NaN');
  });
});
