import type { Alert, BoardRow } from '@endwatch/contracts';
import type { Connection } from '../core/connection.ts';
import { KIND_WORDS, needsSomebody } from './alert-words.ts';
import { counted } from './figures.ts';
import { aboutPatient } from './patient-words.ts';

/** More would not be listened to; the rest is counted. */
const NAMED = 3;

export interface NewAlert {
  readonly alert: Alert;
  readonly row: BoardRow;
}

/** Alerts worth speaking of: somebody is needed, soon. What escalates is told again. */
export function tellingAlerts(rows: readonly BoardRow[]): Map<string, NewAlert> {
  const telling = rows.flatMap((row) =>
    row.alerts
      .filter((alert) => needsSomebody(alert) && ['high', 'medium'].includes(alert.priority))
      .map((alert) => [`${alert.id} ${alert.state}`, { alert, row }] as const),
  );
  return new Map(telling);
}

/** "New alert: bed 4, deterioration confirmed." or "3 new alerts: bed 4, …; bed 7, …; bed 9, …." */
export function alertsSentence(news: readonly NewAlert[]): string {
  const named = news.slice(0, NAMED).map(({ alert, row }) => {
    const kind = lowerFirst(KIND_WORDS[alert.kind]);
    return `${lowerFirst(aboutPatient(row), row.bed !== null)}, ${kind}${alert.state === 'escalated' ? ', escalated' : ''}`;
  });
  const rest = news.length - named.length;
  const all = rest > 0 ? [...named, `and ${String(rest)} more`] : named;
  const head = news.length === 1 ? 'New alert' : counted(news.length, 'new alert');
  return `${head}: ${all.join('; ')}.`;
}

export interface ConnectionNews {
  readonly words: string;
  readonly urgent: boolean;
}

/** Null where the change says nothing to somebody who listens. */
export function connectionNews(before: Connection, now: Connection): ConnectionNews | null {
  if (before.state === now.state || before.state === 'connecting') return null;
  if (now.state === 'live') return { words: 'Live again.', urgent: false };
  if (before.state !== 'live') return null;
  if (now.state === 'offline')
    return { words: 'Connection lost. What is shown is no longer live.', urgent: true };
  // While a gap is fetched it is live again before the sentence is over.
  if (now.state === 'catching-up' && now.trouble?.kind === 'test-alert-missing') {
    return { words: 'Alerts may not arrive.', urgent: true };
  }
  const late = now.state === 'catching-up' && (now.lagSeconds > 0 || now.trouble !== undefined);
  return late ? { words: 'Not live: data arrive late.', urgent: true } : null;
}

function lowerFirst(words: string, yes = true): string {
  return yes ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
