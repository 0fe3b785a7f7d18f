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

/** Who is told when nobody takes an alert; who that is, the rota knows. */
export type Duty = 'nurse-in-charge' | 'first-on-call' | 'second-on-call';
/** A duty is one person's; a role is everybody's who has it on the ward. */
export type EscalationTarget = Duty | 'nurses' | 'neurologists';

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
  /** As it is shown: who has it, or which duty was told last. */
  readonly holder: string | null;
  /** The account of who has it: two people may have one name. */
  readonly holderAccount: string | null;
  /** When something happens to it by itself: it goes on to the next, comes back from a snooze, or is asked after. */
  readonly escalatesAt: EpochMs | null;
  /** How many steps of its escalation have been gone since it was raised. */
  readonly step: number;
  /** Whoever was told last has said no. */
  readonly declined: boolean;
  /** Whose turn it is not again until it is raised anew: they have said no. */
  readonly declinedDuties: readonly EscalationTarget[];
  /** Who has it took it once more: they mean to stay with it over the end of a shift that is near. */
  readonly kept: boolean;
  /** What the alert was raised on, so that the same cause does not raise it again after it was resolved (e.g. the examination that met END). */
  readonly cause: string;
  /** Risk when it was raised or last re-raised; for "further +0.10". */
  readonly riskAtRaise: number | null;
  /** Risk when it was snoozed; null while it is not. */
  readonly riskAtSnooze: number | null;
}

/** Append-only history of an alert. */
export interface AlertTransition {
  readonly alertId: string;
  readonly at: EpochMs;
  readonly from: AlertLifeState | null;
  readonly to: AlertLifeState;
  /** Who; `system` when a rule did it. */
  readonly by: string;
  /** Whose account; of people only. */
  readonly account?: string;
  readonly reason: string;
  /** Who is told of it outside the ward; `clear`: those who were told need not see to it any more. */
  readonly told: EscalationTarget | 'clear' | null;
  /** Raised again by time alone: a snooze was over, who had it was asked after it, or their shift ended. Nothing had got worse. */
  readonly byClock?: true;
}
