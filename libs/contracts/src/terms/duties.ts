export const DUTIES = ['first-on-call', 'second-on-call', 'nurse-in-charge'] as const;
export type DutyName = (typeof DUTIES)[number];

/** Whom an alert goes on to: who has that duty, or everybody of that role on the alert's ward. */
export const ESCALATION_TARGETS = [...DUTIES, 'nurses', 'neurologists'] as const;
export type EscalationTargetName = (typeof ESCALATION_TARGETS)[number];
