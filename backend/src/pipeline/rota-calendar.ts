import type { EpochMs } from '@endwatch/clinical';
import type { CalendarEntry, Refusal } from '../domain/on-call/import-rota.ts';
import type { Shift } from '../domain/on-call/rota.ts';

/** A shift as a calendar is to show it. */
export interface NamedShift {
  readonly shift: Shift;
  /** Of who is on duty. */
  readonly name: string;
  /** Null = every ward. */
  readonly wardName: string | null;
}

export interface CalendarQuestion {
  /** Of the site: for times that name none. */
  readonly timeZone: string;
  readonly now: EpochMs;
}

/** What a calendar file says, recurring events as the single ones they stand for. */
export type CalendarContents =
  | {
      readonly ok: true;
      readonly entries: readonly CalendarEntry[];
      readonly refused: readonly Refusal[];
    }
  | { readonly ok: false; readonly problem: string };

/** The rota as calendars have it: iCalendar, RFC 5545. */
export abstract class RotaCalendar {
  /** One event a shift; times in UTC, so that no clock change can be misread. */
  abstract write(shifts: readonly NamedShift[], question: CalendarQuestion): Promise<string>;
  /** Never rejects for what is in the text. */
  abstract read(text: string, question: CalendarQuestion): Promise<CalendarContents>;
}
