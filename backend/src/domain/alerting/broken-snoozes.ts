import type { AlertState } from './alert.ts';
import { isOfRisk, lastRiskAlert } from './risk-alerts.ts';
import { readRiskCause, riskCause } from './risk-cause.ts';
import type { AlertSituation, EvidenceKind, RuleInput } from './verdict.ts';

/** What is snoozed keeps the risk of then, which may be far below that at which it rang. Those that had not noted it yet. */
export function notedAtSnooze({
  alerts,
  risk,
}: Pick<AlertSituation, 'alerts' | 'risk'>): AlertState[] {
  const [current] = risk.scores;
  if (current === undefined) return [];
  return alerts
    .filter((alert) => alert.state === 'snoozed' && isOfRisk(alert) && alert.riskAtSnooze === null)
    .map((alert) => ({ ...alert, riskAtSnooze: current.next24h }));
}

export interface Woken {
  readonly alert: AlertState;
  readonly reason: string;
}

/** Who snoozed a risk did so for what was known of it: a further rise, or a new kind of evidence, wakes it. */
export function brokenSnoozes(
  changed: readonly AlertState[],
  { policy, situation }: Pick<RuleInput, 'policy' | 'situation'>,
): Woken[] {
  if (situation.risk.ended !== null) return [];
  const snoozed = situation.alerts.filter(({ state }) => state === 'snoozed');
  // Also where that rang before and nobody has taken it: then nothing moves but what it says.
  if (changed.some(({ kind, state }) => kind === 'risk-rising' && state !== 'resolved')) {
    return snoozed
      .filter(({ kind }) => kind === 'risk-high')
      .map((alert) => ({ alert, reason: 'Worse than when it was snoozed' }));
  }
  const fresh = unheard(situation);
  // Of a risk that is as high as it was, or higher, the evidence rings as a rise once it has lasted.
  if (fresh.length === 0 || ringsAsRise(policy.risk.on, situation)) return [];
  return snoozed
    .filter(isOfRisk)
    .flatMap((alert) => wokenBy(fresh, alert, situation.risk.evidence));
}

/** What the last risk alert did not know of. */
function unheard(situation: AlertSituation): readonly EvidenceKind[] {
  const last = lastRiskAlert(situation);
  const heard = last === null ? [] : readRiskCause(last.cause).evidence;
  return situation.risk.evidence.filter((kind) => !heard.includes(kind));
}

function ringsAsRise(on: number, situation: AlertSituation): boolean {
  const last = lastRiskAlert(situation);
  const current = situation.risk.scores[0];
  if (last === null || current === undefined) return false;
  return current.next24h >= Math.max(on, last.riskAtRaise);
}

/** It knows of the evidence from then on: snoozed again, it sleeps. */
function wokenBy(
  fresh: readonly EvidenceKind[],
  alert: AlertState,
  evidence: readonly EvidenceKind[],
): Woken[] {
  const cause = readRiskCause(alert.cause);
  const news = fresh.filter((kind) => !cause.evidence.includes(kind));
  if (news.length === 0) return [];
  const woken = { ...alert, cause: riskCause({ ...cause, evidence }) };
  return [{ alert: woken, reason: `Now also by ${news.join(' and ')}` }];
}
