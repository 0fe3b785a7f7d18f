import { calendarUidOf } from '../domain/on-call/rota.ts';
import { dutyWords } from '../domain/on-call/duty-words.ts';
import type { CalendarQuestion, NamedShift } from '../pipeline/rota-calendar.ts';
import { addressOf, EVERY_WARD, OWN } from './event-details.ts';

/** One event a shift, in UTC: there is nothing to misread on the night of a clock change. Folded, with CRLF. */
export async function writeCalendar(
  shifts: readonly NamedShift[],
  { now }: Pick<CalendarQuestion, 'now'>,
): Promise<string> {
  const { default: ical, ICalAttendeeStatus, ICalCalendarMethod } = await import('ical-generator');
  const calendar = ical({
    name: 'Endwatch: on-call rota',
    prodId: { company: 'Endwatch', product: 'Rota', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { shift, name, wardName } of shifts) {
    const { username, ward, duty, origin } = shift;
    const note = origin === 'planned' ? '' : ` (${origin})`;
    calendar.createEvent({
      id: calendarUidOf(shift),
      stamp: new Date(now),
      start: new Date(shift.from),
      end: new Date(shift.to),
      summary: `${dutyWords(duty)}: ${name}${note}`,
      location: wardName ?? 'Every ward',
      attendees: [{ name, email: addressOf(username), status: ICalAttendeeStatus.ACCEPTED }],
      x: [
        { key: OWN.username, value: username },
        { key: OWN.duty, value: duty },
        { key: OWN.ward, value: ward ?? EVERY_WARD },
        { key: OWN.origin, value: origin },
      ],
    });
  }
  return calendar.toString();
}
