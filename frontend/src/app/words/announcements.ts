import type { Alert, BoardRow } from '@endwatch/contracts';
import type { Connection } from '../core/connection.ts';
import { KIND_WORDS, needsSomebody } from './alert-words.ts';
import { counted } from './figures.ts';
import { inSentence } from './locale.ts';
import { aboutPatient } from './patient-words.ts';

/** More would not be listened to; the rest is counted. */
const NAMED = 3;

export interface NewAlert {
  readonly alert: Alert;
  readonly row: BoardRow;
}

/** Alerts worth speaking of: somebody is needed, soon. What escalates or gets more urgent is told again. */
export function tellingAlerts(rows: readonly BoardRow[]): Map<string, NewAlert> {
  const telling = rows.flatMap((row) =>
    row.alerts
      .filter((alert) => needsSomebody(alert) && ['high', 'medium'].includes(alert.priority))
      .map((alert) => [`${alert.id} ${alert.state} ${alert.priority}`, { alert, row }] as const),
  );
  return new Map(telling);
}

/** "New alert: bed 4, deterioration confirmed." or "3 new alerts: bed 4, …; bed 7, …; bed 9, …." */
export function alertsSentence(news: readonly NewAlert[]): string {
  const named = news.slice(0, NAMED).map(({ alert, row }) => {
    const kind = inSentence(KIND_WORDS[alert.kind]);
    const about = row.bed === null ? row.name : inSentence(aboutPatient(row));
    return alert.state === 'escalated'
      ? $localize`:@@alert.news-escalated:${about}:about:, ${kind}:kind:, escalated`
      : `${about}, ${kind}`;
  });
  const rest = news.length - named.length;
  const all = rest > 0 ? [...named, $localize`:@@alert.and-more:and ${rest}:count: more`] : named;
  const head =
    news.length === 1
      ? $localize`:@@alert.new-one:New alert`
      : counted(
          news.length,
          $localize`:@@alert.new-alert:new alert`,
          $localize`:@@alert.new-alerts:new alerts`,
        );
  return `${head}: ${all.join('; ')}.`;
}

export interface ConnectionNews {
  readonly words: string;
  readonly urgent: boolean;
}

/** Null where the change says nothing to somebody who listens. */
export function connectionNews(before: Connection, now: Connection): ConnectionNews | null {
  if (before.state === now.state || before.state === 'connecting') return null;
  if (now.state === 'live')
    return { words: $localize`:@@alert.live-again:Live again.`, urgent: false };
  if (before.state !== 'live') return null;
  if (now.state === 'offline')
    return {
      words: $localize`:@@alert.connection-lost:Connection lost. What is shown is no longer live.`,
      urgent: true,
    };
  // While a gap is fetched it is live again before the sentence is over.
  if (now.state === 'catching-up' && now.trouble?.kind === 'test-alert-missing') {
    return { words: $localize`:@@alert.may-not-arrive:Alerts may not arrive.`, urgent: true };
  }
  const late = now.state === 'catching-up' && (now.lagSeconds > 0 || now.trouble !== undefined);
  return late
    ? { words: $localize`:@@alert.not-live-late:Not live: data arrive late.`, urgent: true }
    : null;
}
