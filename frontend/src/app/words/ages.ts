import { DAY, type EpochMs, HOUR, MINUTE } from '@endwatch/clinical';
import { NBSP } from './figures.ts';
import { SHORT_DATE } from './locale.ts';
import { siteFormat } from './site-time.ts';

/** Time gone by in the largest whole unit: "<1 min", "4 min", "6 h", "2 d". What lies ahead counts as now. */
export function age(from: EpochMs, now: EpochMs): string {
  const passed = Math.max(0, now - from);
  if (passed < MINUTE) return `<1${NBSP}min`;
  if (passed < HOUR) return `${String(Math.floor(passed / MINUTE))}${NBSP}min`;
  if (passed < DAY) return `${String(Math.floor(passed / HOUR))}${NBSP}h`;
  return `${String(Math.floor(passed / DAY))}${NBSP}d`;
}

/** A length of time, seconds while it is short: "40 s", "12 min", "3 h". */
export function span(seconds: number): string {
  return seconds < 60 ? `${String(Math.round(seconds))}${NBSP}s` : age(0, seconds * 1_000);
}

/** `age` of a time as it crosses the wire; "–" where there is none. */
export function ageOf(at: string | null, now: EpochMs): string {
  return at === null ? '–' : age(Date.parse(at), now);
}

/** Relative under 24 h ("3 h ago"), then the date. */
export function when(at: string, now: EpochMs): string {
  const time = Date.parse(at);
  if (now - time < DAY && time <= now) return $localize`:@@words.ago:${age(time, now)}:age: ago`;
  return dateAndTime(time);
}

/** "14:20", by the site's clock. */
export const clockTime: (time: EpochMs) => string = siteFormat({
  hour: '2-digit',
  minute: '2-digit',
});

/** "9 Nov", "09.11.". */
export const day: (time: EpochMs) => string = siteFormat(SHORT_DATE);

/** "Mon, 9 Nov 2026", "Mo., 9. Nov. 2026". */
export const dayInFull: (time: EpochMs) => string = siteFormat({
  ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
});

/** "9 Nov 2026, 14:20", for what leaves the screen. */
export const fullMoment: (time: EpochMs) => string = siteFormat({
  dateStyle: 'medium',
  timeStyle: 'short',
});

/** "9 Nov 14:20", "09.11. 14:20". */
export function dateAndTime(time: EpochMs): string {
  return `${day(time)} ${clockTime(time)}`;
}

/** "14:20" within the last 24 h, else "9 Nov 14:20". */
export function shortMoment(time: EpochMs, now: EpochMs): string {
  return Math.abs(now - time) < DAY ? clockTime(time) : dateAndTime(time);
}

/** Day of the stay, the day of admission being day 1 (24-hour days, as examination intervals count them). */
export function dayOfStay(admittedAt: string, now: EpochMs): number {
  return Math.max(1, Math.floor((now - Date.parse(admittedAt)) / DAY) + 1);
}
