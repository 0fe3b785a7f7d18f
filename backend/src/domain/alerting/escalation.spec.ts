import { MINUTE } from '@endwatch/clinical';
import { DUTIES } from '@endwatch/contracts';
import * as fc from 'fast-check';
import { AlertOverTime as Life } from '../../testing/alert-over-time.ts';
import type { AlertKind, AlertPriority, AlertState, AlertTransition } from './alert.ts';
import { moveAlert } from './alert-life.ts';

describe('an alert that nobody takes', () => {
  it.each<[string, AlertKind, AlertPriority, string[]]>([
    [
      'END: first on call after 5 min, second after 15, nurse in charge after 20, then again',
      ...(['end-confirmed', 'high'] as const),
      ['5 first-on-call', '15 second-on-call', '20 nurse-in-charge', '35 nurse-in-charge'],
    ],
    [
      'a risk: nurse in charge after 15 min, a physician after 30',
      ...(['risk-high', 'medium'] as const),
      ['15 nurse-in-charge', '30 first-on-call'],
    ],
    [
      'an END that asks for a repeat goes the way of a risk',
      ...(['end-confirmed', 'medium'] as const),
      ['15 nurse-in-charge', '30 first-on-call'],
    ],
    ['an examination: nobody yet', 'examination-overdue', 'low', []],
    ['what is technical stays on the board', 'data-stale', 'technical', []],
  ])('%s', (_, kind, priority, told) => {
    expect(new Life({ kind, priority }).wait(40).told).toEqual(told);
  });

  it('says when the next is told, and who was told last', () => {
    const life = new Life();
    expect(life.alert).toMatchObject({
      state: 'raised',
      escalatesAt: 5 * MINUTE,
      holder: null,
      holderAccount: null,
    });
    life.wait(6);
    expect(life.alert).toMatchObject({ state: 'escalated', holder: 'the first on call' });
    expect(life.alert.escalatesAt).toBe(15 * MINUTE);
    expect(life.history[0]?.reason).toBe('Nobody took it within 5 min: the first on call is told');
  });

  it('goes on at once where nobody could be told, and says so', () => {
    const life = new Life().wait(5).reachesNobody();
    expect(life.told).toEqual(['5 first-on-call', '5 second-on-call']);
    expect(life.history.at(-1)?.reason).toBe('Nobody could be reached: the second on call is told');
    expect(life.wait(5).told.at(-1)).toBe('10 nurse-in-charge');
  });

  it('waits as ever where nobody is left that could be told', () => {
    const life = new Life().wait(5).reachesNobody().reachesNobody().reachesNobody();
    const told = ['5 first-on-call', '5 second-on-call', '5 nurse-in-charge'];
    expect(life.wait(14).told).toEqual(told);
    expect(life.wait(1).told).toEqual([...told, '20 nurse-in-charge']);
    const single = new Life({ kind: 'examination-overdue', priority: 'low' }).wait(60);
    expect(single.reachesNobody().wait(60).told).toEqual(['60 nurse-in-charge']);
    single.take('Nora');
    expect(single.reachesNobody().alert.state).toBe('acknowledged');
  });

  it('goes on one step at a time after an outage, at once, and says that it is late', () => {
    const life = new Life().jump(45);
    expect(life.told).toEqual(['45 first-on-call']);
    expect(life.history[0]?.reason).toMatch(/the first on call is told, 40 min late$/);
    expect(life.wait(10).told).toEqual(['45 first-on-call', '55 second-on-call']);
  });
});

describe('an alert that somebody takes', () => {
  it('goes no further, and those who were told are cleared', () => {
    const life = new Life().wait(7);
    expect(life.take('Nora')).toBeNull();
    expect(life.told).toEqual(['5 first-on-call', '7 clear']);
    expect(life.wait(50).told).toHaveLength(2);
    expect(life.alert).toMatchObject({ state: 'acknowledged', holder: 'Nora' });
  });

  it('is theirs: who comes second is told who has it', () => {
    const life = new Life();
    expect(life.take('Nora')).toBeNull();
    expect(life.take('Ola')).toBe('Nora has taken it already');
    expect(life.take('Nora')).toBeNull();
  });

  it('comes back when it is still open after its time, and goes its way again', () => {
    const life = new Life();
    life.take('Nora');
    life.wait(60);
    expect(life.alert).toMatchObject({
      state: 'raised',
      holder: null,
      holderAccount: null,
      step: 0,
    });
    expect(life.history.at(-1)).toMatchObject({
      ...{ reason: 'Nora took it 1 h ago and it is still open', byClock: true },
    });
    expect(life.history.filter(({ byClock }) => byClock)).toHaveLength(1);
    expect(life.wait(5).told).toEqual(['65 first-on-call']);
  });
});

describe('an alert that somebody has at the end of their shift', () => {
  const at = (iso: string): number => Date.parse(iso);
  const BERLIN = { timeZone: 'Europe/Berlin', shiftEnds: ['07:00', '15:00', '23:00'] };

  it.each([
    ['on an ordinary morning', '2026-06-01T04:40:00Z', 20],
    ['on the night that is an hour short', '2026-03-29T04:50:00Z', 10],
    ['on the night that is an hour long', '2026-10-25T05:30:00Z', 30],
  ])('%s goes back to raised for who comes, by the clock on the wall', (_, start, minutes) => {
    const life = new Life({}, { ...BERLIN, start: at(start) });
    life.take('Nora');
    life.wait(minutes - 1);
    expect(life.alert).toMatchObject({ state: 'acknowledged', holder: 'Nora' });
    life.wait(1);
    expect(life.alert).toMatchObject({
      state: 'raised',
      holder: null,
      holderAccount: null,
      step: 0,
    });
    expect(life.history.at(-1)).toMatchObject({
      ...{ from: 'acknowledged', to: 'raised', by: 'system' },
      reason: 'Handed over at the end of the shift: Nora had it',
    });
    expect(life.wait(5).told).toEqual([`${String(minutes + 5)} first-on-call`]);
  });

  it('says how late it is, where nobody looked at the time', () => {
    const life = new Life({}, { ...BERLIN, start: at('2026-06-01T04:40:00Z') });
    life.take('Nora');
    life.jump(55);
    expect(life.history.at(-1)?.reason).toBe(
      'Handed over at the end of the shift: Nora had it, 35 min late',
    );
    expect(life.wait(4).history.filter(({ to }) => to === 'raised')).toHaveLength(1);
  });

  it('is theirs again when they take it again, until the end of the next shift', () => {
    const rules = { ...BERLIN, shiftEnds: ['00:20', '00:40'], timeZone: 'UTC' };
    const life = new Life({}, rules);
    life.take('Nora');
    life.wait(21);
    expect(life.take('Nora')).toBeNull();
    life.wait(18);
    expect(life.alert).toMatchObject({ state: 'acknowledged', holder: 'Nora' });
    expect(life.wait(1).alert.state).toBe('raised');
  });

  it('stays with who took it once more in the last half hour', () => {
    const life = new Life({}, { shiftEnds: ['00:20'] });
    life.take('Nora');
    life.wait(10);
    expect(life.take('Nora')).toBeNull();
    expect(life.alert.kept).toBe(true);
    life.wait(30);
    expect(life.alert).toMatchObject({ state: 'acknowledged', holder: 'Nora' });
    expect(life.wait(30).history.at(-1)?.reason).toMatch(/still open$/);
  });

  it('is asked after before, where that comes first', () => {
    const life = new Life({}, { shiftEnds: ['01:30'] });
    life.take('Nora');
    expect(life.wait(60).history.at(-1)?.reason).toMatch(/^Nora took it 1 h ago/);
  });

  it('what has no end of its own is handed over too; without shifts it stays', () => {
    const technical = { kind: 'data-stale', priority: 'technical' } as const;
    const [handed, stays] = [new Life(technical, { shiftEnds: ['00:20'] }), new Life(technical)];
    for (const life of [handed, stays]) {
      life.take('Nora');
      life.wait(25);
    }
    expect([handed.alert.state, stays.alert.state]).toEqual(['raised', 'acknowledged']);
  });

  it('an end that was set after it was taken, and lies behind, hands nothing over', () => {
    const technical = { kind: 'data-stale', priority: 'technical' } as const;
    const before = new Life(technical);
    before.take('Nora');
    before.wait(30);
    const after = new Life(before.alert, { shiftEnds: ['00:20'], start: before.now });
    expect(after.alert).toMatchObject({ state: 'acknowledged' });
    expect(after.alert.escalatesAt).toBe(24 * 60 * MINUTE + 20 * MINUTE);
  });
});

describe('in quiet hours', () => {
  it('the board goes on as always, and says that phones wait', () => {
    const hours = { quietHours: { from: '22:00', to: '06:00' } };
    const medium = { kind: 'risk-high', priority: 'medium' } as const;
    const life = new Life(medium, hours).wait(15);
    expect(life.told).toEqual(['15 nurse-in-charge']);
    expect(life.history[0]?.reason).toBe(
      'Nobody took it within 15 min: the nurse in charge is told when the quiet hours end, at 06:00',
    );
    expect(new Life({}, hours).wait(5).history[0]?.reason).toMatch(/first on call is told$/);
  });
});

/** `endsAtNurse`: an overdue examination goes no further than to the nurse in charge. */
function check({ alert, history }: Life, endsAtNurse: boolean): void {
  // The history is one chain from nothing to where it stands.
  for (const [n, { from }] of history.entries()) {
    expect(from).toBe(history[n - 1]?.to ?? 'raised');
  }
  expect(history.at(-1)?.to ?? 'raised').toBe(alert.state);
  // Open means that something will happen by itself.
  const mayStand = alert.state === 'resolved' || (endsAtNurse && alert.step > 0);
  expect(alert.escalatesAt !== null || mayStand).toBe(true);
  if (alert.state === 'resolved') expect(history.at(-1)?.reason).not.toBe('');
  checkTold(alert, history);
}

/** By another way than the rules': minute for minute, what a clock on that wall shows. */
function checkShifts({ alert, history, now }: Life, hours: Hours): void {
  const clock = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: hours.timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  const hasEnd = (from: number, to: number): boolean => {
    for (let at = Math.floor(from / MINUTE) * MINUTE + MINUTE; at <= to; at += MINUTE) {
      if (hours.shiftEnds.includes(clock.format(at))) return true;
    }
    return false;
  };
  const keeps = alert.kept ? 30 * MINUTE : 0;
  // Nobody has an alert over the end of their shift.
  if (alert.state === 'acknowledged') expect(hasEnd(alert.stateSince + keeps, now)).toBe(false);
  // And none is handed over without one, or twice for one.
  for (const [n, { reason, from, at }] of history.entries()) {
    if (!reason.startsWith('Handed over')) continue;
    expect(from).toBe('acknowledged');
    expect(hasEnd(history[n - 1]?.at ?? Infinity, at)).toBe(true);
  }
}

function checkTold(alert: AlertState, history: readonly AlertTransition[]): void {
  const told = history.filter(({ told: whom }) => whom !== null && whom !== 'clear');
  expect(told.every(({ to }) => to === 'escalated')).toBe(true);
  // Who was told is told that it is over.
  const last = history.findLast(({ told: whom }) => whom !== null);
  const isHeld = alert.state === 'acknowledged' || alert.state === 'resolved';
  if (isHeld && last !== undefined) expect(last.told).toBe('clear');
}

interface Hours {
  readonly timeZone: string;
  readonly shiftEnds: readonly string[];
}

type Step = 'wait' | 'outage' | 'take' | 'decline' | 'snooze' | 'worse' | 'resolve';

describe('whatever people and time do', () => {
  const step = fc.constantFrom<Step>(
    'wait',
    'outage',
    'take',
    'decline',
    'snooze',
    'worse',
    'resolve',
  );
  const kind = fc.constantFrom<AlertKind>('end-confirmed', 'risk-high', 'examination-overdue');

  const play = (life: Life, what: Step, n: number): void => {
    const by = n % 2 === 0 ? 'Nora' : 'Dr A';
    const acts: Record<Step, () => unknown> = {
      wait: () => life.wait(n),
      outage: () => life.jump(n * 10),
      take: () => life.take(by),
      decline: () => life.decline(by, DUTIES[n % 3] ?? null),
      snooze: () =>
        life.does((alert, at) =>
          moveAlert(alert, {
            ...{ to: 'snoozed', at, by, account: by, reason: 'CT' },
            until: at + n * MINUTE,
          }),
        ),
      worse: () =>
        life.does((alert, at) => moveAlert(alert, { to: 'raised', at, by: 'system', reason: '' })),
      resolve: () =>
        life.does((alert, at) => moveAlert(alert, { to: 'resolved', at, by, reason: 'done' })),
    };
    acts[what]();
  };

  /** Ends of shifts are not in the hours that a clock change has twice. */
  const hours = fc.record({
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
    shiftEnds: fc.uniqueArray(fc.constantFrom('00:10', '07:00', '15:00', '23:00'), {
      maxLength: 4,
    }),
    quietHours: fc.constantFrom(null, { from: '22:00', to: '06:00' }),
    start: fc
      .constantFrom(
        '2026-03-28T20:00Z',
        '2026-10-24T20:00Z',
        '2026-11-01T03:00Z',
        '2026-04-04T12:00Z',
      )
      .chain((day) => fc.integer({ min: 0, max: 900 }).map((n) => Date.parse(day) + n * MINUTE)),
  });

  it('no alert is lost, stuck without a time, told twice for one step, or closed without a reason, or held over the end of a shift', () => {
    const steps = fc.array(fc.tuple(step, fc.integer({ min: 1, max: 30 })));
    fc.assert(
      fc.property(kind, steps, hours, (is, course, own) => {
        const priority = is === 'end-confirmed' ? 'high' : 'medium';
        const life = new Life({ kind: is, priority }, own);
        for (const [what, n] of course) {
          play(life, what, n);
          checkShifts(life, own);
        }
        check(life, is === 'examination-overdue');
      }),
      { numRuns: 500 },
    );
  });

  it('a process that dies and comes back at any moment changes nothing but the time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 60 }), (at, away) => {
        const steady = new Life().wait(at + away);
        const shaken = new Life().wait(at);
        const revived = new Life(JSON.parse(JSON.stringify(shaken.alert)) as AlertState);
        revived.now = shaken.now;
        revived.jump(away);
        const targets = (life: Life): (string | undefined)[] =>
          life.told.map((line) => line.split(' ')[1]);
        const all = [...targets(shaken), ...targets(revived)];
        expect(all).toEqual(targets(steady).slice(0, all.length));
        expect(targets(steady).length - all.length).toBeLessThanOrEqual(Math.ceil(away / 5));
      }),
    );
  });
});
