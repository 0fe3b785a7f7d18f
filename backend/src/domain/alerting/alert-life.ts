import type { EpochMs } from '@endwatch/clinical';
import type { AlertLifeState, AlertState, AlertTransition } from './alert.ts';

/** Moves an alert may make; anything else is refused as a value. */
const ALLOWED: Readonly<Record<AlertLifeState, readonly AlertLifeState[]>> = {
  raised: ['acknowledged', 'snoozed', 'escalated', 'resolved'],
  // Worse than when somebody took note: raised again.
  acknowledged: ['raised', 'snoozed', 'resolved', 'acknowledged'],
  snoozed: ['raised', 'acknowledged', 'escalated', 'resolved'],
  escalated: ['raised', 'acknowledged', 'snoozed', 'resolved'],
  resolved: [],
};

export const SYSTEM = 'system';

export interface Move {
  readonly to: AlertLifeState;
  readonly at: EpochMs;
  /** Who; `SYSTEM` when a rule does it. */
  readonly by: string;
  readonly reason: string;
  /** Snooze only: when it comes back by itself. */
  readonly until?: EpochMs;
}

export type Moved =
  | { readonly ok: true; readonly alert: AlertState; readonly transition: AlertTransition }
  | { readonly ok: false; readonly problem: string };

/** The alert after a move, and the line for its history. `escalatesAt` holds when a snoozed alert comes back. */
export function moveAlert(alert: AlertState, move: Move): Moved {
  if (!ALLOWED[alert.state].includes(move.to)) {
    return { ok: false, problem: `an alert that is ${alert.state} cannot become ${move.to}` };
  }
  const held = move.to === 'acknowledged' || move.to === 'snoozed';
  return {
    ok: true,
    alert: {
      ...alert,
      state: move.to,
      stateSince: move.at,
      holder: held ? move.by : move.to === 'raised' ? null : alert.holder,
      escalatesAt: move.to === 'snoozed' ? (move.until ?? null) : null,
    },
    transition: {
      alertId: alert.id,
      at: move.at,
      from: alert.state,
      to: move.to,
      by: move.by,
      reason: move.reason,
    },
  };
}
