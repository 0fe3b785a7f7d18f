/** Coalitions double with every player: more than this is not for exact sums. */
const MOST_PLAYERS = 20;

export interface ShapleyValues {
  /** Value of the empty coalition. */
  readonly baseValue: number;
  /** Value of everybody. */
  readonly prediction: number;
  /** One for each player; they sum to `prediction − baseValue`. */
  readonly values: readonly number[];
}

/**
 * Exact Shapley values (Shapley 1953): each player's mean contribution over all orders of joining. A player may stand for several inputs.
 *
 * @param valueOf of a coalition, given as whether each player is in it
 * @throws RangeError for more players than can be summed exactly
 */
export function exactShapley(
  players: number,
  valueOf: (present: readonly boolean[]) => number,
): ShapleyValues {
  if (players > MOST_PLAYERS) {
    throw new RangeError(`${String(players)} players are more than ${String(MOST_PLAYERS)}`);
  }
  const coalitions = 2 ** players;
  const worth = Float64Array.from({ length: coalitions }, (_, mask) =>
    valueOf(Array.from({ length: players }, (__, i) => (mask & (1 << i)) !== 0)),
  );
  const shares = orderShares(players);
  const values = new Array<number>(players).fill(0);
  for (let mask = 0; mask < coalitions; mask += 1) {
    const share = shares[bits(mask)] ?? 0;
    for (let i = 0; i < players; i += 1) {
      if ((mask & (1 << i)) !== 0) continue;
      const gain = (worth[mask | (1 << i)] ?? 0) - (worth[mask] ?? 0);
      values[i] = (values[i] ?? 0) + share * gain;
    }
  }
  return { baseValue: worth[0] ?? 0, prediction: worth[coalitions - 1] ?? 0, values };
}

/** Share of all orders in which just one given set of `size` comes before a player: size! (n − size − 1)! / n!. */
function orderShares(players: number): number[] {
  const shares = [1 / players];
  for (let size = 1; size < players; size += 1) {
    shares.push(((shares[size - 1] ?? 0) * size) / (players - size));
  }
  return shares;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
