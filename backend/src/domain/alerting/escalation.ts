import { MINUTE, type EpochMs } from '@endwatch/clinical';
import type { AlertKind, AlertState, EscalationTarget } from './alert.ts';
import { moveAlert, SYSTEM, type Moved } from './alert-life.ts';
import { duration } from './verdict.ts';

/** An END that asks for a repeat goes another way than one that is confirmed. */
export type EscalationKey = AlertKind | 'end-suspected';

export interface EscalationStep {
  readonly to: EscalationTarget;
  /** How long nobody may have taken it, since it was raised or since the step before; milliseconds. */
  readonly wait: number;
}

/** What happens when nobody does anything, as data. */
export interface EscalationRule {
  readonly steps: readonly EscalationStep[];
  /** The last step again and again, so that nothing is left without anybody; null = not. */
  readonly repeat: number | null;
  /** How long somebody may have it before it is asked after; null = as long as they like. */
  readonly remindAfter: number | null;
}

export type EscalationPolicy = Readonly<Record<EscalationKey, EscalationRule>>;

const RISK: EscalationRule = {
  steps: [
    { to: 'nurse-in-charge', wait: 15 * MINUTE },
    { to: 'first-on-call', wait: 15 * MINUTE },
    { to: 'second-on-call', wait: 30 * MINUTE },
  ],
  repeat: 60 * MINUTE,
  remindAfter: 120 * MINUTE,
};
const TECHNICAL: EscalationRule = { steps: [], repeat: null, remindAfter: null };

/**
 * A confirmed END is for the neurologist within minutes; what is medium goes to the nurse in charge after 15 and to a physician after 30 minutes
 * (the convention of CLINICAL 4.2). Technical alerts stay on the board.
 */
export const DEFAULT_ESCALATION: EscalationPolicy = {
  'end-confirmed': {
    steps: [
      { to: 'first-on-call', wait: 5 * MINUTE },
      { to: 'second-on-call', wait: 10 * MINUTE },
      { to: 'nurse-in-charge', wait: 5 * MINUTE },
    ],
    repeat: 15 * MINUTE,
    remindAfter: 60 * MINUTE,
  },
  'end-suspected': RISK,
  'risk-high': RISK,
  'risk-rising': RISK,
  'examination-overdue': {
    steps: [{ to: 'nurse-in-charge', wait: 60 * MINUTE }],
    repeat: null,
    remindAfter: 60 * MINUTE,
  },
  'data-stale': TECHNICAL,
  'stream-lagging': TECHNICAL,
};

/** Of the test patient: nobody is told. */
export const NO_ESCALATION: EscalationPolicy = {
  'end-confirmed': TECHNICAL,
  'end-suspected': TECHNICAL,
  'risk-high': TECHNICAL,
  'risk-rising': TECHNICAL,
  'examination-overdue': TECHNICAL,
  'data-stale': TECHNICAL,
  'stream-lagging': TECHNICAL,
};

const TARGET_WORDS: Readonly<Record<EscalationTarget, string>> = {
  'nurse-in-charge': 'the nurse in charge',
  'first-on-call': 'the first on call',
  'second-on-call': 'the second on call',
};
/** A step that comes later than this after its time says so. */
const LATE = MINUTE;

/** What time has done to an open alert: a step, a reminder, or only the time of the next one. Null = nothing. */
export function passTime(
  alert: AlertState,
  policy: EscalationPolicy,
  now: EpochMs,
): Extract<Moved, { ok: true }> | { readonly alert: AlertState; readonly transition: null } | null {
  const due = nextMove(alert, policy);
  if (due !== null && due.at <= now) {
    const late = now - due.at > LATE ? `, ${duration(now - due.at)} late` : '';
    const moved = act(alert, due.step, now);
    if (!moved.ok) return null;
    const { transition } = moved;
    const timed = { ...moved.alert, escalatesAt: nextMove(moved.alert, policy)?.at ?? null };
    return {
      ok: true,
      alert: timed,
      transition: { ...transition, reason: transition.reason + late },
    };
  }
  const escalatesAt = due?.at ?? null;
  return alert.escalatesAt === escalatesAt
    ? null
    : { alert: { ...alert, escalatesAt }, transition: null };
}

interface NextMove {
  readonly at: EpochMs;
  /** Null = it comes back: a snooze is over, or who has it is asked after it. */
  readonly step: EscalationStep | null;
}

/** The next thing that happens to an alert by itself; null where nothing does. */
function nextMove(alert: AlertState, policy: EscalationPolicy): NextMove | null {
  const rule = policy[keyOf(alert)];
  if (alert.state === 'snoozed') {
    return alert.escalatesAt === null ? null : { at: alert.escalatesAt, step: null };
  }
  if (alert.state === 'acknowledged') {
    if (rule.remindAfter === null) return null;
    return { at: alert.escalatesAt ?? alert.stateSince + rule.remindAfter, step: null };
  }
  if (alert.state !== 'raised' && alert.state !== 'escalated') return null;
  const step = rule.steps[alert.step] ?? again(rule);
  if (step === null) return null;
  return { at: alert.escalatesAt ?? alert.stateSince + step.wait, step };
}

function again({ steps, repeat }: EscalationRule): EscalationStep | null {
  const last = steps.at(-1);
  return last === undefined || repeat === null ? null : { to: last.to, wait: repeat };
}

function keyOf({ kind, priority }: AlertState): EscalationKey {
  return kind === 'end-confirmed' && priority !== 'high' ? 'end-suspected' : kind;
}

function act(alert: AlertState, step: EscalationStep | null, now: EpochMs): Moved {
  if (step === null) {
    return moveAlert(alert, { to: 'raised', at: now, by: SYSTEM, reason: comeBack(alert, now) });
  }
  const who = TARGET_WORDS[step.to];
  const why = alert.declined ? 'It was declined' : `Nobody took it within ${duration(step.wait)}`;
  return moveAlert(alert, {
    ...{ to: 'escalated', at: now, by: SYSTEM, reason: `${why}: ${who} is told` },
    ...{ told: step.to, holder: who },
  });
}

function comeBack({ state, holder, stateSince }: AlertState, now: EpochMs): string {
  if (state === 'snoozed') return 'The snooze is over';
  return `${holder ?? 'Somebody'} took it ${duration(now - stateSince)} ago and it is still open`;
}
