import { integratedGradients } from './integrated-gradients.ts';

const at = (point: Float64Array, i: number): number => point[i] ?? NaN;

describe('integrated gradients', () => {
  it('of x²y from the origin: two thirds to x, one third to y', () => {
    const f = {
      valueAt: (p: Float64Array) => at(p, 0) ** 2 * at(p, 1),
      gradientAt: (p: Float64Array) => Float64Array.of(2 * at(p, 0) * at(p, 1), at(p, 0) ** 2),
    };
    const path = { from: new Float64Array(2), to: Float64Array.of(3, 2) };
    const { attributions, completenessGap } = integratedGradients(f, path);
    expect([...attributions].map((value) => value.toFixed(9))).toEqual([
      '12.000000000',
      '6.000000000',
    ]);
    expect(completenessGap).toBeLessThan(1e-9);
  });

  it('go finer where the function has a kink, and say what gap is left', () => {
    const kink = 0.37;
    const f = {
      valueAt: (p: Float64Array) => Math.max(0, at(p, 0) - kink),
      gradientAt: (p: Float64Array) => Float64Array.of(at(p, 0) > kink ? 1 : 0),
    };
    const path = { from: new Float64Array(1), to: Float64Array.of(1) };
    const { attributions, completenessGap } = integratedGradients(f, path);
    expect(attributions[0]).toBeCloseTo(1 - kink, 3);
    expect(completenessGap).toBe(Math.abs(at(attributions, 0) - (1 - kink)));
  });
});
