import { DAY, type EpochMs } from '@endwatch/clinical';
import type ical from 'node-ical';
import type { EventInstance, VEvent } from 'node-ical';
import { PLANNED_AHEAD, type CalendarEntry, type Refusal } from '../domain/on-call/import-rota.ts';
import { instantOfWall, offsetAt } from '../domain/on-call/plan-shifts.ts';
import type { CalendarContents, CalendarQuestion } from '../pipeline/rota-calendar.ts';
import { partsOf, propertiesOf, type RawComponent } from './calendar-lines.ts';
import { problemOf } from './check-event.ts';
import { detailsOf, LINE, textOf } from './event-details.ts';

type Ical = typeof ical;

/** A year and a half of three duties in three shifts. */
const MOST_EVENTS = 5_000;
const MOST_SERIES = 200;
const LONGEST_SHIFT = 31 * DAY;
/** Events after which others get a turn. */
const BREATHE = 50;

interface Reading extends CalendarQuestion {
  readonly library: Ical;
  readonly zones: readonly RawComponent[];
}

/** Events that share a UID: one, or a series with its exceptions. */
interface Group {
  readonly uid: string;
  readonly events: readonly RawComponent[];
}

/** What a calendar file says: each event apart, so that one that is broken costs no other. */
export async function readCalendar(
  text: string,
  question: CalendarQuestion,
): Promise<CalendarContents> {
  const parts = partsOf(text);
  if (parts === null) {
    return { ok: false, problem: 'This is no calendar: it does not begin with BEGIN:VCALENDAR.' };
  }
  if (parts.events.length > MOST_EVENTS) {
    return { ok: false, problem: `More than ${MOST_EVENTS} events: import them in parts.` };
  }
  const { default: library } = await import('node-ical');
  const reading: Reading = { ...question, library, zones: parts.zones };
  const refused: Refusal[] = [];
  const entries: CalendarEntry[] = [];
  let series = 0;
  for (const [n, group] of groupsOf(parts.events, reading, refused).entries()) {
    const isOfSeries = group.events.some(isSeries);
    if (isOfSeries || n % BREATHE === BREATHE - 1) await new Promise(setImmediate);
    if (isOfSeries && (series += 1) > MOST_SERIES) {
      refused.push(...group.events.map((event) => refusal(event, 'there are too many series')));
    } else readGroup(group, reading, { entries, refused });
    if (entries.length > MOST_EVENTS) {
      return { ok: false, problem: `More than ${MOST_EVENTS} shifts: import them in parts.` };
    }
  }
  return { ok: true, entries, refused };
}

function groupsOf(
  events: readonly RawComponent[],
  { now }: Reading,
  refused: Refusal[],
): readonly Group[] {
  const groups = new Map<string, RawComponent[]>();
  const seen = new Set<string>();
  const year = new Date(now).getUTCFullYear();
  for (const event of events) {
    const properties = propertiesOf(event);
    const problem = event.isClosed ? problemOf(properties, year) : 'it is not complete';
    const value = (name: string): string =>
      properties.find((property) => property.name === name)?.value ?? '';
    const uid = value('UID');
    const key = `${uid}\n${value('RECURRENCE-ID')}`;
    if (problem !== null) refused.push(refusal(event, problem));
    else if (seen.has(key)) refused.push(refusal(event, 'its UID was there before'));
    else groups.set(uid, [...(groups.get(uid) ?? []), event]);
    seen.add(key);
  }
  return [...groups].map(([uid, own]) => ({ uid, events: own }));
}

function readGroup(
  group: Group,
  reading: Reading,
  found: { readonly entries: CalendarEntry[]; readonly refused: Refusal[] },
): void {
  const { events } = group;
  const [first] = events;
  if (first === undefined) return;
  const isSingle = !events.some(isSeries);
  // Without its series an exception is an event of its own.
  const parts = isSingle ? events.map((event) => [event]) : [events];
  for (const part of parts) {
    const [head = first] = part;
    try {
      const entries = entriesOf({ uid: group.uid, events: part }, reading);
      const isLong = ({ from, to }: CalendarEntry): boolean => to - from > LONGEST_SHIFT;
      found.entries.push(...entries.filter((entry) => !isLong(entry)));
      found.refused.push(...entries.filter(isLong).map(tooLong));
    } catch (error) {
      found.refused.push(refusal(head, sentence(error)));
    }
  }
}

function entriesOf({ uid, events }: Group, reading: Reading): CalendarEntry[] {
  const { library, now, timeZone, zones } = reading;
  const ofSeries = events.toSorted((a, b) => Number(isSeries(b)) - Number(isSeries(a)));
  const lines = [
    'BEGIN:VCALENDAR',
    ...zones.flatMap((zone) => zone.lines),
    ...ofSeries.flatMap((event) => prepared(event, timeZone)),
    'END:VCALENDAR',
  ];
  const event = Object.values(library.sync.parseICS(lines.join('\r\n'))).find(
    (each): each is VEvent => each?.type === 'VEVENT',
  );
  if (!event) throw new UnreadEvent('it cannot be read');
  assertZones(event);
  if (event.rrule === undefined) {
    const of = event.recurrenceid;
    const own = of === undefined ? uid : `${uid}/${iso(firstOf(of))}`;
    const { start, end = start } = event;
    const from = firstOf(start);
    const to = 'duration' in event ? from + end.getTime() - start.getTime() : firstOf(end);
    return [{ ...detailsOf(event), uid: own, from, to }];
  }
  const range = { from: new Date(now), to: new Date(now + PLANNED_AHEAD), expandOngoing: true };
  return library.expandRecurringEvent(event, range).map((instance) => {
    const from = firstOf(instance.start);
    const planned = instance.isOverride ? instance.event.recurrenceid : undefined;
    const own = `${uid}/${iso(planned === undefined ? from : firstOf(planned))}`;
    return { ...detailsOf(instance.event, event), uid: own, from, to: endOf(instance, event) };
  });
}

/**
 * A series that ends by the clock on the wall does so on the night of a clock change, too, as all other shifts here do. (By the letter of RFC 5545
 * it would last as long as its first one, and leave the ward for an hour with nobody or with two.)
 */
function endOf(instance: EventInstance, series: VEvent): EpochMs {
  const source = instance.isOverride ? instance.event : series;
  const { start, end } = source;
  const zone = start.tz;
  if (end === undefined || zone === undefined || 'duration' in source) {
    return firstOf(instance.end);
  }
  const wall = (at: Date): number => at.getTime() + offsetAt(at.getTime(), zone);
  return instantOfWall(wall(instance.start) + wall(end) - wall(start), zone);
}

/** Where the wall shows a time twice, the first is meant (RFC 5545, 3.3.5). */
function firstOf(date: Date & { tz?: string }): EpochMs {
  const at = date.getTime();
  if (Number.isNaN(at)) throw new UnreadEvent('its time cannot be read');
  if (date.tz === undefined || /^(Etc\/)?UTC$/.test(date.tz)) return at;
  return instantOfWall(at + offsetAt(at, date.tz), date.tz);
}

/** A time without a zone is one on the wall of the site; the line is kept to tell of. */
function prepared(event: RawComponent, timeZone: string): string[] {
  const lines = event.lines.map((line) => {
    const [, name = '', parameters = '', value = ''] = FLOATING.exec(line) ?? [];
    const hasZone = /;TZID=/i.test(parameters) || /;VALUE=DATE(;|$)/i.test(parameters);
    return name === '' || hasZone ? line : `${name}${parameters};TZID=${timeZone}:${value}`;
  });
  return [...lines.slice(0, 1), `${LINE}:${event.line}`, ...lines.slice(1)];
}

const FLOATING =
  /^(DTSTART|DTEND|EXDATE|RECURRENCE-ID)((?:;[^:"]*)?):(\d{8}T\d{6}(?:,\d{8}T\d{6})*)$/i;

/** A zone that is nowhere defined would be read as that of this machine. */
function assertZones(event: VEvent): void {
  const exceptions = Object.values(event.recurrences ?? {}) as VEvent[];
  for (const { start, end } of [event, ...exceptions]) {
    for (const zone of [start.tz, end?.tz]) {
      if (zone !== undefined && !isZone(zone)) {
        throw new UnreadEvent(`its time zone "${zone.slice(0, 60)}" is not known`);
      }
    }
  }
}

function isZone(name: string): boolean {
  try {
    offsetAt(0, name);
    return true;
  } catch {
    return false;
  }
}

function isSeries({ lines }: RawComponent): boolean {
  return lines.some((line) => /^RRULE[;:]/i.test(line));
}

function refusal(event: RawComponent, reason: string): Refusal {
  const properties = propertiesOf(event);
  const summary = properties.find(({ name }) => name === 'SUMMARY')?.value ?? '';
  return { line: event.line, summary: textOf(summary), from: null, reason };
}

function tooLong({ line, summary, from }: CalendarEntry): Refusal {
  return { line, summary, from, reason: 'it lasts more than a month' };
}

class UnreadEvent extends Error {
  override readonly name = 'UnreadEvent';
}

/** What a library says of a rule it does not take is not for the ward. */
function sentence(error: unknown): string {
  return error instanceof UnreadEvent ? error.message : 'its times or its rule cannot be read';
}

function iso(at: EpochMs): string {
  return new Date(at).toISOString();
}
