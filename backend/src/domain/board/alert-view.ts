import type { Alert } from '@endwatch/contracts';
import type { AlertState } from '../alerting/alert.ts';
import { isoTime, isoTimeOrNull } from './iso-time.ts';

const URGENCY: Readonly<Record<AlertState['priority'], number>> = {
  high: 0,
  medium: 1,
  low: 2,
  technical: 3,
};

/** An alert as a screen sees it; what rules remember of it stays behind. */
export function toAlertView(alert: AlertState, wardId: string): Alert {
  return {
    id: alert.id,
    patientId: alert.patientId,
    ward: wardId,
    kind: alert.kind,
    priority: alert.priority,
    state: alert.state,
    raisedAt: isoTime(alert.raisedAt),
    stateSince: isoTime(alert.stateSince),
    reason: alert.reason,
    scoreId: alert.scoreId,
    holder: alert.holder,
    holderAccount: alert.holderAccount,
    escalatesAt: isoTimeOrNull(alert.escalatesAt),
  };
}

/** Those a tile shows: not resolved, most urgent first, then the older. */
export function openAlertViews(alerts: readonly AlertState[], wardId: string): Alert[] {
  return alerts
    .filter((alert) => alert.state !== 'resolved')
    .sort((a, b) => URGENCY[a.priority] - URGENCY[b.priority] || a.raisedAt - b.raisedAt)
    .map((alert) => toAlertView(alert, wardId));
}
