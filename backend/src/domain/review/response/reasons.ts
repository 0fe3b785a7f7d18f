import {
  ACKNOWLEDGE_REASONS,
  ALERT_KINDS,
  DECLINE_REASONS,
  isByMachine,
  SEEN,
} from '@endwatch/contracts';
import type { AlertKind, ReasonCount } from '@endwatch/contracts';
import type { ReviewAlert, ReviewStay } from '../review-stay.ts';

const DECLINED = 'Declined: ';
/** Kept of alerts that were taken with one tap. */
const WITHOUT: ReadonlySet<string> = new Set(['', SEEN, 'Taken', 'Taken over']);

/**
 * What people said when they acknowledged alerts of each kind (an alert once, by what was said last) and when they declined them (each time),
 * most frequent first. Words that are in no list, as other programs may give them, are counted together.
 */
export function reasonsOf(stays: readonly ReviewStay[]): readonly ReasonCount[] {
  const alerts = stays.flatMap((stay) => stay.alerts);
  return ALERT_KINDS.flatMap((kind) => {
    const own = alerts.filter((alert) => alert.kind === kind);
    return [
      ...counted(
        kind,
        'acknowledged',
        own.flatMap((alert) => lastSaid(alert, ACKNOWLEDGE_REASONS[kind])),
      ),
      ...counted(kind, 'declined', own.flatMap(declinedFor)),
    ];
  });
}

function lastSaid({ transitions }: ReviewAlert, known: readonly string[]): (string | null)[] {
  const said = transitions
    .filter(({ to }) => to === 'acknowledged')
    .map(({ reason }) => knownAs(reason, known));
  if (said.length === 0) return [];
  const given = said.filter((reason) => reason !== SEEN);
  return [given.length === 0 ? SEEN : (given.at(-1) ?? null)];
}

function declinedFor({ transitions }: ReviewAlert): (string | null)[] {
  return transitions
    .filter((one) => !isByMachine(one) && one.reason.startsWith(DECLINED))
    .map(({ reason }) => knownAs(reason.slice(DECLINED.length), DECLINE_REASONS));
}

/** Null: none of the list. What follows a colon is a note. */
function knownAs(reason: string, known: readonly string[]): string | null {
  const [words = ''] = reason.split(': ');
  if (WITHOUT.has(words)) return SEEN;
  return known.includes(words) ? words : null;
}

function counted(
  kind: AlertKind,
  act: ReasonCount['act'],
  reasons: readonly (string | null)[],
): ReasonCount[] {
  return [...new Set(reasons)]
    .map((reason) => ({ kind, act, reason, n: reasons.filter((one) => one === reason).length }))
    .toSorted((a, b) => b.n - a.n || (a.reason ?? '').localeCompare(b.reason ?? ''));
}
