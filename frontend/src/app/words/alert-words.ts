import type { Alert } from '@endwatch/contracts';

export type Priority = Alert['priority'];

/** The word that goes with each alarm's colour and shape. */
export const PRIORITY_WORD: Readonly<Record<Priority, string>> = {
  high: 'Now',
  medium: 'Soon',
  low: 'Due',
  technical: 'System',
};

export const KIND_WORDS: Readonly<Record<Alert['kind'], string>> = {
  'end-confirmed': 'Deterioration confirmed',
  'risk-high': 'High risk of getting worse',
  'risk-rising': 'Risk is rising',
  'examination-overdue': 'Examination overdue',
  'data-stale': 'No recent data',
  'stream-lagging': 'Data arrive late',
};

export const STATE_WORD: Readonly<Record<Alert['state'], string>> = {
  raised: 'Open',
  acknowledged: 'Taken',
  snoozed: 'Snoozed',
  escalated: 'Escalated',
  resolved: 'Resolved',
};

/** Why an alert is over or may wait, in few words; what fits none is said as a note of the record, not here. */
export const RESOLVE_REASONS: Readonly<Record<Alert['kind'], readonly string[]>> = {
  'end-confirmed': ['Treated', 'Imaging done, no change of plan', 'Not END: charting error'],
  'risk-high': ['Patient seen, no change', 'Plan changed', 'Palliative care'],
  'risk-rising': ['Patient seen, no change', 'Plan changed', 'Palliative care'],
  'examination-overdue': ['Examined, charted elsewhere', 'Not indicated', 'Patient away'],
  'data-stale': ['Monitor off on purpose', 'Patient away'],
  'stream-lagging': ['Known to IT'],
};
export const SNOOZE_REASONS: readonly string[] = [
  'In imaging',
  'Being seen now',
  'Waiting for a result',
];

const URGENCY: Readonly<Record<Priority, number>> = { high: 0, medium: 1, low: 2, technical: 3 };

/** Nobody has taken it yet. */
export function needsSomebody(alert: Alert): boolean {
  return alert.state === 'raised' || alert.state === 'escalated';
}

/** Who has it: "Taken by R. Osei", "Escalated to second on call", "Open". */
export function holding(alert: Alert): string {
  const word = STATE_WORD[alert.state];
  if (alert.holder === null) return word;
  return alert.state === 'escalated' ? `${word} to ${alert.holder}` : `${word} by ${alert.holder}`;
}

/** What nobody has taken comes first, then by priority, then the longest waiting. */
export function compareAlerts(a: Alert, b: Alert): number {
  return (
    Number(needsSomebody(b)) - Number(needsSomebody(a)) ||
    URGENCY[a.priority] - URGENCY[b.priority] ||
    a.raisedAt.localeCompare(b.raisedAt) ||
    a.id.localeCompare(b.id)
  );
}

export function worstAlert(alerts: readonly Alert[]): Alert | null {
  return alerts.toSorted(compareAlerts)[0] ?? null;
}
