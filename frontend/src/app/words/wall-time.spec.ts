import { setSiteZone, siteFormat } from './site-time.ts';
import { midnight, momentOf, wallTime } from './wall-time.ts';

const at = Date.parse;

describe('the clock on the wall of the site', () => {
  beforeEach(() => {
    setSiteZone('Europe/Berlin');
  });
  afterEach(() => {
    setSiteZone(undefined);
  });

  it('is that of its zone, also when that is told late', () => {
    const clock = siteFormat({ hour: '2-digit', minute: '2-digit' }, 'en-GB');
    const time = at('2026-07-01T12:00:00Z');
    expect(clock(time)).toBe('14:00');
    setSiteZone('America/New_York');
    expect([clock(time), wallTime(time)]).toEqual(['08:00', '2026-07-01T08:00']);
  });

  it.each([
    ['2026-01-15T03:30', '2026-01-15T02:30:00Z'],
    ['2026-07-15T03:30', '2026-07-15T01:30:00Z'],
    // Clocks are set forward at 02:00 and back at 03:00.
    ['2026-03-29T03:30', '2026-03-29T01:30:00Z'],
    ['2026-03-29T02:30', '2026-03-29T01:30:00Z'],
    ['2026-10-25T02:30', '2026-10-25T00:30:00Z'],
    ['2026-10-25T03:30', '2026-10-25T02:30:00Z'],
  ])('%s is %s', (text, moment) => {
    expect(new Date(momentOf(text)).toISOString()).toBe(new Date(at(moment)).toISOString());
  });

  it('is nothing where nothing is written', () => {
    expect(momentOf('')).toBeNaN();
  });

  it('has days of 23 and 25 hours', () => {
    const hours = (date: string): number => {
      const noon = at(`${date}T12:00:00Z`);
      return (midnight(noon, 1) - midnight(noon)) / 3_600_000;
    };
    expect(['2026-03-28', '2026-03-29', '2026-10-25'].map(hours)).toEqual([24, 23, 25]);
  });
});
