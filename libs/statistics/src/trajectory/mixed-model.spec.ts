import { fitMixedModel } from './mixed-model.ts';

describe('the mixed model', () => {
  it('gives the same fit, to the last bit, whatever the order of the patients', () => {
    const days = [0, 1, 2, 3, 7, 14];
    const patients = Array.from({ length: 30 }, (_, n) => ({
      high: n % 3 === 0 ? 1 : 0,
      nihss: days.map((day) =>
        (n + day) % 5 === 4 ? null : 6 + (n % 7) - day / (3 + (n % 4)) + Math.sin(n * day),
      ),
    }));
    const fitted = (some: typeof patients): unknown =>
      fitMixedModel(
        {
          days,
          highRisk: some.map(({ high }) => high),
          nihss: some.map(({ nihss }) => nihss),
        },
        { randomSlope: true },
      );
    const shuffled = patients.toSorted(
      (a, b) => Math.sin(a.nihss[0] ?? 1) - Math.sin(b.nihss[0] ?? 2),
    );
    expect(fitted(shuffled)).toEqual(fitted(patients));
    expect(fitted(patients.toReversed())).toEqual(fitted(patients));
  });
});
