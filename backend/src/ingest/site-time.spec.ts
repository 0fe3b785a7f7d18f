import * as fc from 'fast-check';
import { SiteTime } from './site-time.ts';

const utc = new SiteTime('UTC');
const vienna = new SiteTime('Europe/Vienna');

it.each([
  ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000Z'],
  ['2026-01-02T03:04:05.678901+08:00', '2026-01-01T19:04:05.678Z'],
  ['2026-01-02T03:04-05:30', '2026-01-02T08:34:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
  ['1954', '1954-01-01T00:00:00.000Z'],
])('%s is %s', (text, expected) => {
  expect(new Date(utc.instant(text) ?? NaN).toISOString()).toBe(expected);
});

it.each([
  '2026-13-01',
  '2026-02-29',
  '2026-01-01T24:00:00Z',
  '2026-01-01T10:60:00Z',
  '2026-01-01T10:00:00+15:00',
  '2026-1-1',
  '20260101',
  '1899-12-31',
  '',
  'now',
])('"%s" is no time', (text) => {
  expect(utc.instant(text)).toBeNull();
});

test('the common form says what the same time says in other words, or neither is a time', () => {
  const two = (most: number) => fc.nat(most).map((n) => String(n).padStart(2, '0'));
  fc.assert(
    fc.property(
      fc.record({ year: fc.integer({ min: 1890, max: 2110 }), month: two(14), day: two(33) }),
      fc.record({ hour: two(26), minute: two(62), second: two(62), fraction: fc.nat(999) }),
      ({ year, month, day }, { hour, minute, second, fraction }) => {
        const words = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
        const thousandths = String(fraction).padStart(3, '0');
        expect(vienna.parse(`${words}Z`)).toEqual(utc.parse(`${words}+00:00`));
        expect(vienna.parse(`${words}.${thousandths}Z`)).toEqual(
          utc.parse(`${words}.${thousandths}-00:00`),
        );
      },
    ),
    { numRuns: 2000 },
  );
});

describe('wall clock of Vienna', () => {
  const at = (text: string) => new Date(vienna.instant(text) ?? NaN).toISOString();
  it('winter and summer', () => {
    expect(at('2026-01-15T12:00:00')).toBe('2026-01-15T11:00:00.000Z');
    expect(at('2026-07-15T12:00:00')).toBe('2026-07-15T10:00:00.000Z');
    expect(at('2026-07-15')).toBe('2026-07-14T22:00:00.000Z');
  });
  it('around the night without 02:30, which counts as if the clocks had not moved yet', () => {
    expect(at('2026-03-29T01:59:59')).toBe('2026-03-29T00:59:59.000Z');
    expect(at('2026-03-29T02:30:00')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-03-29T03:00:00')).toBe('2026-03-29T01:00:00.000Z');
  });
  it('in the night with two 02:30 the first is meant', () => {
    expect(at('2026-10-25T01:30:00')).toBe('2026-10-24T23:30:00.000Z');
    expect(at('2026-10-25T02:30:00')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-10-25T03:00:00')).toBe('2026-10-25T02:00:00.000Z');
  });
});

it('refuses a zone nobody knows', () => {
  expect(() => new SiteTime('Mars/Olympus')).toThrow(RangeError);
});
