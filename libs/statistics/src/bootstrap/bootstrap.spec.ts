import { aucEstimate } from '../discrimination/delong.ts';
import { mean } from '../sequence.ts';
import { bootstrap } from './bootstrap.ts';

/** Linear congruential generator of Numerical Recipes: enough to draw patients by. */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('bootstrap by patient', () => {
  const random = uniform(11);
  const values = Array.from({ length: 400 }, () => random() + random() + random());

  it('has the standard error of a mean that theory gives', () => {
    const found = bootstrap({
      units: values,
      statistic: mean,
      resamples: 2000,
      random: uniform(5),
    });
    // Three uniform numbers have a variance of 3/12.
    const theory = Math.sqrt(0.25 / values.length);
    expect(found.estimate).toBeCloseTo(mean(values), 12);
    expect(found.standardError! / theory).toBeGreaterThan(0.9);
    expect(found.standardError! / theory).toBeLessThan(1.1);
    const [from, to] = found.ci95!;
    expect((to - from) / (2 * 1.96 * theory)).toBeGreaterThan(0.88);
    expect((to - from) / (2 * 1.96 * theory)).toBeLessThan(1.12);
  });

  it("agrees with DeLong's standard error of an area under the curve", () => {
    const draw = uniform(21);
    const patients = Array.from({ length: 500 }, () => {
      const y = draw() < 0.4 ? 1 : 0;
      return { y, p: draw() + 0.4 * y };
    });
    const auc = (some: readonly { readonly y: number; readonly p: number }[]): number | null =>
      aucEstimate(
        some.map(({ y }) => y),
        some.map(({ p }) => p),
      ).auc;
    const found = bootstrap({ units: patients, statistic: auc, random: uniform(3) });
    const [from, to] = aucEstimate(
      patients.map(({ y }) => y),
      patients.map(({ p }) => p),
    ).ci95!;
    expect(found.ci95![0]).toBeCloseTo(from, 1);
    expect(found.ci95![1]).toBeCloseTo(to, 1);
    expect(found.standardError! / ((to - from) / (2 * 1.96))).toBeGreaterThan(0.85);
    expect(found.standardError! / ((to - from) / (2 * 1.96))).toBeLessThan(1.15);
  });

  it('keeps the rows of a patient together: more rows that say the same give no more certainty', () => {
    const once = values.slice(0, 100).map((value) => [value]);
    const thrice = once.map(([value = 0]) => [value, value, value]);
    const error = (units: readonly (readonly number[])[]): number =>
      bootstrap({ units, statistic: (some) => mean(some.flat()), random: uniform(8) })
        .standardError!;
    expect(error(thrice)).toBeCloseTo(error(once), 12);
  });

  it('says when there is nothing to say', () => {
    expect(bootstrap({ units: [], statistic: () => 1, random })).toEqual({
      ...{ estimate: null, ci95: null, standardError: null, used: 0 },
    });
    expect(bootstrap({ units: [1, 2], statistic: () => null, random }).ci95).toBeNull();
  });
});
