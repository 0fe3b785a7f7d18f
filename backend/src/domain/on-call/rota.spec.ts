import { HOUR } from '@endwatch/clinical';
import * as fc from 'fast-check';
import { instantOf, planShifts } from './plan-shifts.ts';
import { coverShift, gaps, onDuty, swapShifts, type Shift } from './rota.ts';

const shift = (
  id: string,
  username: string,
  hours: [number, number],
  more: Partial<Shift> = {},
): Shift => ({
  ...{
    id,
    username,
    ward: null,
    duty: 'first-on-call',
    from: hours[0] * HOUR,
    to: hours[1] * HOUR,
  },
  ...{ origin: 'planned', replaces: null, ...more },
});
const first = { ward: 'w', duty: 'first-on-call' } as const;
const iso = (at: number): string => new Date(at).toISOString();

describe('who is on duty', () => {
  const shifts = [
    shift('day', 'a', [8, 20]),
    shift('night', 'b', [20, 32]),
    shift('of w', 'c', [10, 12], { ward: 'w' }),
    shift('cover', 'd', [22, 24], { origin: 'cover', replaces: 'night' }),
    shift('second', 'e', [0, 99], { duty: 'second-on-call' }),
  ];
  it.each([
    ['before anybody', 7, null],
    ['from the first minute', 8, 'a'],
    ["the ward's own goes first", 11, 'c'],
    ['back to the one for all', 12, 'a'],
    ['handed over on the hour', 20, 'b'],
    ['who covers', 23, 'd'],
    ['after the cover', 24, 'b'],
    ['after the last', 32, null],
  ])('%s', (_, at, username) => {
    expect(onDuty(shifts, { ...first, at: at * HOUR })?.username ?? null).toBe(username);
  });

  it('on another ward', () => {
    expect(onDuty(shifts, { ...first, ward: 'v', at: 11 * HOUR })?.username).toBe('a');
  });

  it('gaps are what nobody covers', () => {
    const found = gaps(shifts, { ...first, from: 0, to: 40 * HOUR });
    expect(found).toEqual([
      { from: 0, to: 8 * HOUR },
      { from: 32 * HOUR, to: 40 * HOUR },
    ]);
  });
});

describe('changes', () => {
  const shifts = [shift('1', 'a', [0, 12]), shift('2', 'b', [12, 24])];
  const nameOf = (username: string): string => `Dr ${username.toUpperCase()}`;
  const asked = { id: '2', newId: '3', by: 'a', now: 0, from: 13 * HOUR, to: 14 * HOUR, nameOf };
  const exchange = { ids: ['1', '2'], newIds: ['3', '4'], now: 0, nameOf } as const;

  it('a cover stands in for part of a shift', () => {
    expect(coverShift(shifts, asked)).toEqual({
      ...{ ok: true, withdraw: [] },
      add: [shift('3', 'a', [13, 14], { origin: 'cover', replaces: '2' })],
    });
  });

  it.each([
    ['a shift nobody knows', { id: 'x' }, /no such shift/],
    ['a time outside', { from: 30 * HOUR, to: 31 * HOUR }, /not within/],
    ['a time that is over', { now: 20 * HOUR }, /is over/],
    ['who has it already', { by: 'b' }, /already/],
  ])('refuses %s', (_, changes, problem) => {
    expect(coverShift(shifts, { ...asked, ...changes })).toEqual({
      ok: false,
      problem: expect.stringMatching(problem) as unknown,
    });
  });

  it('nobody is first and second on call at once', () => {
    const busy = [...shifts, shift('s', 'c', [0, 24], { duty: 'second-on-call' })];
    const problem = 'Dr C is on duty then already.';
    expect(coverShift(busy, { ...asked, by: 'c' })).toEqual({ ok: false, problem });
    const other = busy.map((each) => (each.id === '2' ? { ...each, username: 'c' } : each));
    expect(swapShifts(other, exchange)).toEqual({ ok: false, problem });
  });

  it('two exchange shifts', () => {
    const swapped = swapShifts(shifts, exchange);
    expect(swapped).toMatchObject({
      ...{ ok: true, withdraw: ['1', '2'] },
      add: [
        { id: '3', username: 'b', from: 0 },
        { id: '4', username: 'a', from: 12 * HOUR },
      ],
    });
    expect(swapShifts(shifts, { ...exchange, ids: ['1', '1'] }).ok).toBe(false);
    const late = swapShifts(shifts, { ...exchange, now: 13 * HOUR });
    expect(late).toMatchObject({ ok: false });
  });

  it('a cover that is exchanged stays one: it still goes before what it covers', () => {
    const covered = [...shifts, shift('c', 'c', [12, 24], { origin: 'cover', replaces: '2' })];
    const changed = swapShifts(covered, { ...exchange, ids: ['1', 'c'] });
    expect(changed).toMatchObject({
      add: [
        { username: 'c', from: 0, origin: 'swap' },
        { username: 'a', from: 12 * HOUR, origin: 'cover' },
      ],
    });
    const left = [...(changed.ok ? changed.add : []), shifts[1]!];
    expect(onDuty(left, { ...first, at: 13 * HOUR })?.username).toBe('a');
  });

  it('neither makes or takes a minute of cover', () => {
    const hours = fc.integer({ min: 0, max: 47 });
    fc.assert(
      fc.property(hours, hours, fc.boolean(), (from, to, isSwap) => {
        const changed = isSwap
          ? swapShifts(shifts, exchange)
          : coverShift(shifts, { ...asked, from: from * HOUR, to: to * HOUR });
        if (!changed.ok) return;
        const left = shifts.filter(({ id }) => !changed.withdraw.includes(id));
        const span = { ...first, from: 0, to: 48 * HOUR };
        expect(gaps([...left, ...changed.add], span)).toEqual(gaps(shifts, span));
      }),
    );
  });
});

describe('planned by the clock on the wall', () => {
  const plan = (date: string, timeZone: string): { from: string; hours: number }[] =>
    planShifts({
      date,
      days: 2,
      starts: ['08:00', '20:00'],
      people: ['a', 'b', 'c'],
      timeZone,
    }).map(({ from, to }) => ({ from: iso(from), hours: (to - from) / HOUR }));

  it.each([
    ['an ordinary night', '2026-01-05', 'Europe/Berlin', [12, 12, 12, 12]],
    ['the night that is an hour short', '2026-03-28', 'Europe/Berlin', [12, 11, 12, 12]],
    ['the night that is an hour long', '2026-10-24', 'Europe/Berlin', [12, 13, 12, 12]],
    ['New York, spring', '2026-03-07', 'America/New_York', [12, 11, 12, 12]],
    ['half an hour', '2026-04-04', 'Australia/Lord_Howe', [12, 12.5, 12, 12]],
    ['UTC', '2026-03-28', 'UTC', [12, 12, 12, 12]],
  ])('%s', (_, date, zone, hours) => {
    expect(plan(date, zone).map((each) => each.hours)).toEqual(hours);
  });

  it('people come in turn, and there is no gap', () => {
    const planned = planShifts({
      ...{ date: '2026-03-28', days: 3, starts: ['08:00', '20:00'], people: ['a', 'b', 'c'] },
      timeZone: 'Europe/Berlin',
    });
    expect(planned.map(({ username }) => username).join('')).toBe('abcabc');
    for (const [n, each] of planned.entries())
      expect(each.from).toBe(planned[n - 1]?.to ?? each.from);
  });

  it.each([
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-06-01', '08:00', 'Europe/Berlin', '2026-06-01T06:00:00.000Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  ])('%s %s in %s is %s', (date, time, zone, at) => {
    expect(iso(instantOf({ date, time }, zone))).toBe(at);
  });

  it('what is no time is refused', () => {
    expect(() => instantOf({ date: '2026-13-01', time: '08:00' }, 'UTC')).toThrow(RangeError);
    expect(() => instantOf({ date: '2026-01-01', time: '08:00' }, 'Mars/Base')).toThrow(RangeError);
  });
});
