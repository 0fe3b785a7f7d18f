import type { NihssItem, NihssItemScores } from './nihss-item.ts';
import { NIHSS_ITEMS, NIHSS_MOTOR_ITEMS, NIHSS_SCALE } from './nihss-item.ts';

/** Every one of these items has an entry, be it a number or UN. */
export function allCharted(items: NihssItemScores, names: readonly NihssItem[]): boolean {
  return names.every((name) => items[name] !== undefined);
}

/** Sum over the testable ones of `names`; null when none of them has a number. */
export function sumTestable(items: NihssItemScores, names: readonly NihssItem[]): number | null {
  let sum: number | null = null;
  for (const name of names) {
    const score = items[name];
    if (typeof score === 'number') sum = (sum ?? 0) + score;
  }
  return sum;
}

/** Sum of the testable items, 0–42; null when nothing testable was charted. */
export function nihssTotal(items: NihssItemScores): number | null {
  return sumTestable(items, NIHSS_ITEMS);
}

/** Motor subscore 5a+5b+6a+6b, 0–16, UN adding nothing; null unless all four were charted and at least one was testable. */
export function nihssMotor(items: NihssItemScores): number | null {
  return allCharted(items, NIHSS_MOTOR_ITEMS) ? sumTestable(items, NIHSS_MOTOR_ITEMS) : null;
}

export type TotalCheck = 'consistent' | 'mismatch' | 'not-checkable';

/**
 * Does a charted total agree with its items? With all 15 charted it must equal their sum; with fewer it must lie between their sum and
 * what the uncharted ones could add. `not-checkable` without a total or without items.
 */
export function checkTotal(items: NihssItemScores, charted: number | null): TotalCheck {
  const sum = nihssTotal(items);
  if (charted === null || sum === null) return 'not-checkable';
  let room = 0;
  for (const name of NIHSS_ITEMS) {
    if (items[name] === undefined) room += NIHSS_SCALE[name].maximum;
  }
  return charted >= sum && charted <= sum + room ? 'consistent' : 'mismatch';
}

export interface NihssScore {
  /** 0–42; null where it would have to be guessed (items missing and no total charted). */
  readonly total: number | null;
  /** 0–16; null where not all four limbs were charted. */
  readonly motor: number | null;
  /** True when items were charted and the total leaves some of the 15 out. */
  readonly partial: boolean;
}

/**
 * What an examination amounts to. The item sum holds where all 15 are charted or where the charted total contradicts the items; a charted
 * total holds where only some items (or none) came with it. Some items without a total make no total: an item not examined is not a 0.
 */
export function scoreNihss(items: NihssItemScores, charted: number | null): NihssScore {
  const motor = nihssMotor(items);
  const sum = nihssTotal(items);
  const untestable = NIHSS_ITEMS.some((name) => items[name] === 'UN');
  if (allCharted(items, NIHSS_ITEMS)) return { total: sum, motor, partial: untestable };
  if (checkTotal(items, charted) === 'mismatch') return { total: sum, motor, partial: true };
  return { total: charted, motor, partial: untestable || (charted === null && sum !== null) };
}
