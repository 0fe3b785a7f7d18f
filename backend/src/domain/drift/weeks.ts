import { DAY, type EpochMs } from '@endwatch/clinical';

export const WEEK: number = 7 * DAY;
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);

/** Monday, midnight UTC, of the week that `at` lies in. */
export function weekOf(at: EpochMs): EpochMs {
  return MONDAY + Math.floor((at - MONDAY) / WEEK) * WEEK;
}

/** Mondays of the last `count` whole weeks before `now`, the newest first. */
export function weeksBefore(now: EpochMs, count: number): readonly EpochMs[] {
  const current = weekOf(now);
  return Array.from({ length: count }, (_, n) => current - (n + 1) * WEEK);
}
