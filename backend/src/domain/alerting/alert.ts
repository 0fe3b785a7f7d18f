import type { EpochMs } from '@endwatch/clinical';

export type AlertKind =
  | 'end-confirmed'
  | 'risk-high'
  | 'risk-rising'
  | 'examination-overdue'
  | 'data-stale'
  | 'stream-lagging';
export type AlertPriority = 'high' | 'medium' | 'low' | 'technical';
export type AlertLifeState = 'raised' | 'acknowledged' | 'snoozed' | 'escalated' | 'resolved';

/** One alert as it stands. At most one that is not resolved for each patient and kind. */
export interface AlertState {
  readonly id: string;
  readonly patientId: string;
  readonly kind: AlertKind;
  readonly priority: AlertPriority;
  readonly state: AlertLifeState;
  readonly raisedAt: EpochMs;
  readonly stateSince: EpochMs;
  /** One sentence a nurse understands. */
  readonly reason: string;
  readonly scoreId: string | null;
  readonly holder: string | null;
  readonly escalatesAt: EpochMs | null;
  /** What the alert was raised on, so that the same cause does not raise it again after it was resolved (e.g. the examination that met END). */
  readonly cause: string;
  /** Risk when it was raised or last re-raised; for "further +0.10". */
  readonly riskAtRaise: number | null;
}

/** Append-only history of an alert. */
export interface AlertTransition {
  readonly alertId: string;
  readonly at: EpochMs;
  readonly from: AlertLifeState | null;
  readonly to: AlertLifeState;
  /** Who; `system` when a rule did it. */
  readonly by: string;
  readonly reason: string;
}
