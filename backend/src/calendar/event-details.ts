import type { VEvent } from 'node-ical';
import type { CalendarEntry } from '../domain/on-call/import-rota.ts';
import { DUTIES } from '@endwatch/contracts';

/** Where an event began in its file; put there by the reader. */
export const LINE = 'X-ENDWATCH-LINE';
/** What only our own files say; other calendars may drop it. */
export const OWN = {
  username: 'X-ENDWATCH-USERNAME',
  duty: 'X-ENDWATCH-DUTY',
  ward: 'X-ENDWATCH-WARD',
  origin: 'X-ENDWATCH-ORIGIN',
} as const;
export const EVERY_WARD = '*';
/** No such domain exists: nobody is sent mail. */
const NO_DOMAIN = '@endwatch.invalid';
const LONGEST_SUMMARY = 300;

/** An address for who takes part; a username that is one already stays it. */
export function addressOf(username: string): string {
  return username.includes('@') ? username : `${encodeURIComponent(username)}${NO_DOMAIN}`;
}

/** What an event says beside its times. What an exception leaves out it has from its series. */
export function detailsOf(
  event: VEvent,
  series: VEvent = event,
): Omit<CalendarEntry, 'uid' | 'from' | 'to'> {
  const said = (name: string): string | undefined => {
    // The reader takes the X- away.
    const key = name.slice('X-'.length);
    return plain(event[key]) ?? plain(series[key]);
  };
  const duty = DUTIES.find((one) => one === said(OWN.duty)) ?? null;
  const ward = said(OWN.ward);
  const summary = textOf(plain(event.summary) ?? plain(series.summary) ?? '');
  return {
    line: Number(said(LINE) ?? 0),
    summary,
    cancelled: /^cancelled$/i.test(plain(event.status) ?? ''),
    usernames: usernamesOf(event.attendee === undefined ? series : event, said(OWN.username)),
    duty,
    ...(ward !== undefined && { ward: ward === EVERY_WARD ? null : ward }),
    cover: said(OWN.origin) === 'cover',
  };
}

function usernamesOf({ attendee }: VEvent, own: string | undefined): readonly string[] {
  const all = attendee === undefined ? [] : Array.isArray(attendee) ? attendee : [attendee];
  const invited = all.map((one) => {
    const address = (plain(one) ?? '').replace(/^mailto:/i, '').toLowerCase();
    return address.endsWith(NO_DOMAIN) ? decoded(address.slice(0, -NO_DOMAIN.length)) : address;
  });
  return [...new Set([...invited, ...(own === undefined ? [] : [own])])];
}

/** One line, as it may be shown. */
export function textOf(text: string): string {
  return text
    .replaceAll(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_SUMMARY);
}

/** Of a property with or without parameters; of several, the first. */
function plain(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'string') return one;
  const { val } = (one ?? {}) as { readonly val?: unknown };
  return typeof val === 'string' ? val : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
