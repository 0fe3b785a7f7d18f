import { exactShapley } from './shapley.ts';

describe('exact Shapley values', () => {
  it('share a glove game as published: the single right glove gets two thirds', () => {
    // Players 0 and 1 hold left gloves, 2 a right one; a pair is worth 1.
    const { values } = exactShapley(3, ([a, b, right]) => (right && (a || b) ? 1 : 0));
    expect(values.map((value) => value.toFixed(6))).toEqual(['0.166667', '0.166667', '0.666667']);
  });

  it('give an additive game back and add up', () => {
    const worth = [3, -1, 0.5, 0];
    const game = (present: readonly boolean[]): number =>
      present.reduce((total, is, i) => total + (is ? (worth[i] ?? 0) : 0), 10);
    const { values, baseValue, prediction } = exactShapley(4, game);
    values.forEach((value, i) => {
      expect(value).toBeCloseTo(worth[i] ?? NaN, 12);
    });
    expect(values.reduce((a, b) => a + b, 0)).toBeCloseTo(prediction - baseValue, 12);
  });

  it('refuse more players than can be summed', () => {
    expect(() => exactShapley(21, () => 0)).toThrow('21 players');
  });
});
