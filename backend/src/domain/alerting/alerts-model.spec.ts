import { MINUTE } from '@endwatch/clinical';
import { T0 } from '@endwatch/clinical/testing';
import fc from 'fast-check';
import { AlertCourse, noEnd } from '../../testing/alert-course.ts';
import type { AlertKind, AlertState } from './alert.ts';
import { DEFAULT_ESCALATION, type EscalationPolicy } from './escalation.ts';

const HANDS = ['acknowledged', 'snoozed', 'resolved'] as const;
const KINDS: readonly AlertKind[] = ['end-confirmed', 'risk-high', 'risk-rising'];
const RISE = 10;

/** What must be true of one patient, told without any of the rules: which alerts there were, and what was snoozed at which risk. */
interface Model {
  readonly ids: Map<string, AlertKind>;
  /** Percent when the alert of the high risk last rang or was snoozed, the lower; null while it is not snoozed. */
  snoozedAt: number | null;
  end: boolean;
}
type Step = fc.Command<Model, Real>;

/** Starts again at any moment from what would be in the database. */
class Real {
  course: AlertCourse;
  isEnd = false;
  /** Steps of what the definition calls a rise, and since when. */
  rise = { at: T0, total: 1, motor: 0, reason: 'NIHSS has risen.' };
  private readonly escalation: EscalationPolicy;

  constructor(escalation: EscalationPolicy) {
    this.escalation = escalation;
    this.course = new AlertCourse(escalation);
  }

  decide(): void {
    if (!this.isEnd) this.course.decide();
    else {
      const end = { ...noEnd, status: 'confirmed', rule: 'total', at: T0 } as const;
      this.course.decide({ end, rise: this.rise }, { ended: 'END confirmed' });
    }
  }

  restart(): void {
    const { now, known, scores, evidence, history } = this.course;
    const again = new AlertCourse(this.escalation);
    Object.assign(again, JSON.parse(JSON.stringify({ now, known, scores, evidence, history })));
    again.count = this.course.count;
    this.course = again;
  }

  alert(kind: AlertKind): AlertState | undefined {
    return this.course.known.find((alert) => alert.kind === kind && alert.state !== 'resolved');
  }
}

function check(model: Model, { course, ...real }: Real): void {
  const open = course.known.filter(({ state }) => state !== 'resolved');
  // Of each kind at most one is open, and no number is given twice.
  expect(new Set(open.map(({ kind }) => kind)).size).toBe(open.length);
  expect(new Set(course.known.map(({ id }) => id)).size).toBe(course.known.length);
  for (const alert of course.known) {
    expect(model.ids.get(alert.id) ?? alert.kind).toBe(alert.kind);
    model.ids.set(alert.id, alert.kind);
    if (alert.state === 'resolved') expect(alert.reason).not.toBe('');
    if (alert.state === 'snoozed') expect(alert.escalatesAt).toBeGreaterThan(course.now);
    checkTime(alert, course);
  }
  // None that there ever was is lost.
  for (const id of model.ids.keys()) expect(course.known.some((one) => one.id === id)).toBe(true);
  // A fact ends the forecast: nothing but END is open then.
  if (real.isEnd) expect(open.filter(({ kind }) => kind !== 'end-confirmed')).toEqual([]);
}

/** What its history says, and that something will come of it by itself. */
function checkTime(alert: AlertState, { now, last, history }: AlertCourse): void {
  const own = history.filter(({ alertId }) => alertId === alert.id);
  // One chain from nothing to where it stands.
  expect(own.map(({ from }) => from)).toEqual([null, ...own.slice(0, -1).map(({ to }) => to)]);
  expect(own.at(-1)?.to).toBe(alert.state);
  if (alert.state !== 'resolved') {
    expect(alert.escalatesAt).toBeGreaterThan(now);
    expect(last?.lookAgainAt).toBeLessThanOrEqual(alert.escalatesAt ?? 0);
  }
  // Raised anew it begins with the first, but not where somebody has said no.
  if (alert.state === 'raised' && !alert.declined) expect(alert.step).toBe(0);
  // Somebody is told when it goes on, and told that it is over when it is taken, ends or begins anew.
  const told = own.filter(({ told: whom }) => whom !== null);
  for (const { to, told: whom } of told) expect(to === 'escalated').toBe(whom !== 'clear');
  const mayRest = alert.state === 'escalated' || alert.declined;
  if (told.length > 0 && !mayRest) expect(told.at(-1)?.told).toBe('clear');
}

const step = (name: string, run: (model: Model, real: Real) => void): Step => ({
  check: () => true,
  run: (model, real) => {
    run(model, real);
    check(model, real);
  },
  toString: () => name,
});

const scored = (percent: number): Step =>
  step(`risk ${String(percent)} %`, (model, real) => {
    if (real.isEnd) return;
    real.course.risk(percent, 10).wait(2);
    const { snoozedAt } = model;
    const high = real.alert('risk-high');
    if (snoozedAt !== null && percent >= snoozedAt + RISE && high !== undefined)
      expect(high.state).not.toBe('snoozed');
    if (high?.state !== 'snoozed') model.snoozedAt = null;
  });

const evidence = (): Step =>
  step('a report', (model, real) => {
    const { course } = real;
    const [last] = course.scores;
    if (real.isEnd || last === undefined || course.evidence.includes('report')) return;
    course.evidence = ['vital signs', 'report'];
    course.risk(Math.round(last.next24h * 100), 10).wait(2);
    const high = real.alert('risk-high');
    if (model.snoozedAt !== null && high !== undefined) expect(high.state).not.toBe('snoozed');
    model.snoozedAt = null;
  });

const hand = (what: (typeof HANDS)[number], kind: AlertKind): Step =>
  step(`${what} ${kind}`, (model, real) => {
    const alert = real.alert(kind);
    if (alert === undefined || (alert.state === what && what === 'snoozed')) return;
    if (alert.state === 'acknowledged' && what === 'acknowledged') return;
    real.course.by(what, kind);
    real.decide();
    if (kind !== 'risk-high') return;
    const rang = [alert, real.alert('risk-rising')].map((one) => one?.riskAtRaise ?? 0);
    const now = (real.course.scores[0]?.next24h ?? 1) * 100;
    model.snoozedAt = what === 'snoozed' ? Math.min(Math.max(...rang) * 100, now) : null;
  });

const declined = (kind: AlertKind): Step =>
  step(`declined ${kind}`, (_model, real) => {
    const { state } = real.alert(kind) ?? {};
    if (state !== 'escalated') return;
    const before = real.course.history.length;
    real.course.decline(kind);
    real.decide();
    // The next is told at once.
    const since = real.course.history.slice(before).map(({ to }) => to);
    expect(since).toEqual(['raised', 'escalated']);
  });

const passed = (minutes: number): Step =>
  step(`${String(minutes)} min`, (model, real) => {
    real.course.now += minutes * MINUTE;
    real.decide();
    if (real.alert('risk-high')?.state !== 'snoozed') model.snoozedAt = null;
  });

const end = (): Step =>
  step('END', (model, real) => {
    real.isEnd = true;
    model.snoozedAt = null;
    real.decide();
    const rings = real.course.now - T0 < 1_440 * MINUTE && !model.end;
    if (rings) expect(real.alert('end-confirmed')?.state).toBe('raised');
    model.end = true;
  });

const wentOn = (): Step =>
  step('worse after END', (_model, real) => {
    if (!real.isEnd) return;
    real.rise = { ...real.rise, at: real.course.now, total: real.rise.total + 1 };
    real.decide();
    expect(real.alert('end-confirmed')?.state).toBe('raised');
  });

const restarted = (): Step =>
  step('restart', (_model, real) => {
    real.restart();
    real.decide();
  });

describe('the alerts of one patient, whatever happens', () => {
  it('none is lost, doubled, closed without a reason, or slept through when it gets worse', () => {
    const steps = [
      ...[fc.integer({ min: 1, max: 95 }).map(scored), fc.constant(evidence())],
      fc.tuple(fc.constantFrom(...HANDS), fc.constantFrom(...KINDS)).map((by) => hand(...by)),
      fc.constantFrom(...KINDS).map(declined),
      ...[fc.integer({ min: 1, max: 150 }).map(passed), fc.constant(restarted())],
      ...[fc.constant(end()), fc.constant(wentOn())],
    ];
    const shiftEnds = fc.subarray(['07:00', '15:00', '23:00']);
    fc.assert(
      fc.property(shiftEnds, fc.commands(steps, { maxCommands: 40 }), (ends, commands) => {
        const model = { ids: new Map<string, AlertKind>(), snoozedAt: null, end: false };
        const real = new Real({ ...DEFAULT_ESCALATION, shiftEnds: ends });
        fc.modelRun(() => ({ model, real }), commands);
      }),
      { numRuns: 300 },
    );
  });
});
