import { at } from '../sequence.ts';
import { DEFAULT_HAZARD_EDGES } from './hazard-intervals.ts';

/** Risk at one moment, given no event so far. Null once the horizon has come or nobody can be without event. */
export interface ConditionalRisk {
  /** Probability of no event up to `t`; null past the last edge. */
  readonly survival: number | null;
  /** Within 24 h, or to the last edge where that is sooner. */
  readonly next24h: number | null;
  /** By 48 h; 0 once that hour has come. */
  readonly by48h: number | null;
  readonly by168h: number | null;
}

/** Probability of no event up to hour `t` (≤ last edge). Inside an interval the rate is constant, so log S is linear. */
export function survivalAt(
  hazards: ArrayLike<number>,
  t: number,
  edges: readonly number[] = DEFAULT_HAZARD_EDGES,
): number {
  let survival = 1;
  for (let j = 0; j < hazards.length; j += 1) {
    const from = at(edges, j);
    const to = at(edges, j + 1);
    if (t <= from) break;
    const stay = 1 - at(hazards, j);
    if (t < to) return survival * stay ** ((t - from) / (to - from));
    survival *= stay;
  }
  return survival;
}

/** Probability of an event by each right edge: 1 − Π(1 − h). */
export function cumulativeRisk(hazards: ArrayLike<number>): number[] {
  let survival = 1;
  return Array.from(hazards, (hazard) => {
    survival *= 1 - hazard;
    return 1 - survival;
  });
}

/**
 * What discrete hazards say at hour `t` since admission, given no event up to then.
 *
 * @param hazards probability of a first event in each interval, given none before it
 */
export function conditionalRisk(
  hazards: ArrayLike<number>,
  t: number,
  edges: readonly number[] = DEFAULT_HAZARD_EDGES,
): ConditionalRisk {
  const horizon = at(edges, edges.length - 1);
  if (t > horizon) return { survival: null, next24h: null, by48h: null, by168h: null };
  const survival = survivalAt(hazards, t, edges);
  if (t === horizon || survival === 0)
    return { survival, next24h: null, by48h: null, by168h: null };
  const by = (hour: number): number =>
    t >= hour ? 0 : 1 - survivalAt(hazards, hour, edges) / survival;
  return {
    survival,
    next24h: by(Math.min(t + 24, horizon)),
    by48h: by(Math.min(48, horizon)),
    by168h: by(horizon),
  };
}
