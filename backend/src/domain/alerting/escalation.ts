import { MINUTE, type EpochMs } from '@endwatch/clinical';
import type { AlertKind, AlertState, EscalationTarget } from './alert.ts';
import { moveAlert, SYSTEM, type Moved } from './alert-life.ts';
import { comesBack, handedOver } from './come-back.ts';
import { duration } from './verdict.ts';
import { NO_HOURS, quietUntil, shiftEndAfter, type WardHours } from './ward-hours.ts';

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

export type EscalationPolicy = Readonly<Record<EscalationKey, EscalationRule>> & WardHours;

/** With the zone of the wall that its hours are read from. */
export interface ZonedPolicy {
  readonly escalation: EscalationPolicy;
  readonly timeZone: string;
}

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
  ...NO_HOURS,
};

/** Of the test patient: nobody is told. */
export const NO_ESCALATION: EscalationPolicy = {
  ...NO_HOURS,
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
  nurses: 'the nurses of the ward',
  neurologists: 'the neurologists of the ward',
};
/** A step that comes later than this after its time says so. */
const LATE = MINUTE;

/** What time has done to an open alert: a step, a reminder, or only the time of the next one. Null = nothing. */
export function passTime(
  alert: AlertState,
  policy: ZonedPolicy,
  now: EpochMs,
): Extract<Moved, { ok: true }> | { readonly alert: AlertState; readonly transition: null } | null {
  const due = nextMove(alert, policy, now);
  if (due !== null && due.at <= now) {
    const late = now - due.at > LATE ? `, ${duration(now - due.at)} late` : '';
    const moved = act(alert, { due, policy, now });
    if (!moved.ok) return null;
    const { transition } = moved;
    const timed = { ...moved.alert, escalatesAt: nextMove(moved.alert, policy, now)?.at ?? null };
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
  readonly step: NextStep | null;
}

interface NextStep extends EscalationStep {
  /** How many steps have been gone with it. */
  readonly gone: number;
}

/** Who takes it once more this long before the end of a shift stays with it. */
const KEEPS: number = 30 * MINUTE;

/** The next thing that happens to an alert by itself; null where nothing does. */
function nextMove(alert: AlertState, policy: ZonedPolicy, now: EpochMs): NextMove | null {
  const rule = policy.escalation[keyOf(alert)];
  if (alert.state === 'snoozed') {
    return alert.escalatesAt === null ? null : { at: alert.escalatesAt, step: null };
  }
  if (alert.state === 'acknowledged') {
    const at = alert.escalatesAt ?? heldUntil(alert, policy, now);
    return at === null ? null : { at, step: null };
  }
  return alert.state === 'raised' || alert.state === 'escalated' ? stepMove(alert, rule) : null;
}

function stepMove(alert: AlertState, rule: EscalationRule): NextMove | null {
  const step = nextStep(alert, rule);
  if (step === null) return null;
  const wasDeclinedByAll = alert.declined && alert.declinedDuties.includes(step.to);
  const isLast = step.gone > rule.steps.length && wasToldToNobody(alert);
  const at = wasDeclinedByAll || isLast ? null : alert.escalatesAt;
  return { at: at ?? alert.stateSince + step.wait, step };
}

/** Nobody could be told of this step: it costs no wait, where there is a further one. */
export function toldToNobody(alert: AlertState, now: EpochMs): AlertState | null {
  return alert.state === 'escalated' ? { ...alert, escalatesAt: now } : null;
}

/** No step is as short as that. */
function wasToldToNobody({ state, stateSince, escalatesAt }: AlertState): boolean {
  return state === 'escalated' && escalatesAt !== null && escalatesAt < stateSince + MINUTE;
}

/** Whoever has said no is passed over. When the last has, it begins again with the first of the others; where there are none, with all of them, not at once. */
function nextStep(alert: AlertState, { steps, repeat }: EscalationRule): NextStep | null {
  const others = steps
    .map((step, n) => ({ ...step, gone: n + 1 }))
    .filter(({ to }) => !alert.declinedDuties.includes(to));
  const ahead = others.find(({ gone }) => gone > alert.step);
  if (ahead !== undefined) return ahead;
  const [first] = steps;
  if (first === undefined) return null;
  if (alert.declined) return others[0] ?? { ...first, gone: 1 };
  const last = others.at(-1) ?? steps.at(-1) ?? first;
  return repeat === null ? null : { to: last.to, wait: repeat, gone: alert.step + 1 };
}

/** When who has it is asked after it, or their shift ends; what was set after it was taken holds from then on. */
function heldUntil(
  alert: AlertState,
  { escalation, timeZone }: ZonedPolicy,
  now: EpochMs,
): EpochMs | null {
  const { remindAfter } = escalation[keyOf(alert)];
  const since = Math.max(alert.stateSince, now - LATE);
  const end = shiftEndAfter(since + (alert.kept ? KEEPS : 0), {
    ...{ ends: escalation.shiftEnds, timeZone },
  });
  if (remindAfter === null) return end;
  const remind = alert.stateSince + remindAfter;
  return end === null ? remind : Math.min(end, remind);
}

function keyOf({ kind, priority }: AlertState): EscalationKey {
  return kind === 'end-confirmed' && priority !== 'high' ? 'end-suspected' : kind;
}

interface Acting {
  readonly due: NextMove;
  readonly policy: ZonedPolicy;
  readonly now: EpochMs;
}

function act(alert: AlertState, { due, policy, now }: Acting): Moved {
  const { step } = due;
  if (step === null) {
    const reason = isHandover(alert, due.at, policy) ? handedOver(alert) : comesBack(alert, now);
    return moveAlert(alert, { to: 'raised', at: now, by: SYSTEM, reason, byClock: true });
  }
  const who = TARGET_WORDS[step.to];
  const why = whyOn(alert, step);
  const quiet = quietUntil(alert, { ...policy, at: now });
  const when = quiet === null ? '' : ` when the quiet hours end, at ${quiet.words}`;
  return moveAlert(alert, {
    ...{ to: 'escalated', at: now, by: SYSTEM, reason: `${why}: ${who} is told${when}` },
    ...{ told: step.to, holder: who, step: step.gone },
  });
}

function whyOn(alert: AlertState, { wait }: EscalationStep): string {
  if (alert.declined) return 'It was declined';
  if (wasToldToNobody(alert)) return 'Nobody could be reached';
  return `Nobody took it within ${duration(wait)}`;
}

function isHandover(
  { state, stateSince, kept }: AlertState,
  at: EpochMs,
  { escalation, timeZone }: ZonedPolicy,
): boolean {
  if (state !== 'acknowledged' || (kept && at <= stateSince + KEEPS)) return false;
  return shiftEndAfter(at - 1, { ends: escalation.shiftEnds, timeZone }) === at;
}
