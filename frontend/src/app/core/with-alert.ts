import type { Alert } from '@endwatch/contracts';

/** The open alerts after `alert` became what it is now: replaced, added, or gone once resolved. */
export function withAlert(alerts: readonly Alert[], alert: Alert): Alert[] {
  const others = alerts.filter((other) => other.id !== alert.id);
  if (alert.state === 'resolved') return others;
  const index = alerts.findIndex((other) => other.id === alert.id);
  if (index < 0) return [...alerts, alert];
  return alerts.map((other) => (other.id === alert.id ? alert : other));
}
