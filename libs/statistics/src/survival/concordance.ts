import { assertAligned, at } from '../sequence.ts';
import { censoringWeight, type Weighting } from './censoring.ts';
import { denseRanks, RankCounter } from './rank-counter.ts';
import { groupsInOrder, type SurvivalColumns } from './risk-table.ts';

/** `c` is null without a comparable pair. */
export interface Concordance {
  readonly c: number | null;
  readonly concordant: number;
  readonly discordant: number;
  readonly tiedMarker: number;
}

interface Pairs {
  readonly concordant: number;
  readonly discordant: number;
  readonly tiedMarker: number;
  readonly weighted: number;
  readonly weight: number;
}

/**
 * Of every subject with the event against everybody with a later time, or the same time and censored; two events at one time are not
 * comparable. From the last time back, so that whoever is comparable is counted already.
 */
function countPairs({ time, event, marker }: Marked, weightOf: (time: number) => number): Pairs {
  assertAligned(time, event);
  assertAligned(time, marker);
  const { ranks, distinct } = denseRanks(marker);
  const later = new RankCounter(distinct);
  const pairs = { concordant: 0, discordant: 0, tiedMarker: 0, weighted: 0, weight: 0 };
  for (const members of groupsInOrder(time).reverse()) {
    const died = members.filter((i) => at(event, i) === 1);
    for (const i of members) if (at(event, i) !== 1) later.add(at(ranks, i));
    for (const i of died) {
      const { below, same, above } = later.count(at(ranks, i));
      const weight = weightOf(at(time, i));
      pairs.concordant += below;
      pairs.tiedMarker += same;
      pairs.discordant += above;
      pairs.weighted += weight * (below + same / 2);
      pairs.weight += weight * (below + same + above);
    }
    for (const i of died) later.add(at(ranks, i));
  }
  return pairs;
}

export interface Marked extends SurvivalColumns {
  /** Higher should mean an earlier event; equal within 1e-8 counts one half. */
  readonly marker: readonly number[];
}

/** Harrell's C (Harrell 1996). O(n log n). */
export function harrellConcordance(columns: Marked): Concordance {
  const { concordant, discordant, tiedMarker } = countPairs(columns, () => 1);
  const pairs = concordant + discordant + tiedMarker;
  return {
    c: pairs === 0 ? null : (concordant + tiedMarker / 2) / pairs,
    ...{ concordant, discordant, tiedMarker },
  };
}

/** Uno's C (Uno 2011): each pair weighted by 1/G(time)², events before `tau` only. Null without a comparable pair. */
export function unoConcordance(
  columns: Marked,
  tau: number,
  weighting: Weighting = {},
): number | null {
  const g = censoringWeight(columns, weighting);
  const { weighted, weight } = countPairs(columns, (time) =>
    time < tau ? 1 / g.at(time) ** 2 : 0,
  );
  return weight === 0 ? null : weighted / weight;
}
