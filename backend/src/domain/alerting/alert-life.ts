import type { EpochMs } from '@endwatch/clinical';
import type { AlertLifeState, AlertState, AlertTransition, EscalationTarget } from './alert.ts';

/** Moves an alert may make; anything else is refused as a value. */
const ALLOWED: Readonly<Record<AlertLifeState, readonly AlertLifeState[]>> = {
  // It became more urgent.
  raised: ['raised', 'acknowledged', 'snoozed', 'escalated', 'resolved'],
  // Worse than when somebody took note: raised again.
  acknowledged: ['raised', 'snoozed', 'resolved', 'acknowledged'],
  snoozed: ['raised', 'acknowledged', 'escalated', 'resolved'],
  // From one step to the next.
  escalated: ['escalated', 'raised', 'acknowledged', 'snoozed', 'resolved'],
  resolved: [],
};

export const SYSTEM = 'system';

export interface Move {
  readonly to: AlertLifeState;
  readonly at: EpochMs;
  /** Who; `SYSTEM` when a rule does it. */
  readonly by: string;
  readonly reason: string;
  /** From somebody who has it already. */
  readonly over?: boolean;
  /** Snooze only: when it comes back by itself. */
  readonly until?: EpochMs;
  /** Escalation only: who is told, and in words. */
  readonly told?: EscalationTarget;
  readonly holder?: string;
}

export type Moved =
  | { readonly ok: true; readonly alert: AlertState; readonly transition: AlertTransition }
  | { readonly ok: false; readonly problem: string };

/** The alert after a move, and the line for its history. Of `escalatesAt` only the end of a snooze is set here: the rest is the policy's. */
export function moveAlert(alert: AlertState, move: Move): Moved {
  if (!ALLOWED[alert.state].includes(move.to)) {
    return { ok: false, problem: `an alert that is ${alert.state} cannot become ${move.to}` };
  }
  const isHeld = move.to === 'acknowledged' && alert.state === 'acknowledged';
  if (isHeld && alert.holder !== move.by && move.over !== true) {
    return { ok: false, problem: `${alert.holder ?? 'somebody else'} has taken it already` };
  }
  return {
    ok: true,
    alert: {
      ...alert,
      state: move.to,
      stateSince: move.at,
      holder: holderAfter(alert, move),
      escalatesAt: move.to === 'snoozed' ? (move.until ?? null) : null,
      step: stepAfter(alert, move),
      declined: false,
      kept: isHeld && alert.holder === move.by,
    },
    transition: {
      alertId: alert.id,
      at: move.at,
      from: alert.state,
      to: move.to,
      by: move.by,
      reason: move.reason,
      told: move.told ?? clearAfter(alert, move),
    },
  };
}

/** Those who were told need not see to it any more. */
function clearAfter({ step }: AlertState, { to }: Move): 'clear' | null {
  return step > 0 && to !== 'escalated' ? 'clear' : null;
}

/** Whoever was told cannot see to it: it goes on to the next at once. */
export function declineAlert(
  alert: AlertState,
  { at, by, reason }: Pick<Move, 'at' | 'by' | 'reason'>,
): Moved {
  const isTheirs = alert.state === 'acknowledged' && alert.holder === by;
  if (alert.state !== 'escalated' && !isTheirs) {
    return { ok: false, problem: 'only what somebody was told of, or has taken, can be declined' };
  }
  const moved = moveAlert(alert, { to: 'raised', at, by, reason: `Declined: ${reason}` });
  if (!moved.ok) return moved;
  const { step } = alert;
  const { transition } = moved;
  return {
    ok: true,
    alert: { ...moved.alert, step, declined: true, escalatesAt: at },
    transition: { ...transition, told: null },
  };
}

function holderAfter(alert: AlertState, { to, by, holder }: Move): string | null {
  if (to === 'acknowledged' || to === 'snoozed') return by;
  if (to === 'escalated') return holder ?? alert.holder;
  return to === 'raised' ? null : alert.holder;
}

/** Raised anew begins anew. */
function stepAfter({ step }: AlertState, { to }: Move): number {
  if (to === 'raised') return 0;
  return to === 'escalated' ? step + 1 : step;
}
