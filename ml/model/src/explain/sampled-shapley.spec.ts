import { sampledShapley, type GrowingCoalition } from './sampled-shapley.ts';
import { exactShapley } from './shapley.ts';

function growing(
  players: number,
  valueOf: (present: readonly boolean[]) => number,
): GrowingCoalition {
  let present = new Array<boolean>(players).fill(false);
  return {
    leave: () => valueOf((present = new Array<boolean>(players).fill(false))),
    join: (player) => valueOf((present = present.with(player, true))),
  };
}

/** Nobody's contribution is the same in every order. */
const tangled = (present: readonly boolean[]): number =>
  Math.tanh(present.reduce((sum, is, i) => sum + (is ? Math.sin(i + 1) : 0), 0.2)) +
  (present[0] && present[3] ? 0.5 : 0);

describe('sampled Shapley values', () => {
  it('come near the exact ones, as near as they say, and sum to what is explained', () => {
    const exact = exactShapley(8, tangled);
    const sampled = sampledShapley(8, growing(8, tangled), 400);

    sampled.values.forEach((value, i) => {
      const error = sampled.standardErrors[i] ?? 0;
      expect(error).toBeLessThan(0.01);
      expect(Math.abs(value - (exact.values[i] ?? NaN))).toBeLessThan(4 * error + 1e-12);
    });
    const total = sampled.values.reduce((a, b) => a + b, 0);
    expect(total).toBeCloseTo(exact.prediction - exact.baseValue, 10);
    expect(sampled.baseValue).toBe(exact.baseValue);
  });

  it('are exact in one pair of orders where inputs only add up', () => {
    const additive = (present: readonly boolean[]): number =>
      present.reduce((sum, is, i) => sum + (is ? i - 1.5 : 0), 3);
    const { values, standardErrors } = sampledShapley(4, growing(4, additive), 2);
    expect(values).toEqual([-1.5, -0.5, 0.5, 1.5]);
    expect(standardErrors).toEqual([0, 0, 0, 0]);
  });

  it('are the same whenever they are asked for', () => {
    const ask = () => sampledShapley(8, growing(8, tangled), 20);
    expect(ask()).toEqual(ask());
  });
});
