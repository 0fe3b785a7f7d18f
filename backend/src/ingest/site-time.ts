import type { EpochMs } from '@endwatch/clinical';

const PATTERN =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;
/** What nearly every message carries, several times. */
const COMPLETE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;
const EARLIEST_YEAR = 1900;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Zones change their offset on quarter hours only, so one answer serves a quarter hour. */
const QUARTER = 15 * MINUTE;
const CACHED_QUARTERS = 20_000;

/** How much of a date a sender gave. */
export type TimePrecision = 'year' | 'month' | 'day' | 'time';

export interface SiteTimeResult {
  readonly at: EpochMs;
  readonly precision: TimePrecision;
}

/** Reads FHIR dates and times; what comes without offset is wall-clock time of the hospital. */
export class SiteTime {
  readonly timeZone: string;
  private readonly format: Intl.DateTimeFormat | null;
  private readonly offsets = new Map<number, number>();

  /** @throws RangeError when the IANA zone name is unknown. */
  constructor(timeZone: string) {
    this.timeZone = timeZone;
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    this.format = format.resolvedOptions().timeZone === 'UTC' ? null : format;
  }

  /** Null for anything that is not a FHIR date, dateTime or instant of 1900 or later. A date alone is its first moment at the site. */
  parse(text: unknown): SiteTimeResult | null {
    if (typeof text !== 'string') return null;
    if (COMPLETE.test(text)) {
      const at = completeInstant(text);
      return Number.isNaN(at) ? null : { at, precision: 'time' };
    }
    return this.parseAny(text);
  }

  private parseAny(text: string): SiteTimeResult | null {
    const match = PATTERN.exec(text);
    if (match === null) return null;
    const [, year, month, day, hour, minute, second, fraction, offset] = match;
    const milliseconds =
      midnight(Number(year), Number(month ?? 1), Number(day ?? 1)) +
      timeOfDay(Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)) +
      (fraction === undefined ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3)));
    if (Number.isNaN(milliseconds)) return null;
    if (offset !== undefined) {
      const minutes = offsetMinutes(offset);
      return minutes === null ? null : { at: milliseconds - minutes * MINUTE, precision: 'time' };
    }
    return { at: this.fromWallClock(milliseconds), precision: precisionOf(month, day, hour) };
  }

  /** Null where `parse` is. */
  instant(text: unknown): EpochMs | null {
    return this.parse(text)?.at ?? null;
  }

  /**
   * Wall-clock milliseconds → epoch. An hour that daylight saving repeats is taken as its first pass; one that it leaves out as if the clocks
   * had not yet moved (RFC 5545 and `Temporal` decide the same).
   */
  private fromWallClock(wall: number): EpochMs {
    if (this.format === null) return wall;
    const before = this.offsetAt(wall - DAY);
    const after = this.offsetAt(wall + DAY);
    if (before === after) return wall - before;
    const candidates = [wall - before, wall - after].filter(
      (at) => at + this.offsetAt(at) === wall,
    );
    return candidates.length === 0 ? wall - before : Math.min(...candidates);
  }

  /** Milliseconds east of UTC. */
  private offsetAt(at: EpochMs): number {
    const quarter = Math.floor(at / QUARTER);
    const cached = this.offsets.get(quarter);
    if (cached !== undefined) return cached;
    if (this.offsets.size >= CACHED_QUARTERS) this.offsets.clear();
    const offset = this.computeOffset(quarter * QUARTER);
    this.offsets.set(quarter, offset);
    return offset;
  }

  private computeOffset(at: EpochMs): number {
    const parts = new Map(
      this.format?.formatToParts(at).map((part) => [part.type, Number(part.value)]),
    );
    const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
    const local = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
    return local - at;
  }
}

/** Read without a list of matches. NaN for a day or a time of day that there is not. */
function completeInstant(text: string): EpochMs {
  return (
    midnight(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)) +
    timeOfDay(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)) +
    (text.length === 24 ? digits(text, 20, 23) : 0)
  );
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

/** NaN for a day that no calendar has, and before 1900. */
function midnight(year: number, month: number, day: number): EpochMs {
  if (year < EARLIEST_YEAR || month < 1 || month > 12 || day < 1) return NaN;
  if (day > 28 && day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return NaN;
  return Date.UTC(year, month - 1, day);
}

/** Milliseconds since midnight, NaN for what no clock shows. */
function timeOfDay(hour: number, minute: number, second: number): number {
  // 60 is a leap second
  if (hour > 23 || minute > 59 || second > 60) return NaN;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

function offsetMinutes(offset: string): number | null {
  if (offset === 'Z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(4, 6));
  if (hours > 14 || minutes > 59) return null;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function precisionOf(
  month: string | undefined,
  day: string | undefined,
  hour: string | undefined,
): TimePrecision {
  if (month === undefined) return 'year';
  if (day === undefined) return 'month';
  return hour === undefined ? 'day' : 'time';
}
