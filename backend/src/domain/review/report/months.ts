import type { EpochMs } from '@endwatch/clinical';
import { instantOf } from '../../on-call/plan-shifts.ts';

/** Of a month of the site's calendar (`2026-03`): its first moment, and that of the next one. */
export function monthSpan(
  month: string,
  timeZone: string,
): { readonly from: EpochMs; readonly to: EpochMs } {
  const begin = (of: string): EpochMs => instantOf({ date: `${of}-01`, time: '00:00' }, timeZone);
  return { from: begin(month), to: begin(monthAfter(month, 1)) };
}

/** So many months later; before, where `months` is negative. */
export function monthAfter(month: string, months: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}

/** The last `most` months that are over in `running`, oldest first, none before `first`. */
export function monthsOver(running: string, first: string, most: number): readonly string[] {
  const all = Array.from({ length: most }, (_, n) => monthAfter(running, n - most));
  return all.filter((month) => month >= first);
}
