import type { ShapleyValues } from './shapley.ts';

/** A coalition that players join one after the other. */
export interface GrowingCoalition {
  /** Nobody in it any more; its value. */
  readonly leave: () => number;
  /** The value once this player is in it too. */
  readonly join: (player: number) => number;
}

export interface SampledShapley extends ShapleyValues {
  /** Of each value, by the spread over pairs of orders. */
  readonly standardErrors: readonly number[];
}

/**
 * Shapley values as the mean contribution over random orders of joining, each order taken forwards and backwards (Mitchell 2022), which leaves
 * less to chance. They sum to `prediction − baseValue` whatever the number of orders; the same question always gives the same answer.
 *
 * @param pairs of orders, 2 or more
 */
export function sampledShapley(
  players: number,
  coalition: GrowingCoalition,
  pairs: number,
): SampledShapley {
  const sums = new Float64Array(players);
  const squares = new Float64Array(players);
  const order = Int32Array.from({ length: players }, (_, i) => i);
  const random = sequence(players);
  const baseValue = coalition.leave();
  let prediction = baseValue;
  for (let pair = 0; pair < pairs; pair += 1) {
    shuffle(order, random);
    const gains = new Float64Array(players);
    for (const way of [order, Int32Array.from(order).reverse()]) {
      let before = coalition.leave();
      for (const player of way) {
        const after = coalition.join(player);
        gains[player] = (gains[player] ?? 0) + (after - before) / 2;
        before = after;
      }
      prediction = before;
    }
    gains.forEach((gain, i) => {
      sums[i] = (sums[i] ?? 0) + gain;
      squares[i] = (squares[i] ?? 0) + gain * gain;
    });
  }
  const values = Array.from(sums, (sum) => sum / pairs);
  const standardErrors = values.map((value, i) => {
    const variance = Math.max(0, (squares[i] ?? 0) / pairs - value * value);
    return Math.sqrt(variance / (pairs - 1));
  });
  return { baseValue, prediction, values, standardErrors };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
}

/** Numbers in [0, 1), the same for the same seed (Marsaglia's xorshift of 32 bits). */
function sequence(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
