import type { NihssItem, NihssItemScores } from './nihss-item.ts';
import { NIHSS_ITEMS, NIHSS_MOTOR_ITEMS } from './nihss-item.ts';
import { allCharted } from './nihss-total.ts';

/** The parts of an examination that a comparison needs. */
export interface ComparableNihss {
  readonly items: NihssItemScores;
  readonly total: number | null;
  /** The total leaves some of the 15 items out. */
  readonly partial: boolean;
}

/** A rise is positive. */
export interface ScoreChange {
  readonly points: number;
  /** Counted over fewer items than at least one of the two examinations holds, or than the scale has. */
  readonly partial: boolean;
}

export interface NihssChange {
  /** Null when the two have nothing in common. */
  readonly total: ScoreChange | null;
  /** Null unless all four limbs were charted both times and one of them was testable both times. */
  readonly motor: ScoreChange | null;
}

/**
 * Change between two examinations, counted over items testable at both. An item untestable at both (an amputated leg) takes nothing away:
 * the same items are compared. Where either has no complete items, charted totals are compared; where there is none, the items they share.
 */
export function nihssChange(reference: ComparableNihss, later: ComparableNihss): NihssChange {
  return { total: totalChange(reference, later), motor: motorChange(reference, later) };
}

function totalChange(reference: ComparableNihss, later: ComparableNihss): ScoreChange | null {
  const shared = overShared(reference.items, later.items, NIHSS_ITEMS);
  const bothComplete =
    allCharted(reference.items, NIHSS_ITEMS) && allCharted(later.items, NIHSS_ITEMS);
  if (bothComplete) return shared;
  if (reference.total !== null && later.total !== null) {
    return {
      points: later.total - reference.total,
      partial: reference.partial || later.partial,
    };
  }
  return shared && { ...shared, partial: true };
}

function motorChange(reference: ComparableNihss, later: ComparableNihss): ScoreChange | null {
  if (!allCharted(reference.items, NIHSS_MOTOR_ITEMS)) return null;
  if (!allCharted(later.items, NIHSS_MOTOR_ITEMS)) return null;
  return overShared(reference.items, later.items, NIHSS_MOTOR_ITEMS);
}

function overShared(
  reference: NihssItemScores,
  later: NihssItemScores,
  names: readonly NihssItem[],
): ScoreChange | null {
  let points = 0;
  let shared = 0;
  let partial = false;
  for (const name of names) {
    const before = reference[name];
    const after = later[name];
    if (typeof before === 'number' && typeof after === 'number') {
      points += after - before;
      shared += 1;
    } else if (typeof before === 'number' || typeof after === 'number') {
      partial = true;
    }
  }
  return shared === 0 ? null : { points, partial };
}
