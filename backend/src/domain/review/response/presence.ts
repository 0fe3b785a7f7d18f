import { HOUR, type EpochMs } from '@endwatch/clinical';
import { departureOf } from '../follow-up.ts';
import type { ReviewStay } from '../review-stay.ts';
import type { SiteClock } from '../site-clock.ts';

/** Hours of the wall's clock in which a ward had a patient of the cohort. The ward is the patient's last: earlier ones are not kept. */
export function wardHours(
  stays: readonly ReviewStay[],
  now: EpochMs,
  clock: SiteClock,
): ReadonlyMap<string, ReadonlySet<number>> {
  const wards = new Map<string, Set<number>>();
  for (const stay of stays) {
    const ward = stay.ward ?? 'unassigned';
    const hours = wards.get(ward) ?? new Set<number>();
    wards.set(ward, hours);
    const until = Math.min(departureOf(stay), now);
    if (until <= stay.admittedAt) continue;
    const first = clock.hourOf(stay.admittedAt).index;
    const last = clock.hourOf(until - 1).index;
    for (let index = first; index <= last; index += 1) hours.add(index);
  }
  return wards;
}

/** Hour of the day and weekday (1 = Monday) of an hour of the wall. */
export function cellOf(index: number): { readonly hour: number; readonly weekday: number } {
  const day = Math.floor(index / 24);
  return { hour: index - 24 * day, weekday: ((day + 3) % 7) + 1 };
}

const SHIFT_HOURS = 8;
/** The early shift begins at six. */
const FIRST_SHIFT = 6;

/** One number for each shift: of 8 h, from 6, 14 and 22 o'clock on the wall. */
export function shiftOf(wallHour: number): number {
  return Math.floor((wallHour - FIRST_SHIFT) / SHIFT_HOURS);
}

export const WEEK_CELLS: readonly { readonly hour: number; readonly weekday: number }[] =
  Array.from({ length: 7 * 24 }, (_, i) => ({ weekday: Math.floor(i / 24) + 1, hour: i % 24 }));

export const TWO_HOURS: number = 2 * HOUR;
