import type { EndDefinitionSetting } from '@endwatch/contracts';
import { endProblem, endWords, otherEndWords } from './end-words.ts';

const paper: EndDefinitionSetting = { total: 2, motor: 1, windowHours: 168 };

describe('the definition of END in words', () => {
  it.each<[EndDefinitionSetting, string]>([
    [paper, '+2 in total or +1 in arms and legs, within 7 days of admission'],
    [{ total: 4, motor: null, windowHours: 24 }, '+4 in total, within 24\u00a0h of admission'],
    [
      { total: 3, motor: 2, windowHours: 36 },
      '+3 in total or +2 in arms and legs, within 36\u00a0h of admission',
    ],
  ])('%#', (definition, words) => {
    expect(endWords(definition)).toBe(words);
  });

  it.each<[Partial<EndDefinitionSetting>, RegExp | null]>([
    [{}, null],
    [{ motor: null }, null],
    [{ total: 0 }, /total is 1 to 4/],
    [{ total: 5 }, /total is 1 to 4/],
    [{ total: NaN }, /total is 1 to 4/],
    [{ motor: 3 }, /arms and legs is 1 or 2/],
    [{ windowHours: 23 }, /24 to 168 whole hours/],
    [{ windowHours: 72.5 }, /24 to 168 whole hours/],
  ])('says what is wrong (%j)', (part, problem) => {
    const said = endProblem({ ...paper, ...part });
    if (problem === null) expect(said).toBeNull();
    else expect(said).toMatch(problem);
  });

  it('stands beside a forecast only where it is of another END', () => {
    const house = { total: 4, motor: null, windowHours: 72 };
    expect(otherEndWords(null)).toBeNull();
    expect(otherEndWords({ house: paper, forecast: paper, differs: false })).toBeNull();
    expect(otherEndWords({ house, forecast: paper, differs: true })).toBe(
      'The forecast is for END by +2 in total or +1 in arms and legs, within 7 days of admission; this house confirms END by +4 in total, within 3 days of admission',
    );
  });

  it('says the time once where both have the same', () => {
    const house = { ...paper, total: 4, motor: null };
    expect(otherEndWords({ house, forecast: paper, differs: true })).toBe(
      'The forecast is for END by +2 in total or +1 in arms and legs; this house confirms END by +4 in total (both within 7 days)',
    );
  });
});
