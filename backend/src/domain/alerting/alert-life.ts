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
  /** Who, as it is shown; `SYSTEM` when a rule does it. */
  readonly by: string;
  /** Whose account; of people only. */
  readonly account?: string;
  readonly reason: string;
  /** From somebody who has it already. */
  readonly over?: boolean;
  /** Snooze only: when it comes back by itself. */
  readonly until?: EpochMs;
  readonly byClock?: true;
  /** Escalation only: who is told, and in words. */
  readonly told?: EscalationTarget;
  readonly holder?: string;
  /** Escalation only: how many steps have been gone with it. */
  readonly step?: number;
}

export type Moved =
  | { readonly ok: true; readonly alert: AlertState; readonly transition: AlertTransition }
  | { readonly ok: false; readonly problem: string };

/** The alert after a move, and the line for its history. Of `escalatesAt` only the end of a snooze is set here: the rest is the policy's. */
export function moveAlert(alert: AlertState, move: Move): Moved {
  const problem = refusal(alert, move);
  if (problem !== null) return { ok: false, problem };
  const account = move.account ?? null;
  return {
    ok: true,
    alert: {
      ...alert,
      state: move.to,
      stateSince: move.at,
      holder: holderAfter(alert, move),
      holderAccount: move.to === 'resolved' ? alert.holderAccount : account,
      escalatesAt: move.to === 'snoozed' ? (move.until ?? null) : null,
      step: stepAfter(alert, move),
      declined: false,
      declinedDuties: declinedAfter(alert, move),
      kept: isHeld(alert, move) && alert.holderAccount === account,
      riskAtSnooze: null,
    },
    transition: {
      alertId: alert.id,
      at: move.at,
      from: alert.state,
      to: move.to,
      by: move.by,
      ...(move.account !== undefined && { account: move.account }),
      reason: move.reason,
      told: move.told ?? clearAfter(alert, move),
      ...(move.byClock && { byClock: true }),
    },
  };
}

function refusal(alert: AlertState, move: Move): string | null {
  if (!ALLOWED[alert.state].includes(move.to)) {
    return `an alert that is ${alert.state} cannot become ${move.to}`;
  }
  const isTheirs = alert.holderAccount === (move.account ?? null);
  if (!isHeld(alert, move) || isTheirs || move.over === true) return null;
  return `${alert.holder ?? 'somebody else'} has taken it already`;
}

function isHeld({ state }: AlertState, { to }: Move): boolean {
  return to === 'acknowledged' && state === 'acknowledged';
}

/** Those who were told need not see to it any more. */
function clearAfter({ step }: AlertState, { to }: Move): 'clear' | null {
  return step > 0 && to !== 'escalated' ? 'clear' : null;
}

export interface Declining {
  readonly at: EpochMs;
  readonly by: string;
  readonly account: string;
  readonly reason: string;
  /** As what they were told of it; null = they were not. */
  readonly duty: EscalationTarget | null;
}

/** Whoever was told, or has it, cannot see to it: it goes on to the next at once. */
export function declineAlert(
  alert: AlertState,
  { at, by, account, reason, duty }: Declining,
): Moved {
  const isTheirs = alert.state === 'acknowledged' && alert.holderAccount === account;
  const wasTold = alert.state === 'escalated' && duty !== null;
  if (!wasTold && !isTheirs) {
    return { ok: false, problem: 'only who was told of it, or has taken it, can decline it' };
  }
  const moved = moveAlert(alert, { to: 'raised', at, by, reason: `Declined: ${reason}` });
  if (!moved.ok) return moved;
  const { step } = alert;
  const { transition } = moved;
  const others = alert.declinedDuties.filter((each) => each !== duty);
  const declinedDuties = duty === null ? others : [...others, duty];
  return {
    ok: true,
    alert: { ...moved.alert, step, declined: true, declinedDuties, escalatesAt: at },
    transition: { ...transition, account, told: null },
  };
}

function holderAfter(alert: AlertState, { to, by, holder }: Move): string | null {
  if (to === 'acknowledged' || to === 'snoozed') return by;
  if (to === 'escalated') return holder ?? alert.holder;
  return to === 'raised' ? null : alert.holder;
}

/** Raised anew begins anew. */
function stepAfter({ step }: AlertState, move: Move): number {
  if (move.to === 'raised') return 0;
  return move.to === 'escalated' ? (move.step ?? step + 1) : step;
}

/** Told all the same, as there was nobody else: from then on everybody may be told again. */
function declinedAfter(
  { declinedDuties }: AlertState,
  { to, told }: Move,
): readonly EscalationTarget[] {
  if (to !== 'escalated') return [];
  return told !== undefined && declinedDuties.includes(told) ? [] : declinedDuties;
}
