import type { EpochMs } from '@endwatch/clinical';
import type { AlertKind, AlertState, AlertTransition } from './alert.ts';
import { moveAlert, SYSTEM } from './alert-life.ts';
import type { AlertPolicy } from './alert-policy.ts';
import { brokenSnoozes, notedAtSnooze } from './broken-snoozes.ts';
import { endVerdict } from './end-alert.ts';
import { passTime } from './escalation.ts';
import { riskHighVerdict, riskRisingVerdict } from './risk-alerts.ts';
import { overdueVerdict, staleVerdict } from './upkeep-alerts.ts';
import {
  closedByHand,
  goneCause,
  type AlertSituation,
  type Rule,
  type Verdict,
} from './verdict.ts';

/** In this order: a risk that has just been raised as high is not raised as rising in the same breath. */
const RULES: readonly (readonly [AlertKind, Rule])[] = [
  ['end-confirmed', endVerdict],
  ['risk-high', riskHighVerdict],
  ['risk-rising', riskRisingVerdict],
  ['examination-overdue', overdueVerdict],
  ['data-stale', staleVerdict],
];

export interface AlertDecision {
  /** Alerts that changed, as they stand now. */
  readonly changed: readonly AlertState[];
  readonly transitions: readonly AlertTransition[];
  /** All that are known after this decision, resolved ones of the last 24 h too. */
  readonly known: readonly AlertState[];
  /** When the clock alone may change something here; null = not by itself. */
  readonly lookAgainAt: EpochMs | null;
}

export interface AlertQuestion {
  readonly policy: AlertPolicy;
  readonly situation: AlertSituation;
  /** Id of a new alert. */
  readonly newId: (kind: AlertKind, cause: string) => string;
}

type Change = { readonly alert: AlertState; readonly transition: AlertTransition | null };

/** Applies every rule to one patient. Pure: the same question has the same answer. */
export function decideAlerts(question: AlertQuestion): AlertDecision {
  const { policy } = question;
  const noted = notedAtSnooze(question.situation);
  const alerts = new Map([...question.situation.alerts, ...noted].map((one) => [one.id, one]));
  const situation = { ...question.situation, alerts: [...alerts.values()] };
  const changes: Change[] = noted.map((alert) => ({ alert, transition: null }));
  let lookAgainAt: EpochMs | null = null;
  for (const [kind, rule] of RULES) {
    const open = openAlert(situation, kind);
    const verdict: Verdict =
      situation.closed === null
        ? rule({ policy, situation: { ...situation, alerts: [...alerts.values()] }, open })
        : { say: 'absent', reason: situation.closed };
    const change = changeFor(question, { kind, open, verdict });
    if (change !== null) {
      alerts.set(change.alert.id, change.alert);
      changes.push(change);
    }
    lookAgainAt = earliest(
      lookAgainAt,
      verdict.say === 'nothing' ? (verdict.lookAgainAt ?? null) : null,
    );
  }
  const woken = brokenSnoozes(
    changes.map(({ alert }) => alert),
    { policy, situation: { ...situation, alerts: [...alerts.values()] } },
  );
  const rung = woken.flatMap(
    ({ alert, reason }) => moved(alert, { to: 'raised', at: situation.now, reason }) ?? [],
  );
  for (const change of rung) {
    alerts.set(change.alert.id, change.alert);
    changes.push(change);
  }
  for (const alert of [...alerts.values()]) {
    const passed = passTime(alert, policy, situation.now);
    if (passed !== null) {
      alerts.set(alert.id, passed.alert);
      changes.push(passed);
    }
    const { state, escalatesAt } = passed?.alert ?? alert;
    if (state !== 'resolved') lookAgainAt = earliest(lookAgainAt, escalatesAt);
  }
  const changed = new Set(changes.map(({ alert }) => alert.id));
  return {
    changed: [...alerts.values()].filter(({ id }) => changed.has(id)),
    transitions: changes.flatMap((change) => change.transition ?? []),
    known: [...alerts.values()],
    lookAgainAt,
  };
}

function changeFor(
  question: AlertQuestion,
  found: { kind: AlertKind; open: AlertState | null; verdict: Verdict },
): Change | null {
  const { open, verdict } = found;
  const { now } = question.situation;
  if (verdict.say === 'absent') {
    if (open === null) return null;
    const gone = { ...open, cause: goneCause(open.cause) };
    return moved(gone, { to: 'resolved', at: now, reason: verdict.reason });
  }
  if (open === null) return verdict.say === 'present' ? raise(question, found.kind, verdict) : null;
  return verdict.say === 'nothing' ? null : renew(open, verdict, now);
}

type Present = Extract<Verdict, { say: 'present' }>;

function raise(question: AlertQuestion, kind: AlertKind, verdict: Present): Change | null {
  const { situation } = question;
  if (closedByHand(situation, kind).some((alert) => alert.cause === verdict.cause)) return null;
  const alert: AlertState = {
    id: question.newId(kind, verdict.cause),
    patientId: situation.patientId,
    kind,
    priority: verdict.priority,
    state: 'raised',
    raisedAt: situation.now,
    stateSince: situation.now,
    reason: verdict.reason,
    scoreId: verdict.score?.id ?? null,
    holder: null,
    holderAccount: null,
    escalatesAt: null,
    step: 0,
    declined: false,
    declinedDuties: [],
    kept: false,
    cause: verdict.cause,
    riskAtRaise: verdict.score?.next24h ?? null,
    riskAtSnooze: null,
  };
  return {
    alert,
    transition: {
      alertId: alert.id,
      at: situation.now,
      from: null,
      to: 'raised',
      by: SYSTEM,
      reason: verdict.reason,
      told: null,
    },
  };
}

/** The open alert, with what it rests on now; rung again when it got worse. */
function renew(open: AlertState, verdict: Present, now: EpochMs): Change | null {
  const scoreId = verdict.score?.id ?? null;
  if (open.cause === verdict.cause && open.scoreId === scoreId) return null;
  const { priority, reason, cause } = verdict;
  const riskAtRaise = verdict.score?.next24h ?? null;
  const renewed: AlertState = { ...open, priority, reason, cause, scoreId, riskAtRaise };
  const isMoreUrgent = verdict.again && priority !== open.priority;
  if (isMoreUrgent || (verdict.again && open.state !== 'raised')) {
    return moved(renewed, { to: 'raised', at: now, reason: verdict.reason });
  }
  return { alert: renewed, transition: null };
}

function moved(
  alert: AlertState,
  move: { to: 'raised' | 'resolved'; at: EpochMs; reason: string },
): Change | null {
  const result = moveAlert(alert, { ...move, by: SYSTEM });
  if (!result.ok) return null;
  const told = move.to === 'resolved' ? { ...result.alert, reason: move.reason } : result.alert;
  return { alert: told, transition: result.transition };
}

function openAlert(situation: AlertSituation, kind: AlertKind): AlertState | null {
  return (
    situation.alerts.find((alert) => alert.kind === kind && alert.state !== 'resolved') ?? null
  );
}

export function earliest(a: EpochMs | null, b: EpochMs | null): EpochMs | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
