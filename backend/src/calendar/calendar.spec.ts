import { DAY, HOUR } from '@endwatch/clinical';
import * as fc from 'fast-check';
import { planImport, type CalendarEntry, type ImportPlan } from '../domain/on-call/import-rota.ts';
import { planShifts } from '../domain/on-call/plan-shifts.ts';
import { calendarUidOf, type Duty, type Shift } from '../domain/on-call/rota.ts';
import type { CalendarContents } from '../pipeline/rota-calendar.ts';
import { IcalRotaCalendar } from './ical-rota-calendar.ts';

const calendar = new IcalRotaCalendar();
const NOW = Date.parse('2026-01-01T00:00:00Z');
const PEOPLE = [
  { username: 'ada', name: 'Ada Lovelace' },
  { username: 'ben', name: 'Ben, "the" Ö. Quist; MD' },
  { username: 'c.o@ward.example', name: 'Chi 王' },
];

const file = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (uid: string, ...lines: string[]): string[] => [
  ...['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20260101T000000Z'],
  ...[...lines, 'END:VEVENT'],
];
const read = (text: string, timeZone = 'Europe/Berlin', now = NOW): Promise<CalendarContents> =>
  calendar.read(text, { timeZone, now });
const entriesOf = async (
  text: string,
  timeZone?: string,
  now?: number,
): Promise<readonly CalendarEntry[]> => {
  const contents = await read(text, timeZone, now);
  if (!contents.ok) throw new Error(contents.problem);
  expect(contents.refused).toEqual([]);
  return contents.entries;
};
const spans = (entries: readonly CalendarEntry[]): string[] =>
  entries.map(({ from, to }) => `${short(from)} ${(to - from) / HOUR}`);
const short = (at: number): string => new Date(at).toISOString().slice(0, 16);
const ADA = 'SUMMARY:First on call: Ada Lovelace';

describe('times of a calendar', () => {
  it.each([
    ['the night that is an hour short', 'Europe/Berlin', '20260328T200000', '20260329T080000', 11],
    ['the night that is an hour long', 'Europe/Berlin', '20261024T200000', '20261025T080000', 13],
    ['New York, spring', 'America/New_York', '20260307T200000', '20260308T080000', 11],
    ['New York, autumn', 'America/New_York', '20261031T200000', '20261101T080000', 13],
    [
      'by the name Windows gives it',
      'W. Europe Standard Time',
      '20260328T200000',
      '20260329T080000',
      11,
    ],
  ])('%s', async (_, zone, start, end, hours) => {
    const lines = [`DTSTART;TZID=${zone}:${start}`, `DTEND;TZID=${zone}:${end}`];
    const [entry] = await entriesOf(file(...event('u', ADA, ...lines)));
    expect(((entry?.to ?? 0) - (entry?.from ?? 0)) / HOUR).toBe(hours);
    // Without a zone it is the wall of the site.
    const floating = event('u', ADA, `DTSTART:${start}`, `DTEND:${end}`);
    const site = zone.includes('/') ? zone : 'Europe/Berlin';
    expect(await entriesOf(file(...floating), site)).toEqual([entry]);
  });

  it.each([
    ['shown twice: the first', '20261025T023000', '2026-10-25T00:30'],
    ['shown never: an hour later', '20260329T023000', '2026-03-29T01:30'],
  ])('a time that the wall has %s', async (_, start, at) => {
    const lines = [`DTSTART;TZID=Europe/Berlin:${start}`, 'DURATION:PT12H'];
    expect(spans(await entriesOf(file(...event('u', ADA, ...lines))))).toEqual([`${at} 12`]);
  });

  it('a series is written out, without what is excepted, and with what was moved', async () => {
    const zone = (name: string, at: string): string => `${name};TZID=Europe/Berlin:${at}`;
    const text = file(
      ...event(
        'u',
        zone('RECURRENCE-ID', '20260331T200000'),
        'SUMMARY:Second on call: Ben',
        zone('DTSTART', '20260331T210000'),
        zone('DTEND', '20260401T080000'),
      ),
      ...event(
        'u',
        ADA,
        zone('DTSTART', '20260327T200000'),
        zone('DTEND', '20260328T080000'),
        'RRULE:FREQ=DAILY;COUNT=6',
        zone('EXDATE', '20260330T200000'),
      ),
    );
    const entries = await entriesOf(text);
    expect(spans(entries)).toEqual([
      ...['2026-03-27T19:00 12', '2026-03-28T19:00 11', '2026-03-29T18:00 12'],
      ...['2026-03-31T19:00 11', '2026-04-01T18:00 12'],
    ]);
    expect(entries.map(({ line }) => line)).toEqual([11, 11, 11, 3, 11]);
    expect(entries[3]).toMatchObject({
      ...{ summary: 'Second on call: Ben', uid: 'u/2026-03-31T18:00:00.000Z' },
    });
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(5);
  });

  it('a series without an end is written out as far as a rota is planned', async () => {
    const lines = ['DTSTART:20250601T080000Z', 'DTEND:20250601T200000Z', 'RRULE:FREQ=WEEKLY'];
    const entries = await entriesOf(file(...event('u', ADA, ...lines)));
    expect(entries).toHaveLength(57);
    expect(entries.every(({ from }) => from >= NOW && from <= NOW + 400 * DAY)).toBe(true);
  });

  it('folded lines, other line ends and a mark at the beginning are nothing to it', async () => {
    const lines = ['DTSTART:20260301T080000Z', 'DTEND:20260301T200000Z'];
    const [entry] = await entriesOf(file(...event('u', ADA, ...lines)));
    const folded = file(...event('u', 'SUMMARY:First on call:\r\n  Ada Love\r\n\tlace', ...lines));
    for (const text of [folded, folded.replaceAll('\r\n', '\n'), `\uFEFF${folded}`]) {
      expect(await entriesOf(text)).toEqual([entry]);
    }
  });
});

describe('a calendar that is broken', () => {
  const start = 'DTSTART:20260301T080000Z';
  const end = 'DTEND:20260301T200000Z';

  it.each<[string, string[], RegExp]>([
    ['no beginning', [ADA, end], /no DTSTART/],
    ['two beginnings', [ADA, start, start, end], /more than one DTSTART/],
    ['no end', [ADA, start], /no end/],
    ['a day that is none', [ADA, 'DTSTART:20260230T080000Z', end], /is no time/],
    ['a time that is none', [ADA, 'DTSTART:20260201T250000Z', end], /is no time/],
    ['words for a time', [ADA, 'DTSTART:tomorrow', end], /is no time/],
    [
      'a whole day',
      [ADA, 'DTSTART;VALUE=DATE:20260301', 'DTEND;VALUE=DATE:20260302'],
      /whole days/,
    ],
    ['a zone nobody knows', [ADA, 'DTSTART;TZID=Mars/Base:20260301T080000', end], /"Mars\/Base"/],
    ['a length that is none', [ADA, start, 'DURATION:P1M'], /DURATION "P1M"/],
    ['a rule nobody knows', [ADA, start, end, 'RRULE:FREQ=NEVER'], /nobody can say how/],
    ['every second', [ADA, start, end, 'RRULE:FREQ=SECONDLY'], /more often than daily/],
    ['a rule that is broken', [ADA, start, end, 'RRULE:FREQ=WEEKLY;BYDAY=XX'], /cannot be read/],
    ['further dates', [ADA, start, end, 'RDATE:20260401T080000Z'], /RDATE is not understood/],
    ['too long a shift', [ADA, start, 'DTEND:20260801T080000Z'], /more than a month/],
    ['a novel', [`SUMMARY:${'x'.repeat(5_000)}`, start, end], /SUMMARY is too long/],
  ])('with %s: the event is told, and costs no other', async (_, lines, reason) => {
    const contents = await read(file(...event('bad', ...lines), ...event('good', ADA, start, end)));
    expect(contents).toMatchObject({ ok: true, entries: [{ uid: 'good' }] });
    const refused = contents.ok ? contents.refused : [];
    expect(refused).toEqual([expect.objectContaining({ line: 3 })]);
    expect(refused[0]?.reason).toMatch(reason);
  });

  it('that breaks off, or says a UID twice', async () => {
    const good = event('u', ADA, start, end);
    const contents = await read(
      file(...good, ...good, ...event('v', ADA, start, end).slice(0, -1)),
    );
    expect(contents).toMatchObject({
      entries: [{ uid: 'u' }],
      refused: [
        { line: 10, reason: 'its UID was there before' },
        { line: 17, reason: 'it is not complete' },
      ],
    });
  });

  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><title>Sign in</title>'],
    ['5 MB of one line', 'x:;="'.repeat(1_048_576)],
    ['5 MB of line ends', '\n'.repeat(5_242_880)],
    [
      '5 MB of chance',
      Array.from({ length: 655_360 }, (_, n) => (n * 2_654_435_761) % 4_294_967_296).join('\n'),
    ],
  ])('%s is no calendar', async (_, text) => {
    expect(await read(text)).toEqual({
      ok: false,
      problem: 'This is no calendar: it does not begin with BEGIN:VCALENDAR.',
    });
  });

  it.each([
    ['blanks', ' '.repeat(5_242_880), true],
    ['colons', ':;="'.repeat(1_310_720), true],
    ['parameters', `DTSTART${';A=B'.repeat(1_310_720)}`, true],
    ['beginnings', 'BEGIN:VEVENT\r\n'.repeat(374_000), false],
  ])('5 MB of %s within one end', async (_, nonsense, ok) => {
    const contents = await read(file(...event('u', nonsense, start)));
    expect(contents.ok).toBe(ok);
    if (contents.ok) expect(contents.entries).toEqual([]);
  });

  it('whatever comes, nothing is thrown', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'BEGIN:VALARM',
        'END:VALARM',
        'UID:u',
        start,
        end,
        ADA,
      ),
      fc.constantFrom(
        'RRULE:FREQ=DAILY',
        'RRULE:FREQ=MONTHLY;BYDAY=5MO',
        'EXDATE:20260302T080000Z',
        'BEGIN:VTIMEZONE',
        'END:VTIMEZONE',
        'TZID:x',
        'END:VCALENDAR',
        '__proto__:x',
        'constructor:x',
      ),
      fc.string({ maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
        expect((await read(file(...lines))).ok).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('there and back', () => {
  const duty = fc.constantFrom<Duty>('first-on-call', 'second-on-call', 'nurse-in-charge');
  const rota = fc
    .record({
      duty,
      ward: fc.constantFrom(null, 'w1', 'a;b,"c"'),
      day: fc.integer({ min: 0, max: 380 }),
      days: fc.integer({ min: 1, max: 9 }),
      zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
      starts: fc.constantFrom(['08:00', '20:00'], ['00:30'], ['02:30', '10:30', '18:30']),
      people: fc.shuffledSubarray(
        PEOPLE.map(({ username }) => username),
        { minLength: 1 },
      ),
      uid: fc.boolean(),
    })
    .map(({ day, uid, duty: as, ward, ...asked }) =>
      planShifts({
        ...{ ...asked, timeZone: asked.zone },
        date: new Date(NOW + day * DAY).toISOString().slice(0, 10),
      }).map((planned, n): Shift => ({
        ...{ id: `s${n}`, duty: as, ward, ...planned },
        origin: n % 5 === 4 ? 'cover' : n % 3 === 2 ? 'swap' : 'planned',
        replaces: null,
        ...(uid && { calendarUid: `from elsewhere ${n}/é` }),
      })),
    );
  const nameOf = (username: string): string =>
    PEOPLE.find((person) => person.username === username)?.name ?? '';
  const written = (shifts: readonly Shift[]): Promise<string> => {
    const named = shifts.map((shift) => {
      return { shift, name: nameOf(shift.username), wardName: shift.ward };
    });
    return calendar.write(named, { timeZone: 'UTC', now: NOW });
  };
  const imported = async (text: string, shifts: readonly Shift[]): Promise<ImportPlan> =>
    planImport({
      ...{ entries: await entriesOf(text), shifts, people: PEOPLE, now: NOW - DAY },
      ...{ chosen: { ward: null, duty: null }, wardProblem: () => null },
      newId: () => 'new',
    });

  it('what was written is read as it was, and changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(rota, async (shifts) => {
        const text = await written(shifts);
        const none = { add: [], change: [], withdraw: [], refused: [] };
        expect(await imported(text, shifts)).toEqual({ ...none, unchanged: shifts.length });
        const entries = await entriesOf(text);
        expect(entries.map(({ uid }) => uid)).toEqual(shifts.map(calendarUidOf));
        expect(
          entries.map(({ from, to, duty: as, ward, usernames }) => ({
            from,
            to,
            as,
            ward,
            who: usernames.at(-1),
          })),
        ).toEqual(
          shifts.map(({ from, to, duty: as, ward, username }) => ({
            from,
            to,
            as,
            ward,
            who: username,
          })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is by the letter: CRLF, lines of at most 75 octets, UTC, no patient', async () => {
    const shifts = planShifts({
      ...{ date: '2026-03-28', days: 1, starts: ['20:00'], people: ['ben'] },
      timeZone: 'Europe/Berlin',
    }).map((planned): Shift => ({
      ...{ id: 's1', duty: 'first-on-call', ward: 'w'.repeat(150), ...planned },
      ...{ origin: 'planned', replaces: null },
    }));
    const text = await written(shifts);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
    expect(text).toContain('DTSTART:20260328T190000Z');
    expect(text).toContain('DTEND:20260329T180000Z');
    expect(text).toContain('UID:s1@endwatch');
  });
});
