import { DAY, HOUR, type EpochMs } from '@endwatch/clinical';

/** `YYYY-MM-DD` and `HH:MM` on the wall of a time zone. */
export interface WallTime {
  readonly date: string;
  readonly time: string;
}

/**
 * The instant of a time on the wall. On the two days a year the clock changes: a time that does not exist is the one the wall shows instead (an
 * hour later), one that exists twice is the first. Throws RangeError for what is no date, time or zone.
 */
export function instantOf({ date, time }: WallTime, timeZone: string): EpochMs {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) throw new RangeError(`${date} ${time} is no date and time`);
  return instantOfWall(asUtc, timeZone);
}

/** The same of a wall given as if it were UTC, milliseconds: what `at + offsetAt(at)` turns back. */
export function instantOfWall(asUtc: number, timeZone: string): EpochMs {
  // The offset before and after any change that is near; the larger one gives the earlier instant.
  const offsets = [offsetAt(asUtc - DAY, timeZone), offsetAt(asUtc + DAY, timeZone)];
  const fitting = offsets
    .map((offset) => asUtc - offset)
    .filter((at) => at + offsetAt(at, timeZone) === asUtc);
  return fitting.length > 0 ? Math.min(...fitting) : asUtc - (offsets[0] ?? 0);
}

/** How far the wall is ahead of UTC, milliseconds. */
export function offsetAt(at: EpochMs, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(at);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
  );
  return wall - Math.floor(at / 1000) * 1000;
}

/** Making one takes longer than asking it; a process meets few zones. */
const CLOCKS = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = CLOCKS.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' },
  });
  if (CLOCKS.size > 200) CLOCKS.clear();
  CLOCKS.set(timeZone, made);
  return made;
}

export interface PlanQuestion {
  /** First day, `YYYY-MM-DD`. */
  readonly date: string;
  readonly days: number;
  /** When shifts begin on each day, on the wall, in order; each lasts until the next begins. */
  readonly starts: readonly string[];
  /** Who, in turn. */
  readonly people: readonly string[];
  readonly timeZone: string;
}

export interface PlannedShift {
  readonly username: string;
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** Shifts one after the other without a gap: the night of a clock change is an hour longer or shorter. */
export function planShifts({ date, days, starts, people, timeZone }: PlanQuestion): PlannedShift[] {
  const begins: EpochMs[] = [];
  const first = Date.parse(`${date}T12:00:00Z`);
  for (let day = 0; day <= days; day++) {
    const that = new Date(first + day * DAY).toISOString().slice(0, 10);
    for (const time of starts) begins.push(instantOf({ date: that, time }, timeZone));
  }
  const planned = begins.slice(0, days * starts.length);
  return planned.flatMap((from, n): PlannedShift[] => {
    const username = people[n % people.length];
    const to = begins[n + 1] ?? from + 24 * HOUR;
    return username === undefined ? [] : [{ username, from, to }];
  });
}
