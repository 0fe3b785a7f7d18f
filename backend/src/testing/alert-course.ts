import { END_PAPER, MINUTE, type EndFinding } from '@endwatch/clinical';
import { T0 } from '@endwatch/clinical/testing';
import type { AlertKind, AlertState, AlertTransition } from '../domain/alerting/alert.ts';
import { declineAlert, moveAlert, type Moved } from '../domain/alerting/alert-life.ts';
import { alertPolicyFor, type AlertPolicy } from '../domain/alerting/alert-policy.ts';
import {
  DEFAULT_ESCALATION,
  type EscalationPolicy,
  type EscalationRule,
} from '../domain/alerting/escalation.ts';
import { notedAtSnooze } from '../domain/alerting/broken-snoozes.ts';
import { decideAlerts, type AlertDecision } from '../domain/alerting/decide-alerts.ts';
import type { AlertSituation, EvidenceKind, ScorePoint } from '../domain/alerting/verdict.ts';
import { NO_HOURS } from '../domain/alerting/ward-hours.ts';

const stands: EscalationRule = { steps: [], repeat: null, remindAfter: null };
/** Time does nothing to an alert. */
const NOBODY_ELSE = {
  ...Object.fromEntries(Object.keys(DEFAULT_ESCALATION).map((kind) => [kind, stands])),
  ...NO_HOURS,
} as EscalationPolicy;

export const noEnd: EndFinding = {
  status: 'none',
  rule: null,
  at: null,
  phase: null,
  deltaTotal: null,
  deltaMotor: null,
  referenceAt: null,
  motorEvaluable: true,
  repeat: null,
  definition: END_PAPER,
  reason: 'NIHSS has not risen.',
};

/** One patient over time: each step brings a score, the clock or both, and keeps what was decided. */
export class AlertCourse {
  now = T0;
  known: readonly AlertState[] = [];
  scores: ScorePoint[] = [];
  evidence: readonly EvidenceKind[] = ['vital signs'];
  last: AlertDecision | null = null;
  count = 0;
  /** Of all alerts, in order. */
  history: AlertTransition[] = [];
  private readonly policy: AlertPolicy;

  constructor(escalation = NOBODY_ELSE) {
    this.policy = alertPolicyFor({ medium: 0.2, high: 0.35, highOff: 0.25 }, { escalation });
  }

  /** A score of this risk (percent) `minutes` later, looked at once it may ring. */
  risk(next: number, minutes = 60): this {
    this.now += minutes * MINUTE;
    this.count += 1;
    const score = { id: `s${String(this.count)}`, asOf: this.now, next24h: next / 100 };
    this.scores = [score, ...this.scores];
    return this.decide();
  }

  wait(minutes: number, changes: Partial<AlertSituation> = {}): this {
    this.now += minutes * MINUTE;
    return this.decide(changes);
  }

  decide(changes: Partial<AlertSituation> = {}, risk: Partial<AlertSituation['risk']> = {}): this {
    const situation: AlertSituation = {
      patientId: 'p1',
      now: this.now,
      alerts: this.known,
      closed: null,
      admittedAt: T0,
      end: noEnd,
      rise: null,
      risk: {
        scores: this.scores,
        superseded: new Map(),
        ended: null,
        endedForModelOnly: false,
        evidence: this.evidence,
        ...risk,
      },
      examination: { lastAt: T0, dueAt: null, mostGrace: null, expected: 'every 4 h on day 1' },
      streams: [],
      judgeAbsence: true,
      ...changes,
    };
    const newId = (kind: AlertKind): string => {
      this.count += 1;
      return `${kind}-${String(this.count)}`;
    };
    this.last = decideAlerts({ policy: this.policy, situation, newId });
    this.known = this.last.known;
    this.history.push(...this.last.transitions);
    return this;
  }

  by(hand: 'acknowledged' | 'snoozed' | 'resolved', kind: AlertKind): this {
    const nurse = { at: this.now, by: 'N. Urse', account: 'nurse', reason: 'seen' };
    this.does(kind, (alert) =>
      moveAlert(alert, { ...nurse, to: hand, until: this.now + 120 * MINUTE }),
    );
    // As in the round of what somebody does.
    const risk = {
      scores: this.scores,
      superseded: new Map(),
      ended: null,
      endedForModelOnly: false,
      evidence: [],
    };
    const noted = notedAtSnooze({ alerts: this.known, risk });
    this.known = this.known.map((alert) => noted.find(({ id }) => id === alert.id) ?? alert);
    return this;
  }

  /** By whoever was told of it last. */
  decline(kind: AlertKind): this {
    const doctor = { at: this.now, by: 'Dr A', account: 'doctor', reason: 'In theatre' };
    return this.does(kind, (alert) => {
      const duty = this.history.findLast(({ alertId }) => alertId === alert.id)?.told ?? null;
      return declineAlert(alert, { ...doctor, duty: duty === 'clear' ? null : duty });
    });
  }

  private does(kind: AlertKind, change: (alert: AlertState) => Moved): this {
    this.known = this.known.map((alert) => {
      if (alert.kind !== kind || alert.state === 'resolved') return alert;
      const moved = change(alert);
      if (!moved.ok) throw new Error(moved.problem);
      this.history.push(moved.transition);
      return moved.alert;
    });
    return this;
  }

  open(): readonly string[] {
    return this.known
      .filter(({ state }) => state !== 'resolved')
      .map(({ kind, state }) => `${kind} ${state}`);
  }

  reasonOf(kind: AlertKind): string | undefined {
    return this.known.findLast((alert) => alert.kind === kind)?.reason;
  }
}
