import type { EpochMs } from '@endwatch/clinical';
import type { Alert } from '@endwatch/contracts';
import type {
  AlertKind,
  AlertLifeState,
  AlertPriority,
  AlertState,
  AlertTransition,
  EscalationTarget,
} from '../domain/alerting/alert.ts';
import { UNASSIGNED } from '../domain/board/placement.ts';
import { column, type Column } from './bulk-insert.ts';

export interface AlertRow {
  readonly id: string;
  readonly patient_id: string;
  readonly ward_id: string | null;
  readonly kind: AlertKind;
  readonly priority: AlertPriority;
  readonly state: AlertLifeState;
  readonly raised_at: EpochMs;
  readonly state_since: EpochMs;
  readonly reason: string;
  readonly score_id: string | null;
  readonly holder: string | null;
  readonly holder_account: string | null;
  readonly escalates_at: EpochMs | null;
  readonly cause: string;
  readonly risk_at_raise: number | null;
  readonly risk_at_snooze: number | null;
  readonly step: number;
  readonly declined: boolean;
  readonly declined_duties: readonly EscalationTarget[];
  readonly kept: boolean;
}

export interface PlacedAlert {
  readonly alert: AlertState;
  /** Where the patient is, or was last; null when never on a board. */
  readonly wardId: string | null;
}

export const ALERT_COLUMNS: readonly Column<PlacedAlert>[] = [
  column('id', 'text', ({ alert }) => alert.id),
  column('patient_id', 'text', ({ alert }) => alert.patientId),
  column('ward_id', 'text', ({ wardId }) => wardId),
  column('kind', 'text', ({ alert }) => alert.kind),
  column('priority', 'text', ({ alert }) => alert.priority),
  column('state', 'text', ({ alert }) => alert.state),
  column('raised_at', 'timestamptz', ({ alert }) => alert.raisedAt),
  column('state_since', 'timestamptz', ({ alert }) => alert.stateSince),
  column('reason', 'text', ({ alert }) => alert.reason),
  column('score_id', 'text', ({ alert }) => alert.scoreId),
  column('holder', 'text', ({ alert }) => alert.holder),
  column('holder_account', 'text', ({ alert }) => alert.holderAccount),
  column('escalates_at', 'timestamptz', ({ alert }) => alert.escalatesAt),
  column('cause', 'text', ({ alert }) => alert.cause),
  column('risk_at_raise', 'double precision', ({ alert }) => alert.riskAtRaise),
  column('risk_at_snooze', 'double precision', ({ alert }) => alert.riskAtSnooze),
  column('step', 'integer', ({ alert }) => alert.step),
  column('declined', 'boolean', ({ alert }) => alert.declined),
  column('declined_duties', 'jsonb', ({ alert }) => alert.declinedDuties),
  column('kept', 'boolean', ({ alert }) => alert.kept),
];

export const TRANSITION_COLUMNS: readonly Column<AlertTransition>[] = [
  column('alert_id', 'text', (transition) => transition.alertId),
  column('at', 'timestamptz', (transition) => transition.at),
  column('from_state', 'text', (transition) => transition.from),
  column('to_state', 'text', (transition) => transition.to),
  column('by', 'text', (transition) => transition.by),
  column('account', 'text', (transition) => transition.account ?? null),
  column('reason', 'text', (transition) => transition.reason),
  column('told', 'text', (transition) => transition.told),
  column('by_clock', 'boolean', (transition) => transition.byClock === true),
];

/** Of transitions that somebody outside the ward is told of. */
export const NOTICE_COLUMNS: readonly Column<AlertTransition>[] = [
  column('alert_id', 'text', (transition) => transition.alertId),
  column('told', 'text', (transition) => transition.told),
  column('at', 'timestamptz', (transition) => transition.at),
];

export function alertStateOf(row: AlertRow): AlertState {
  return {
    id: row.id,
    patientId: row.patient_id,
    kind: row.kind,
    priority: row.priority,
    state: row.state,
    raisedAt: row.raised_at,
    stateSince: row.state_since,
    reason: row.reason,
    scoreId: row.score_id,
    holder: row.holder,
    holderAccount: row.holder_account,
    escalatesAt: row.escalates_at,
    cause: row.cause,
    riskAtRaise: row.risk_at_raise,
    riskAtSnooze: row.risk_at_snooze,
    step: row.step,
    declined: row.declined,
    declinedDuties: row.declined_duties,
    kept: row.kept,
  };
}

export function alertViewOf(row: AlertRow): Alert {
  return {
    id: row.id,
    patientId: row.patient_id,
    ward: row.ward_id ?? UNASSIGNED.wardId,
    kind: row.kind,
    priority: row.priority,
    state: row.state,
    raisedAt: iso(row.raised_at),
    stateSince: iso(row.state_since),
    reason: row.reason,
    scoreId: row.score_id,
    holder: row.holder,
    holderAccount: row.holder_account,
    escalatesAt: row.escalates_at === null ? null : iso(row.escalates_at),
  };
}

function iso(time: EpochMs): string {
  return new Date(time).toISOString();
}
