import { HOUR, MINUTE } from '@endwatch/clinical';
import * as fc from 'fast-check';
import type { AlertKind, AlertPriority } from './alert.ts';
import { NO_HOURS, quietUntil, shiftEndAfter, type WardHours } from './ward-hours.ts';

const iso = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString().slice(0, 16);
const RISK = { kind: 'risk-high', priority: 'medium' } as const;

describe('quiet hours', () => {
  const until = (
    at: string,
    timeZone: string,
    quietHours: WardHours['quietHours'],
  ): string | null => {
    const question = { escalation: { ...NO_HOURS, quietHours }, timeZone, at: Date.parse(at) };
    return iso(quietUntil(RISK, question)?.until ?? null);
  };
  const NIGHT = { from: '22:00', to: '06:00' };
  const NAP = { from: '13:00', to: '14:30' };
  const SMALL = { from: '01:30', to: '02:30' };

  it.each([
    ['before', '2026-06-01T19:59Z', 'Europe/Berlin', NIGHT, null],
    ['from the first minute', '2026-06-01T20:00Z', 'Europe/Berlin', NIGHT, '2026-06-02T04:00'],
    ['after midnight', '2026-06-02T03:59Z', 'Europe/Berlin', NIGHT, '2026-06-02T04:00'],
    ['until the last', '2026-06-02T04:00Z', 'Europe/Berlin', NIGHT, null],
    ['the short night', '2026-03-28T21:30Z', 'Europe/Berlin', NIGHT, '2026-03-29T04:00'],
    ['the long night', '2026-10-24T20:30Z', 'Europe/Berlin', NIGHT, '2026-10-25T05:00'],
    ['New York, spring', '2026-03-08T04:00Z', 'America/New_York', NIGHT, '2026-03-08T10:00'],
    ['New York, autumn', '2026-11-01T03:00Z', 'America/New_York', NIGHT, '2026-11-01T11:00'],
    ['at noon', '2026-06-01T13:15Z', 'UTC', NAP, '2026-06-01T14:30'],
    ['not at night then', '2026-06-01T23:15Z', 'UTC', NAP, null],
    [
      'to a time that is not there',
      '2026-03-29T00:45Z',
      'Europe/Berlin',
      SMALL,
      '2026-03-29T01:30',
    ],
    [
      'to a time that is there twice',
      '2026-10-24T23:45Z',
      'Europe/Berlin',
      SMALL,
      '2026-10-25T00:30',
    ],
    ['none', '2026-06-01T23:15Z', 'UTC', null, null],
    ['without a length', '2026-06-01T22:15Z', 'UTC', { from: '22:00', to: '22:00' }, null],
  ])('%s', (_, at, zone, hours, expected) => {
    expect(until(at, zone, hours)).toBe(expected);
  });

  it.each<[AlertKind, AlertPriority, boolean]>([
    ['risk-high', 'medium', true],
    ['risk-rising', 'medium', true],
    ['examination-overdue', 'low', true],
    ['risk-high', 'high', false],
    ['end-confirmed', 'high', false],
    ['end-confirmed', 'medium', false],
    ['stream-lagging', 'technical', false],
  ])('%s of %s priority waits: %s', (kind, priority, waits) => {
    const escalation = { ...NO_HOURS, quietHours: NIGHT };
    const question = { escalation, timeZone: 'UTC', at: Date.parse('2026-06-01T23:00Z') };
    expect(quietUntil({ kind, priority }, question) !== null).toBe(waits);
  });

  it('end within a day, when the wall shows it, and never for what is urgent', () => {
    const clock = fc
      .integer({ min: 0, max: 1439 })
      .map((n) => new Date(n * MINUTE).toISOString().slice(11, 16));
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');
    const at = fc.integer({ min: Date.UTC(2026, 0) / MINUTE, max: Date.UTC(2027, 0) / MINUTE });
    fc.assert(
      fc.property(
        fc.record({ from: clock, to: clock }),
        zone,
        at,
        (quietHours, timeZone, minute) => {
          const now = minute * MINUTE;
          const question = { escalation: { ...NO_HOURS, quietHours }, timeZone, at: now };
          expect(quietUntil({ ...RISK, priority: 'high' }, question)).toBeNull();
          const quiet = quietUntil(RISK, question);
          if (quiet === null) return;
          expect(quiet.until).toBeGreaterThan(now);
          expect(quiet.until - now).toBeLessThan(25 * HOUR);
          expect(quietUntil(RISK, { ...question, at: quiet.until })).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the end of a shift', () => {
  const SHIFTS = ['07:00', '15:00', '23:00'];

  it.each([
    ['the next of the day', '2026-06-01T04:59Z', 'Europe/Berlin', SHIFTS, '2026-06-01T05:00'],
    ['not the one that is now', '2026-06-01T05:00Z', 'Europe/Berlin', SHIFTS, '2026-06-01T13:00'],
    ['over midnight', '2026-06-01T21:00Z', 'Europe/Berlin', SHIFTS, '2026-06-02T05:00'],
    ['the short night', '2026-03-28T22:00Z', 'Europe/Berlin', SHIFTS, '2026-03-29T05:00'],
    ['the long night', '2026-10-24T21:00Z', 'Europe/Berlin', SHIFTS, '2026-10-25T06:00'],
    ['New York, spring', '2026-03-08T04:00Z', 'America/New_York', SHIFTS, '2026-03-08T11:00'],
    ['New York, autumn', '2026-11-01T03:00Z', 'America/New_York', SHIFTS, '2026-11-01T12:00'],
    ['one that is not there', '2026-03-29T00:30Z', 'Europe/Berlin', ['02:30'], '2026-03-29T01:30'],
    [
      'one that is there twice: once',
      '2026-10-25T00:30Z',
      'Europe/Berlin',
      ['02:30'],
      '2026-10-26T01:30',
    ],
    ['none', '2026-06-01T05:00Z', 'Europe/Berlin', [], null],
  ])('%s', (_, at, timeZone, ends, expected) => {
    expect(iso(shiftEndAfter(Date.parse(at), { ends, timeZone }))).toBe(expected);
  });
});
