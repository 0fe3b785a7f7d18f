import { SECOND, type EpochMs } from '@endwatch/clinical';
import type { AlertKind, AlertPriority, EscalationTarget } from '../alerting/alert.ts';
import type { Notice } from './notice.ts';

/** An open alert that somebody is to be told of. */
export interface ToTell {
  readonly alertId: string;
  readonly told: EscalationTarget;
  readonly at: EpochMs;
  readonly kind: AlertKind;
  readonly priority: AlertPriority;
  readonly bed: string | null;
  readonly ward: { readonly id: string; readonly name: string } | null;
}

/** How long what is not urgent waits for others of the same duty and ward: data that catches up after a gap raises alerts one by one. */
export const GATHER: number = 20 * SECOND;

/** Until when an alert waits for others, the first of which was written at `firstAt`; null = it does not. High ones never do. */
export function gathersUntil(
  { priority }: Pick<ToTell, 'priority'>,
  firstAt: EpochMs,
): EpochMs | null {
  return priority === 'medium' || priority === 'low' ? firstAt + GATHER : null;
}

/** From so many on they are one notice: after a gap in the data a phone shall not ring ten times. */
const TOGETHER = 3;
const URGENCY: readonly AlertPriority[] = ['high', 'medium', 'low', 'technical'];

/** Alerts for the same duty of the same ward at the same time, one notice or each its own. No alert is left out. */
export function groupNotices(
  all: readonly ToTell[],
  newId: (first: ToTell, count: number) => string,
): Notice[] {
  const groups = Map.groupBy(all, ({ told, ward }) => `${told}|${ward?.id ?? ''}`);
  return [...groups.values()].flatMap((group) => {
    const parts = group.length < TOGETHER ? group.map((one) => [one]) : [group];
    return parts.map((part) => noticeOf(part, newId));
  });
}

function noticeOf(
  part: readonly ToTell[],
  newId: (first: ToTell, count: number) => string,
): Notice {
  const urgent = part.toSorted((a, b) => URGENCY.indexOf(a.priority) - URGENCY.indexOf(b.priority));
  const [first] = urgent;
  if (first === undefined) throw new Error('a notice of nothing');
  return {
    id: newId(first, part.length),
    alertIds: urgent.map(({ alertId }) => alertId),
    at: first.at,
    stage: first.told,
    priority: first.priority,
    kind: first.kind,
    bed: part.length === 1 ? first.bed : null,
    ward: first.ward,
  };
}
