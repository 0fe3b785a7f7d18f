export const ALERT_KINDS = [
  'end-confirmed',
  'risk-high',
  'risk-rising',
  'examination-overdue',
  'data-stale',
  'stream-lagging',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];
export const ALERT_PRIORITIES = ['high', 'medium', 'low', 'technical'] as const;
export const ALERT_STATES = ['raised', 'acknowledged', 'snoozed', 'escalated', 'resolved'] as const;

/** An END that asks for a repeat goes another way than one that is confirmed. */
export const ESCALATION_KEYS = [...ALERT_KINDS, 'end-suspected'] as const;
export type EscalationName = (typeof ESCALATION_KEYS)[number];
