import { HOUR, MINUTE, type EndFinding, type EndRise } from '@endwatch/clinical';
import { T0 } from '@endwatch/clinical/testing';
import { AlertCourse as Course, noEnd } from '../../testing/alert-course.ts';
import { moveAlert } from './alert-life.ts';
import type { AlertSituation } from './verdict.ts';

/** Percent at each hour → is a risk-high alert open after it? `sure` waits out the minimum duration. */
describe('risk high: hysteresis', () => {
  it.each([
    ['below on', [34], [false]],
    ['at on', [35], [true]],
    ['between off and on keeps what was', [30, 36, 30, 26], [false, true, true, true]],
    ['below off ends', [36, 25, 24], [true, true, false]],
    ['on the way up again', [36, 24, 30, 35], [true, false, false, true]],
    [
      'jitter around on rings once',
      [34, 36, 34, 36, 34, 36],
      [false, true, true, true, true, true],
    ],
  ])('%s', (_name, risks, expected) => {
    const course = new Course();
    const seen = risks.map((risk) => course.risk(risk).wait(2).open().length > 0);
    expect(seen).toEqual(expected);
  });

  it('waits out the minimum duration, and says when to look again', () => {
    const course = new Course().risk(40);
    expect(course.open()).toEqual([]);
    expect(course.last?.lookAgainAt).toBe(course.now + 2 * MINUTE);
    expect(course.wait(1).open()).toEqual([]);
    expect(course.wait(1).open()).toEqual(['risk-high raised']);
  });

  it('one wild reading is no alert', () => {
    expect(new Course().risk(60).risk(20, 1).wait(5).known).toEqual([]);
  });

  it('says how high, and what ended it', () => {
    const course = new Course().risk(41).wait(2);
    expect(course.reasonOf('risk-high')).toBe(
      'Risk of getting worse in the next 24 h is 41\u00a0% (on at 35\u00a0%)',
    );
    expect(course.known[0]).toMatchObject({ priority: 'medium', riskAtRaise: 0.41, scoreId: 's1' });
    expect(course.risk(18).reasonOf('risk-high')).toBe(
      'Risk fell to 18\u00a0% (off below 25\u00a0%)',
    );
    expect(course.last?.transitions).toMatchObject([
      { from: 'raised', to: 'resolved', by: 'system' },
    ]);
  });

  it.each([
    [59, true],
    [61, false],
  ])('a forecast of %i min ago rings: %s', (minutes, rings) => {
    const course = new Course();
    course.scores = [{ id: 's', asOf: course.now - minutes * MINUTE, next24h: 0.5 }];
    expect(course.decide().open().length > 0).toBe(rings);
  });

  it('closed by hand stays closed until the risk has been low, and a day at most', () => {
    const course = new Course().risk(40).wait(2).by('resolved', 'risk-high');
    expect(course.risk(41).wait(2).open()).toEqual([]);
    expect(course.risk(20).risk(40).wait(2).open()).toEqual(['risk-high raised']);
    course.by('resolved', 'risk-high');
    for (let hour = 0; hour < 23; hour += 1) expect(course.risk(41).open()).toEqual([]);
    expect(course.risk(41, 120).wait(2).open()).toEqual(['risk-high raised']);
  });

  it('ends with its reason when there is nothing to forecast', () => {
    const ended = 'END confirmed: there is nothing left to forecast';
    const course = new Course().risk(40).wait(2).decide({}, { ended });
    expect(course.open()).toEqual([]);
    expect(course.reasonOf('risk-high')).toBe(ended);
  });

  it('ends with everything else at discharge', () => {
    const course = new Course().risk(40).wait(2).decide({ closed: 'Discharged' });
    expect(course.open()).toEqual([]);
    expect(course.reasonOf('risk-high')).toBe('Discharged');
  });
});

describe('risk rising', () => {
  it.each([
    ['nine points further', [40, 49], ['risk-high raised']],
    ['ten points further', [40, 50], ['risk-high raised', 'risk-rising raised']],
    ['never without an alert before', [10, 24, 34], []],
    ['step by step', [36, 41, 46], ['risk-high raised', 'risk-rising raised']],
  ])('%s', (_name, risks, expected) => {
    const course = new Course();
    for (const risk of risks) course.risk(risk).wait(2);
    expect(course.open()).toEqual(expected);
  });

  it('ends the snooze of a high risk', () => {
    const course = new Course().risk(40).wait(2).by('snoozed', 'risk-high');
    expect(course.risk(45, 10).wait(2).open()).toEqual(['risk-high snoozed']);
    expect(course.risk(51, 10).wait(2).open()).toEqual(['risk-high raised', 'risk-rising raised']);
  });

  it('by a new kind of evidence ends the snooze of a high risk', () => {
    const course = new Course().risk(40).wait(2).by('snoozed', 'risk-high');
    course.evidence = ['vital signs', 'report'];
    expect(course.risk(41, 10).wait(2).open()).toEqual(['risk-high raised', 'risk-rising raised']);
  });

  it('by a new kind of evidence ends the snooze of a risk that has gone down since, once', () => {
    const course = new Course().risk(40).wait(2).risk(30, 10).wait(2).by('snoozed', 'risk-high');
    expect(course.risk(29, 10).wait(2).open()).toEqual(['risk-high snoozed']);
    course.evidence = ['vital signs', 'report'];
    expect(course.risk(28, 10).wait(2).open()).toEqual(['risk-high raised']);
    course.by('snoozed', 'risk-high');
    expect(course.risk(28, 10).wait(2).open()).toEqual(['risk-high snoozed']);
  });

  it('ends the snooze of a high risk also while it still rings itself', () => {
    const course = new Course().risk(40).wait(2).risk(51).wait(2).by('snoozed', 'risk-high');
    expect(course.risk(60, 10).wait(2).open()).toEqual(['risk-high snoozed', 'risk-rising raised']);
    expect(course.risk(61, 10).wait(2).open()).toEqual(['risk-high raised', 'risk-rising raised']);
  });

  it('is measured from the risk at the snooze, where that was lower', () => {
    const course = new Course().risk(60).wait(2).risk(40, 10).wait(2).by('snoozed', 'risk-high');
    expect(course.risk(49, 10).wait(2).open()).toEqual(['risk-high snoozed']);
    expect(course.risk(50, 10).wait(2).open()).toEqual(['risk-high raised', 'risk-rising raised']);
    expect(course.reasonOf('risk-rising')).toBe(
      'Risk of getting worse in the next 24 h rose from 40\u00a0% to 50\u00a0% since it was snoozed',
    );
    expect(course.known.map(({ riskAtSnooze }) => riskAtSnooze)).toEqual([null, null]);
  });

  it('keeps the risk at the snooze with the alert, once', () => {
    const course = new Course().risk(60).wait(2).risk(40, 10).wait(2).by('snoozed', 'risk-high');
    const [alert] = course.known;
    course.known = [{ ...alert!, riskAtSnooze: null }];
    course.decide();
    expect(course.last?.changed).toMatchObject([{ state: 'snoozed', riskAtSnooze: 0.4 }]);
    expect(course.risk(45, 10).known).toMatchObject([{ riskAtSnooze: 0.4 }]);
    expect(course.last?.changed).toEqual([]);
  });

  it('ends its own snooze when it goes on', () => {
    const course = new Course().risk(40).wait(2).risk(51).wait(2).by('snoozed', 'risk-rising');
    expect(course.risk(55, 10).wait(2).open()).toContain('risk-rising snoozed');
    expect(course.risk(62, 10).wait(2).open()).toContain('risk-rising raised');
  });

  it('does not ring in the same breath as risk high', () => {
    const course = new Course().risk(36).wait(2).risk(20).risk(70).wait(2);
    expect(course.open()).toEqual(['risk-high raised']);
  });

  it('rings again after a further step, although somebody took note', () => {
    const course = new Course().risk(40).wait(2).risk(51).wait(2);
    course.by('acknowledged', 'risk-rising');
    expect(course.risk(55).wait(2).open()).toContain('risk-rising acknowledged');
    expect(course.risk(62).wait(2).open()).toContain('risk-rising raised');
    expect(course.reasonOf('risk-rising')).toBe(
      'Risk of getting worse in the next 24 h rose from 51\u00a0% to 62\u00a0% since the last alert',
    );
  });

  it('a new kind of evidence that does not lower the risk asks again', () => {
    const course = new Course().risk(40).wait(2);
    course.evidence = ['vital signs', 'report'];
    expect(course.risk(41).wait(2).open()).toEqual(['risk-high raised', 'risk-rising raised']);
    expect(course.reasonOf('risk-rising')).toMatch(/now also by report/);
    expect(course.risk(42).wait(2).last?.transitions).toEqual([]);
  });

  it('ends when the rise is given back', () => {
    const course = new Course().risk(40).wait(2).risk(51).wait(2).risk(39);
    expect(course.open()).toEqual(['risk-high raised']);
    expect(course.reasonOf('risk-rising')).toBe('Risk is back to 39\u00a0%');
  });

  it('ends when the value that raised it is corrected', () => {
    const course = new Course().risk(40).wait(2).risk(51).wait(2);
    const wrong = course.known.find(({ kind }) => kind === 'risk-rising')?.scoreId ?? '';
    const right = { id: 'right', asOf: course.scores[0]?.asOf ?? 0, next24h: 0.42 };
    course.scores = [right, ...course.scores.slice(1)];
    course.decide({}, { superseded: new Map([[wrong, right]]) });
    expect(course.open()).toEqual(['risk-high raised']);
    expect(course.reasonOf('risk-rising')).toMatch(/corrected/);
  });
});

describe('END as the model counts it, in a house that asks for more', () => {
  const ended = 'END as the model counts it has come: there is nothing left to forecast';
  const over = { ended, endedForModelOnly: true };

  it('leaves what is open with the ward, and says so; nothing takes its place', () => {
    const course = new Course().risk(40).wait(2).risk(51).wait(2).by('acknowledged', 'risk-high');
    course.decide({}, over);
    expect(course.open()).toEqual(['risk-high acknowledged', 'risk-rising raised']);
    expect(course.known.map(({ reason }) => reason)).toEqual([ended, ended]);
    expect(course.known.map(({ riskAtRaise }) => riskAtRaise)).toEqual([0.4, 0.51]);
    course.wait(60);
    expect(course.decide({}, over).last?.changed).toHaveLength(2);
    expect(course.decide({}, over).last?.changed).toEqual([]);
  });

  it('raises nothing, and goes when END of the house comes', () => {
    const course = new Course();
    course.scores = [{ id: 's', asOf: T0, next24h: 0.6 }];
    expect(course.decide({}, over).wait(5, {}).open()).toEqual(['risk-high raised']);
    const none = new Course();
    none.scores = course.scores;
    none.now += 5 * MINUTE;
    expect(none.decide({}, over).open()).toEqual([]);
    course.decide({}, { ended: 'END confirmed: there is nothing left to forecast' });
    expect(course.open()).toEqual([]);
  });

  it('taken back, the alert speaks of the risk again, and ends with it', () => {
    const course = new Course().risk(40).wait(2).decide({}, over).decide();
    expect(course.reasonOf('risk-high')).toMatch(/is 40\u00a0% \(on at 35\u00a0%\)$/);
    expect(course.decide().last?.changed).toEqual([]);
    expect(course.risk(20).open()).toEqual([]);
  });
});

describe('END', () => {
  const met = (changes: Partial<EndFinding> = {}): { end: EndFinding } => ({
    end: {
      ...noEnd,
      ...{ status: 'confirmed', rule: 'total', at: T0, deltaTotal: 3, repeat: null },
      reason: 'NIHSS 8 to 11 (+3) since the admission examination.',
      ...changes,
    },
  });

  it('confirmed is high, suspected asks for a repeat at medium, and rings again when confirmed', () => {
    const course = new Course().decide(met({ status: 'suspected', repeat: 'awaited' }));
    expect(course.known).toMatchObject([{ kind: 'end-confirmed', priority: 'medium' }]);
    expect(course.reasonOf('end-confirmed')).toMatch(/repeat the examination/);
    course.by('acknowledged', 'end-confirmed').decide(met());
    expect(course.known).toMatchObject([{ priority: 'high', state: 'raised' }]);
  });

  it('rings through any snooze: of the risk, and of the END that was to be confirmed', () => {
    const risk = new Course().risk(40).wait(2).by('snoozed', 'risk-high');
    risk.decide(met(), { ended: 'END confirmed' });
    expect(risk.open()).toEqual(['end-confirmed raised']);
    const doubt = new Course().decide(met({ status: 'suspected', repeat: 'awaited' }));
    doubt.by('snoozed', 'end-confirmed').decide(met());
    expect(doubt.known).toMatchObject([{ priority: 'high', state: 'raised', holder: null }]);
  });

  describe('that goes on', () => {
    const worse = (
      total: number,
      motor = 0,
      at = T0,
    ): ReturnType<typeof met> & { rise: EndRise } => ({
      ...met(),
      rise: { at, total, motor, reason: `NIHSS 8 to ${String(8 + 2 * total)}.` },
    });

    it.each(['acknowledged', 'snoozed'] as const)('rings again, although it was %s', (hand) => {
      const course = new Course().decide(worse(1)).by(hand, 'end-confirmed');
      expect(course.wait(60, worse(1)).open()).toEqual([`end-confirmed ${hand}`]);
      expect(course.reasonOf('end-confirmed')).toMatch(/^NIHSS 8 to 11/);
      course.wait(1, worse(2, 0, T0 + HOUR));
      expect(course.known).toMatchObject([{ state: 'raised', priority: 'high', holder: null }]);
      expect(course.last?.transitions).toMatchObject([{ reason: 'NIHSS 8 to 12.' }]);
      expect(course.reasonOf('end-confirmed')).toBe('NIHSS 8 to 12.');
    });

    it('in arms and legs only is a further step too', () => {
      const course = new Course().decide(worse(2)).by('acknowledged', 'end-confirmed');
      expect(course.wait(1, worse(2, 1)).open()).toEqual(['end-confirmed raised']);
    });

    it('is another alert where the first was closed, also days later', () => {
      const course = new Course().decide(worse(1)).by('resolved', 'end-confirmed');
      expect(course.wait(30, worse(1)).open()).toEqual([]);
      expect(course.wait(50 * 60, worse(2, 0, T0 + 50 * HOUR)).open()).toHaveLength(1);
    });

    it('says what is left when the further rise is corrected, and does not ring for that', () => {
      const course = new Course().decide(worse(3)).by('acknowledged', 'end-confirmed');
      course.wait(1, worse(1));
      expect(course.open()).toEqual(['end-confirmed acknowledged']);
      expect(course.reasonOf('end-confirmed')).toMatch(/^NIHSS 8 to 11/);
      const closed = new Course().decide(worse(3)).by('resolved', 'end-confirmed');
      expect(closed.wait(1, worse(1)).open()).toEqual([]);
    });

    it('was raised before steps were kept: from now on it counts them', () => {
      const course = new Course().decide(met()).by('acknowledged', 'end-confirmed');
      expect(course.wait(1, worse(2)).open()).toEqual(['end-confirmed acknowledged']);
      expect(course.wait(1, worse(3)).open()).toEqual(['end-confirmed raised']);
    });
  });

  it('closed by hand does not ring again, withdrawn and charted again does', () => {
    const course = new Course().decide(met()).by('resolved', 'end-confirmed').decide(met());
    expect(course.open()).toEqual([]);
    const other = new Course().decide(met()).decide().decide(met());
    expect(other.open()).toEqual(['end-confirmed raised']);
    expect(other.known[0]?.reason).toMatch(/withdrawn/);
  });

  it('of more than a day ago is a fact, not an alert', () => {
    expect(new Course().decide(met({ at: T0 - 25 * HOUR })).known).toEqual([]);
  });
});

describe('what is missing', () => {
  const due = (after: number, last = 0): Partial<AlertSituation> => ({
    examination: {
      ...{ lastAt: T0 + last * HOUR, dueAt: T0 + after * HOUR, expected: 'every 4 h on day 1' },
      mostGrace: null,
    },
  });

  it.each([
    [29, true, []],
    [30, true, ['examination-overdue raised']],
    [30, false, []],
  ])('an examination %i min overdue, asked by the clock: %s', (minutes, judgeAbsence, expected) => {
    const course = new Course().wait(4 * 60 + minutes, { ...due(4), judgeAbsence });
    expect(course.open()).toEqual(expected);
  });

  it('an examination every 15 min is overdue after as long', () => {
    const examination = {
      ...{ lastAt: T0, dueAt: T0 + 15 * MINUTE, mostGrace: 15 * MINUTE },
      expected: 'every 15 min after thrombolysis',
    };
    const course = new Course().wait(29, { examination });
    expect(course.open()).toEqual([]);
    expect(course.wait(1, { examination }).open()).toEqual(['examination-overdue raised']);
  });

  it('says how long, how often, and that it was done', () => {
    const course = new Course().wait(6 * 60, due(4));
    expect(course.reasonOf('examination-overdue')).toBe(
      'Not examined for 6 h (every 4 h on day 1)',
    );
    expect(course.known[0]?.priority).toBe('low');
    expect(course.wait(1, due(10, 6)).reasonOf('examination-overdue')).toBe('Examined');
  });

  it('ends without an examination when another schedule makes it due later', () => {
    const course = new Course().wait(6 * 60, due(4)).wait(1, due(12));
    expect(course.open()).toEqual([]);
    expect(course.reasonOf('examination-overdue')).toBe('Not due yet');
  });

  it('silent vital signs are technical, and closing it lasts until they have come and gone', () => {
    const stream = (newestAt: number, staleAt: number): Partial<AlertSituation> => ({
      streams: [{ label: 'vital signs', newestAt, staleAt, expected: 'at least every 2 h' }],
    });
    const course = new Course().wait(120, stream(T0, T0 + 2 * HOUR));
    expect(course.known).toMatchObject([{ kind: 'data-stale', priority: 'technical' }]);
    course.by('resolved', 'data-stale').wait(5, stream(T0, T0 + 2 * HOUR));
    expect(course.open()).toEqual([]);
    course.wait(60, stream(T0 + 3 * HOUR, T0 + 5 * HOUR));
    course.wait(180, stream(T0 + 3 * HOUR, T0 + 5 * HOUR));
    expect(course.open()).toEqual(['data-stale raised']);
  });

  it.each([
    // Silent since before it was due, and stale: held back, then raised whatever the reason.
    [{ newestAt: 3.5, staleAt: 4.5 }, 4.5, ['data-stale raised']],
    [{ newestAt: 3.5, staleAt: 4.5 }, 5.4, ['data-stale raised']],
    [{ newestAt: 3.5, staleAt: 4.5 }, 5.5, ['data-stale raised', 'examination-overdue raised']],
    // Something came after it was due, or is not stale yet, or never came: it is missing.
    [{ newestAt: 4.2, staleAt: 4.5 }, 4.5, ['data-stale raised', 'examination-overdue raised']],
    [{ newestAt: 3.5, staleAt: 5.5 }, 4.5, ['examination-overdue raised']],
    [{ newestAt: null, staleAt: 4.5 }, 4.5, ['data-stale raised', 'examination-overdue raised']],
  ])('vital signs %j h, an examination due at 4 h, at %d h: %j', (stream, hours, expected) => {
    const { newestAt, staleAt } = stream;
    const course = new Course().wait(hours * 60, {
      ...due(4),
      streams: [
        {
          label: 'vital signs',
          newestAt: newestAt === null ? null : T0 + newestAt * HOUR,
          staleAt: T0 + staleAt * HOUR,
          expected: 'at least every hour',
        },
      ],
    });
    expect(course.open().toSorted()).toEqual(expected);
    if (expected.length === 1 && stream.staleAt <= hours) {
      expect(course.last?.lookAgainAt).toBe(T0 + 5.5 * HOUR);
    }
  });

  it('a snooze ends by itself', () => {
    const course = new Course().wait(6 * 60, due(4));
    const [alert] = course.known;
    if (alert === undefined) throw new Error('no alert');
    const until = course.now + 30 * MINUTE;
    const moved = moveAlert(alert, { to: 'snoozed', at: course.now, by: 'x', reason: '', until });
    if (!moved.ok) throw new Error(moved.problem);
    course.known = [moved.alert];
    expect(course.wait(29, due(4)).open()).toEqual(['examination-overdue snoozed']);
    expect(course.last?.lookAgainAt).toBe(until);
    expect(course.wait(1, due(4)).open()).toEqual(['examination-overdue raised']);
  });
});
