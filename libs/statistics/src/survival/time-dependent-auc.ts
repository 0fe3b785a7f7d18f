import { at } from '../sequence.ts';
import { censoringWeight, type Weighting } from './censoring.ts';
import type { Marked } from './concordance.ts';
import { kaplanMeier, kaplanMeierAt } from './kaplan-meier.ts';
import { denseRanks, RankCounter } from './rank-counter.ts';

export interface AucOverTime {
  /** Null where there is no case or no control. */
  readonly auc: readonly (number | null)[];
  /** Weighted by the fall of the Kaplan-Meier curve between the times; null where one of them is unknown. */
  readonly meanAuc: number | null;
}

/**
 * Cumulative/dynamic AUC at each of `times` (Uno 2007; Hung & Chiang 2010): cases have the event by then and weigh 1/G(time), controls are
 * still without it and weigh 1. O(n log n) for each time.
 */
export function timeDependentAuc(
  columns: Marked,
  times: readonly number[],
  weighting: Weighting = {},
): AucOverTime {
  const g = censoringWeight(columns, weighting);
  const ranked = denseRanks(columns.marker);
  const auc = times.map((t) => aucAt(columns, { t, ranked, weightOf: g.at }));
  return { auc, meanAuc: meanOf(columns, times, auc) };
}

interface Horizon {
  readonly t: number;
  readonly ranked: ReturnType<typeof denseRanks>;
  readonly weightOf: (time: number) => number;
}

function aucAt({ time, event }: Marked, { t, ranked, weightOf }: Horizon): number | null {
  const controls = new RankCounter(ranked.distinct);
  let free = 0;
  time.forEach((own, i) => {
    if (own <= t) return;
    free += 1;
    controls.add(at(ranked.ranks, i));
  });
  let won = 0;
  let weight = 0;
  time.forEach((own, i) => {
    if (own > t || at(event, i) !== 1) return;
    const { below, same } = controls.count(at(ranked.ranks, i));
    const own_ = 1 / weightOf(own);
    won += own_ * (below + same / 2);
    weight += own_;
  });
  return weight === 0 || free === 0 ? null : won / (weight * free);
}

/** Subjects with a horizon and a censoring of their own, as those seen from one landmark. */
export interface MarkedStratum extends Marked {
  readonly until: number;
}

/** The same of several strata together: whatever they come from, a case is set against every control. Both weigh 1/G of their own stratum. */
export function pooledTimeDependentAuc(strata: readonly MarkedStratum[]): number | null {
  const { ranks, distinct } = denseRanks(strata.flatMap(({ marker }) => marker));
  const rows = strata.flatMap(({ time, event, marker, until }) => {
    const g = censoringWeight({ time, event }, {});
    return marker.map((_, i) => {
      const own = at(time, i);
      const isCase = own <= until && at(event, i) === 1;
      return { isCase, isControl: own > until, weight: 1 / g.at(Math.min(own, until)) };
    });
  });
  const controls = new RankCounter(distinct);
  let [free, won, weight] = [0, 0, 0];
  for (const [i, row] of rows.entries()) {
    if (!row.isControl) continue;
    controls.add(at(ranks, i), row.weight);
    free += row.weight;
  }
  for (const [i, row] of rows.entries()) {
    if (!row.isCase) continue;
    const { below, same } = controls.count(at(ranks, i));
    won += row.weight * (below + same / 2);
    weight += row.weight;
  }
  return weight === 0 || free === 0 ? null : won / (weight * free);
}

function meanOf(
  columns: Marked,
  times: readonly number[],
  auc: readonly (number | null)[],
): number | null {
  const curve = kaplanMeier(columns);
  let before = 1;
  let total = 0;
  for (const [i, t] of times.entries()) {
    const { survival } = kaplanMeierAt(curve, t);
    const value = at(auc, i);
    if (survival === null || value === null) return null;
    total += value * (before - survival);
    before = survival;
  }
  return before === 1 ? null : total / (1 - before);
}
