import { monthAfter, monthSpan, monthsOver } from './months.ts';

describe('months of the site', () => {
  it('begin at midnight on the wall, also where its offset changes within', () => {
    const { from, to } = monthSpan('2026-03', 'Europe/Berlin');
    expect([from, to].map((at) => new Date(at).toISOString())).toEqual([
      '2026-02-28T23:00:00.000Z',
      '2026-03-31T22:00:00.000Z',
    ]);
  });

  it('go over the end of a year', () => {
    expect([monthAfter('2026-12', 1), monthAfter('2026-01', -2)]).toEqual(['2027-01', '2025-11']);
  });

  it('are over before the running one; none before the first stay, no more than asked for', () => {
    expect(monthsOver('2026-02', '2025-12', 12)).toEqual(['2025-12', '2026-01']);
    expect(monthsOver('2026-02', '2020-01', 2)).toEqual(['2025-12', '2026-01']);
    expect(monthsOver('2026-02', '2026-02', 12)).toEqual([]);
  });
});
