import { DAY, HOUR, type EpochMs } from '@endwatch/clinical';
import { instantOf, offsetAt } from '../on-call/plan-shifts.ts';
import type { AlertState } from './alert.ts';

/** `HH:MM` on the wall of the site. */
export type WallClock = string;

/** Hours of a ward, as data. */
export interface WardHours {
  /** When phones are not rung for what can wait; over midnight where it ends before it begins. Null = they always are. */
  readonly quietHours: { readonly from: WallClock; readonly to: WallClock } | null;
  /** When what somebody has taken and left open is handed to who comes. */
  readonly shiftEnds: readonly WallClock[];
}

/** Until an administrator sets some. */
export const NO_HOURS: WardHours = { quietHours: null, shiftEnds: [] };

export interface QuietQuestion {
  readonly escalation: WardHours;
  readonly timeZone: string;
  readonly at: EpochMs;
}

export interface Quiet {
  /** When phones are rung again. */
  readonly until: EpochMs;
  /** The same on the wall. */
  readonly words: WallClock;
}

/** No rule of ours keeps anybody from a message for longer than this. */
const LONGEST_QUIET = 25 * HOUR;

/**
 * Until when phones are not rung for an alert; null = they are. Never for what is of high priority, nor for an END, confirmed or to be confirmed;
 * what is technical is not kept back either. The board shows everything at once.
 */
export function quietUntil(
  { kind, priority }: Pick<AlertState, 'kind' | 'priority'>,
  { escalation, timeZone, at }: QuietQuestion,
): Quiet | null {
  const { quietHours } = escalation;
  if (quietHours === null || kind === 'end-confirmed') return null;
  if (priority !== 'medium' && priority !== 'low') return null;
  const { from, to } = quietHours;
  if (from === to) return null;
  const overnight = to < from ? 1 : 0;
  for (const day of [-1, 0]) {
    const begin = onDay(at, day, { time: from, timeZone });
    const until = onDay(at, day + overnight, { time: to, timeZone });
    if (begin <= at && at < until && until - at < LONGEST_QUIET) return { until, words: to };
  }
  return null;
}

/** The first end of a shift after a moment; null where there are none. */
export function shiftEndAfter(
  at: EpochMs,
  { ends, timeZone }: { readonly ends: readonly WallClock[]; readonly timeZone: string },
): EpochMs | null {
  const all = ends.flatMap((time) => [0, 1, 2].map((day) => onDay(at, day, { time, timeZone })));
  const after = all.filter((end) => end > at);
  return after.length === 0 ? null : Math.min(...after);
}

/** A time on the wall, so many days after the one that the wall shows at a moment. */
function onDay(
  at: EpochMs,
  days: number,
  { time, timeZone }: { readonly time: WallClock; readonly timeZone: string },
): EpochMs {
  const wall = at + offsetAt(at, timeZone);
  const date = new Date(Math.floor(wall / DAY) * DAY + days * DAY).toISOString().slice(0, 10);
  return instantOf({ date, time }, timeZone);
}
