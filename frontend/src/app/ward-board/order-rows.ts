import type { Alert, BoardRow } from '@endwatch/contracts';
import { LOCALE } from '../words/locale.ts';
import { compareAlerts, needsSomebody, worstAlert } from '../words/alert-words.ts';

const naturally = new Intl.Collator(LOCALE, { numeric: true, sensitivity: 'base' });

/** Who is on top of the list: the worst open alert, then the higher risk, then the bed. */
export function compareUrgency(a: BoardRow, b: BoardRow): number {
  return (
    compareWorst(worstAlert(a.alerts), worstAlert(b.alerts)) ||
    (b.risk?.next24h ?? -1) - (a.risk?.next24h ?? -1) ||
    compareBeds(a, b)
  );
}

/** By the name of the bed, numbers as numbers; without a bed last. */
export function compareBeds(a: BoardRow, b: BoardRow): number {
  return (
    naturally.compare(a.bed ?? '\uffff', b.bed ?? '\uffff') ||
    a.patientId.localeCompare(b.patientId)
  );
}

function compareWorst(a: Alert | null, b: Alert | null): number {
  if (a && b) return compareAlerts(a, b);
  return Number(a === null) - Number(b === null);
}

/** One line of "Needs action". */
export interface ActionItem {
  readonly alert: Alert;
  readonly row: BoardRow;
  /** Drawn small: somebody has it. Changes only when things may move. */
  readonly small: boolean;
}

/** Every open alert of the ward in the order somebody should look at it. */
export function actionItems(rows: readonly BoardRow[]): ActionItem[] {
  return rows
    .flatMap((row) => row.alerts.map((alert) => ({ alert, row, small: !needsSomebody(alert) })))
    .sort((a, b) => compareAlerts(a.alert, b.alert));
}

export function waitingCount(items: readonly ActionItem[]): number {
  return items.filter((item) => needsSomebody(item.alert)).length;
}

/** Bed, or any part of the name; empty search matches everybody. */
export function matchesSearch(row: BoardRow, search: string): boolean {
  const wanted = fold(search);
  if (wanted === '') return true;
  const bed = fold(row.bed ?? '');
  return bed === wanted || bed.replace(/^bed\s*/, '') === wanted || fold(row.name).includes(wanted);
}

function fold(text: string): string {
  return text.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/**
 * The order to show while the pointer is among the rows: who is gone disappears, who is new comes last, nobody else moves.
 */
export function holdStill(shown: readonly string[], wanted: readonly string[]): readonly string[] {
  const there = new Set(wanted);
  const kept = shown.filter((key) => there.has(key));
  const known = new Set(kept);
  return [...kept, ...wanted.filter((key) => !known.has(key))];
}

/**
 * The queue to show while the pointer is at work on it: nobody moves, and nothing changes its size, for the next press may be
 * on its way. What is over stays as resolved until then.
 */
export function holdQueue(
  shown: readonly ActionItem[],
  wanted: readonly ActionItem[],
): readonly ActionItem[] {
  const now = new Map(wanted.map((item) => [item.alert.id, item]));
  const before = new Set(shown.map((item) => item.alert.id));
  const kept = shown.map((item) => {
    const current = now.get(item.alert.id) ?? { ...item, alert: resolved(item.alert) };
    return { ...current, small: item.small };
  });
  return [...kept, ...wanted.filter((item) => !before.has(item.alert.id))];
}

function resolved(alert: Alert): Alert {
  return { ...alert, state: 'resolved', holder: null };
}
