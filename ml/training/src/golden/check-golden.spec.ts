import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkGolden } from './check-golden.ts';

const folder = process.env['ENDWATCH_GOLDEN'] ?? join(__dirname, '../../../../../shared/golden');
const files = existsSync(folder) ? globSync('explain/*.json', { cwd: folder }).sort() : [];

/** One input, f(x) = relu(2x) − 1: against a background of 0 the whole change belongs to x. */
const oneInput = {
  method: 'explain.shapley',
  inputs: {
    network: { w1: [[2]], b1: [0], w2: [1], b2: -1 },
    background: [[0]],
    instances: [[3]],
  },
  expected: { logit: { baseValue: -1, prediction: [5], values: [[6]] } },
  tolerance: { abs: 1e-9, rel: 0 },
};

describe('checking golden files', () => {
  it(`agrees with ${String(files.length)} files of independently computed explanations`, () => {
    const verdicts = files.map((file) => checkGolden(readFileSync(join(folder, file), 'utf8')));
    expect(verdicts.filter(({ passed }) => !passed)).toEqual([]);
    expect(files.length > 0).toBe(existsSync(folder));
  });

  it('passes what agrees and says where something differs', () => {
    expect(checkGolden(JSON.stringify(oneInput))).toEqual({
      passed: true,
      line: 'explain.shapley',
    });
    const wrong = { ...oneInput, expected: { logit: { values: [[6.1]] } } };
    expect(checkGolden(JSON.stringify(wrong))).toEqual({
      passed: false,
      line: 'explain.shapley: expected.logit.values.0.0: 6 instead of 6.1',
    });
  });

  it.each([
    ['{', /JSON/],
    ['{"method":"x"}', /inputs, expected, tolerance missing/],
    [JSON.stringify({ ...oneInput, method: 'explain.magic' }), /unknown method explain.magic/],
  ])('fails %s with the reason', (text, reason) => {
    const { passed, line } = checkGolden(text);
    expect(passed).toBe(false);
    expect(line).toMatch(reason);
  });
});
