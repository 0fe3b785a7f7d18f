import { MINUTE } from '@endwatch/clinical';
import * as fc from 'fast-check';
import type { AlertKind, AlertPriority, AlertState, AlertTransition } from './alert.ts';
import { declineAlert, moveAlert, type Moved } from './alert-life.ts';
import { DEFAULT_ESCALATION, passTime, type EscalationPolicy } from './escalation.ts';

function anAlert(changes: Partial<AlertState> = {}): AlertState {
  return {
    ...{ id: 'a1', patientId: 'p1', kind: 'end-confirmed', priority: 'high', state: 'raised' },
    ...{ raisedAt: 0, stateSince: 0, reason: '', scoreId: null, holder: null, escalatesAt: null },
    ...{ cause: 'c', riskAtRaise: null, step: 0, declined: false, ...changes },
  };
}

/** An alert over time: minutes pass one by one, people act in between. */
class Life {
  now = 0;
  alert: AlertState;
  readonly told: string[] = [];
  readonly history: AlertTransition[] = [];
  private readonly policy: EscalationPolicy;

  constructor(alert: Partial<AlertState> = {}, policy = DEFAULT_ESCALATION) {
    this.policy = policy;
    this.alert = anAlert(alert);
    this.settle();
  }

  wait(minutes: number): this {
    for (let n = 0; n < minutes; n++) this.jump(1);
    return this;
  }

  /** Nobody looks meanwhile, as in an outage. */
  jump(minutes: number): this {
    this.now += minutes * MINUTE;
    return this.settle();
  }

  does(change: (alert: AlertState, at: number) => Moved): string | null {
    const moved = change(this.alert, this.now);
    if (!moved.ok) return moved.problem;
    this.keep(moved);
    this.settle();
    return null;
  }

  take(by: string): string | null {
    return this.does((alert, at) => moveAlert(alert, { to: 'acknowledged', at, by, reason: '' }));
  }

  settle(): this {
    const passed = passTime(this.alert, this.policy, this.now);
    if (passed !== null) this.keep(passed);
    return this;
  }

  private keep(moved: { alert: AlertState; transition: AlertTransition | null }): void {
    this.alert = moved.alert;
    if (moved.transition === null) return;
    this.history.push(moved.transition);
    const { told } = moved.transition;
    if (told !== null) this.told.push(`${String(this.now / MINUTE)} ${told}`);
  }
}

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
    expect(life.alert).toMatchObject({ state: 'raised', escalatesAt: 5 * MINUTE, holder: null });
    life.wait(6);
    expect(life.alert).toMatchObject({ state: 'escalated', holder: 'the first on call' });
    expect(life.alert.escalatesAt).toBe(15 * MINUTE);
    expect(life.history[0]?.reason).toBe('Nobody took it within 5 min: the first on call is told');
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
    expect(life.alert).toMatchObject({ state: 'raised', holder: null, step: 0 });
    expect(life.history.at(-1)?.reason).toBe('Nora took it 1 h ago and it is still open');
    expect(life.wait(5).told).toEqual(['65 first-on-call']);
  });

  it('who declines hands it to the next at once', () => {
    const decline = (by: string) => (alert: AlertState, at: number) =>
      declineAlert(alert, { at, by, reason: 'In theatre' });
    const life = new Life();
    expect(life.does(decline('Dr A'))).toMatch(/only what somebody was told of/);
    life.wait(6);
    expect(life.does(decline('Dr A'))).toBeNull();
    expect(life.told).toEqual(['5 first-on-call', '6 second-on-call']);
    expect(life.history.slice(-2).map(({ reason }) => reason)).toEqual([
      'Declined: In theatre',
      'It was declined: the second on call is told',
    ]);
    life.take('Dr B');
    expect(life.does(decline('Dr A'))).toMatch(/only what/);
    expect(life.does(decline('Dr B'))).toBeNull();
    expect(life.told.at(-1)).toBe('6 nurse-in-charge');
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

function checkTold(alert: AlertState, history: readonly AlertTransition[]): void {
  const told = history.filter(({ told: whom }) => whom !== null && whom !== 'clear');
  expect(told.every(({ to }) => to === 'escalated')).toBe(true);
  // Who was told is told that it is over.
  const last = history.findLast(({ told: whom }) => whom !== null);
  const isHeld = alert.state === 'acknowledged' || alert.state === 'resolved';
  if (isHeld && last !== undefined) expect(last.told).toBe('clear');
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
      decline: () => life.does((alert, at) => declineAlert(alert, { at, by, reason: 'busy' })),
      snooze: () =>
        life.does((alert, at) =>
          moveAlert(alert, { ...{ to: 'snoozed', at, by, reason: 'CT' }, until: at + n * MINUTE }),
        ),
      worse: () =>
        life.does((alert, at) => moveAlert(alert, { to: 'raised', at, by: 'system', reason: '' })),
      resolve: () =>
        life.does((alert, at) => moveAlert(alert, { to: 'resolved', at, by, reason: 'done' })),
    };
    acts[what]();
  };

  it('no alert is lost, stuck without a time, told twice for one step, or closed without a reason', () => {
    fc.assert(
      fc.property(kind, fc.array(fc.tuple(step, fc.integer({ min: 1, max: 30 }))), (is, steps) => {
        const life = new Life({ kind: is, priority: is === 'end-confirmed' ? 'high' : 'medium' });
        for (const [what, n] of steps) play(life, what, n);
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
