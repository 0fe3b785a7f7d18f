import type { Alert } from '@endwatch/contracts';
import { clockTime } from './ages.ts';
import { serverWords } from './server-words.ts';

export type Priority = Alert['priority'];

/** The word that goes with each alarm's colour and shape. */
export const PRIORITY_WORD: Readonly<Record<Priority, string>> = {
  high: $localize`:@@alert.now:Now`,
  medium: $localize`:@@alert.soon:Soon`,
  low: $localize`:@@alert.due:Due`,
  technical: $localize`:@@alert.system:System`,
};

export const KIND_WORDS: Readonly<Record<Alert['kind'], string>> = {
  'end-confirmed': $localize`:@@alert.kind.end-confirmed:Deterioration confirmed`,
  'risk-high': $localize`:@@alert.kind.risk-high:High risk of getting worse`,
  'risk-rising': $localize`:@@alert.kind.risk-rising:Risk is rising`,
  'examination-overdue': $localize`:@@alert.kind.examination-overdue:Examination overdue`,
  'data-stale': $localize`:@@alert.kind.data-stale:No recent data`,
  'stream-lagging': $localize`:@@alert.kind.stream-lagging:Data arrive late`,
};

export const STATE_WORD: Readonly<Record<Alert['state'], string>> = {
  raised: $localize`:@@alert.state.raised:Open`,
  acknowledged: $localize`:@@alert.state.acknowledged:Taken`,
  snoozed: $localize`:@@alert.state.snoozed:Snoozed`,
  escalated: $localize`:@@alert.state.escalated:Escalated`,
  resolved: $localize`:@@alert.state.resolved:Resolved`,
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

/** An examination is what would answer it. */
export function asksToExamine({ kind, state }: Alert): boolean {
  return kind === 'examination-overdue' && state !== 'resolved';
}

const HELD_WORDS: Readonly<Record<Alert['state'], (holder: string) => string>> = {
  raised: (holder) => $localize`:@@alert.held.raised:Open by ${holder}:holder:`,
  acknowledged: (holder) => $localize`:@@alert.held.acknowledged:Taken by ${holder}:holder:`,
  snoozed: (holder) => $localize`:@@alert.held.snoozed:Snoozed by ${holder}:holder:`,
  escalated: (holder) => $localize`:@@alert.held.escalated:Escalated to ${holder}:holder:`,
  resolved: (holder) => $localize`:@@alert.held.resolved:Resolved by ${holder}:holder:`,
};

/** Who has it: "Taken by R. Osei", "Escalated to second on call", "Snoozed until 14:20 by R. Osei", "Open". */
export function holding({
  state,
  holder,
  escalatesAt = null,
}: Pick<Alert, 'state' | 'holder'> & Partial<Pick<Alert, 'escalatesAt'>>): string {
  if (holder === null) return STATE_WORD[state];
  const name = serverWords(holder);
  if (state !== 'snoozed' || escalatesAt === null) return HELD_WORDS[state](name);
  // The time first: it is what must not be cut off where there is little room.
  return $localize`:@@alert.held.snoozed-until:Snoozed until ${clockTime(Date.parse(escalatesAt))}:time: by ${name}:holder:`;
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

/** A reason from one of the lists, as the reader says it; the server keeps the English one, whoever chose it. */
export function reasonWord(reason: string): string {
  return serverWords(reason);
}
