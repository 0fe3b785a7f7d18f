import type { AlertState } from './alert.ts';
import { readRiskCause, riskCause } from './risk-cause.ts';
import {
  closedByHand,
  isRemembered,
  NOTHING,
  percent,
  type AlertSituation,
  type RuleInput,
  type ScorePoint,
  type Verdict,
} from './verdict.ts';

/** Raised when the risk crosses `on` and stays; ends below `off` or when the value that raised it turns out wrong. */
export function riskHighVerdict(input: RuleInput): Verdict {
  const { policy, situation, open } = input;
  const over = afterForecast(input);
  if (over !== null) return over;
  const current = situation.risk.scores[0];
  if (current === undefined) return open === null ? NOTHING : withoutForecast();
  if (current.next24h < policy.risk.off) {
    return { say: 'absent', reason: fellBelow(current, policy.risk.off) };
  }
  if (open !== null) return stillHigh(input, open, current);
  if (current.next24h < policy.risk.on || closedEpisodeGoesOn(input)) return NOTHING;
  return whenSustained(input, policy.risk.on, {
    say: 'present',
    priority: 'medium',
    reason: highReason(current, policy.risk.on),
    cause: riskCause({ asOf: current.asOf, from: null, evidence: situation.risk.evidence }),
    score: current,
    again: false,
  });
}

/** Raised when the risk is a further step above the last alert, or stays high and a new kind of evidence supports it. */
export function riskRisingVerdict(input: RuleInput): Verdict {
  const { policy, situation, open } = input;
  const over = afterForecast(input);
  if (over !== null) return over;
  const current = situation.risk.scores[0];
  if (current === undefined) return open === null ? NOTHING : withoutForecast();
  if (current.next24h < policy.risk.off) {
    return { say: 'absent', reason: fellBelow(current, policy.risk.off) };
  }
  const takenBack = open === null ? null : riseTakenBack(input, open, current);
  if (takenBack !== null) return takenBack;
  const last = lastRiskAlert(situation);
  if (last === null) return NOTHING;
  return fartherThan(input, last, current);
}

/** Where there is no forecast any more, or is one again; null while nothing of that changes. */
function afterForecast({ policy, situation, open }: RuleInput): Verdict | null {
  const { scores, ended, endedForModelOnly } = situation.risk;
  const has = open?.cause.endsWith(FORECAST_OVER) === true;
  if (ended !== null) {
    if (!endedForModelOnly) return { say: 'absent', reason: ended };
    return open === null || has ? NOTHING : saying(open, ended, open.cause + FORECAST_OVER);
  }
  const [current] = scores;
  if (!has || current === undefined) return null;
  const cause = open.cause.slice(0, -FORECAST_OVER.length);
  return saying(open, highReason(current, policy.risk.on), cause);
}

/** In the cause of an alert that outlives the forecast it was raised for. */
const FORECAST_OVER = '|over';

/** The same alert, of the same forecast, with another sentence. */
function saying(open: AlertState, reason: string, cause: string): Verdict {
  const { scoreId, riskAtRaise, priority } = open;
  const { asOf } = readRiskCause(cause);
  const score =
    scoreId === null || riskAtRaise === null ? null : { id: scoreId, asOf, next24h: riskAtRaise };
  return { say: 'present', priority, reason, cause, score, again: false };
}

function fartherThan(
  input: RuleInput,
  last: AlertState & { readonly riskAtRaise: number },
  current: ScorePoint,
): Verdict {
  const { policy, situation, open } = input;
  const from = lowestSince(last, situation);
  const level = from + policy.risk.risingBy;
  const seen = readRiskCause(last.cause).evidence;
  const fresh = situation.risk.evidence.filter((kind) => !seen.includes(kind));
  const newEvidence =
    fresh.length > 0 && current.next24h >= Math.max(policy.risk.on, last.riskAtRaise);
  if (!reaches(current, level) && !newEvidence) return NOTHING;
  const present: Verdict = {
    say: 'present',
    priority: 'medium',
    reason: reaches(current, level)
      ? `Risk of getting worse in the next 24 h rose from ${percent(from)} to ${percent(current.next24h)} since ${from < last.riskAtRaise ? 'it was snoozed' : 'the last alert'}`
      : `Risk of getting worse in the next 24 h is ${percent(current.next24h)}, now also by ${fresh.join(' and ')}`,
    cause: riskCause({
      asOf: current.asOf,
      from,
      evidence: situation.risk.evidence,
    }),
    score: current,
    again: open !== null,
  };
  return whenSustained(input, reaches(current, level) ? level : policy.risk.on, present);
}

/** What a further rise is measured from: whoever snoozed a risk that had gone down since did so for what it was then. */
function lowestSince(last: { readonly riskAtRaise: number }, { alerts }: AlertSituation): number {
  const snoozed = alerts.filter((alert) => alert.state === 'snoozed' && isOfRisk(alert));
  return Math.min(last.riskAtRaise, ...snoozed.map(({ riskAtSnooze }) => riskAtSnooze ?? 1));
}

function stillHigh(input: RuleInput, open: AlertState, current: ScorePoint): Verdict {
  const { policy, situation } = input;
  const replaced = open.scoreId === null ? undefined : situation.risk.superseded.get(open.scoreId);
  if (replaced === undefined) return NOTHING;
  const stands = (replaced?.next24h ?? 0) >= policy.risk.on || current.next24h >= policy.risk.on;
  if (!stands) {
    return {
      say: 'absent',
      reason: `A value was corrected: the risk is ${percent(current.next24h)}, below ${percent(policy.risk.on)}`,
    };
  }
  return {
    say: 'present',
    priority: 'medium',
    reason: `${highReason(current, policy.risk.on)}, after a correction`,
    cause: open.cause,
    score: replaced ?? current,
    again: false,
  };
}

function riseTakenBack(input: RuleInput, open: AlertState, current: ScorePoint): Verdict | null {
  const { policy, situation } = input;
  const from = roseFrom(open);
  if (from === null) return null;
  if (current.next24h < from) {
    return { say: 'absent', reason: `Risk is back to ${percent(current.next24h)}` };
  }
  const corrected = open.scoreId !== null && situation.risk.superseded.has(open.scoreId);
  if (corrected && current.next24h < from + policy.risk.risingBy / 2) {
    return {
      say: 'absent',
      reason: `A value was corrected: the risk is ${percent(current.next24h)} and did not rise`,
    };
  }
  return null;
}

/** `present` once the risk has been at or above `level` long enough and recently enough; else a time to look again. */
function whenSustained(input: RuleInput, level: number, present: Verdict): Verdict {
  const { policy, situation } = input;
  const current = situation.risk.scores[0];
  if (current === undefined || situation.now - current.asOf > policy.risk.oldest) return NOTHING;
  let since = current.asOf;
  for (const score of situation.risk.scores) {
    if (!reaches(score, level)) break;
    since = score.asOf;
  }
  const from = since + policy.risk.minimumDuration;
  return situation.now >= from ? present : { say: 'nothing', lookAgainAt: from };
}

/** Somebody closed this alert and the risk has not been below `off` since: the same episode does not ring again. */
function closedEpisodeGoesOn({ policy, situation }: RuleInput): boolean {
  return closedByHand(situation, 'risk-high').some((alert) => {
    const since = readRiskCause(alert.cause).asOf;
    return !situation.risk.scores.some(
      (score) => score.asOf > since && score.next24h < policy.risk.off,
    );
  });
}

/** The newest risk alert that is remembered: what a further rise is measured from. */
export function lastRiskAlert(
  situation: Pick<AlertSituation, 'alerts' | 'now'>,
): (AlertState & { readonly riskAtRaise: number }) | null {
  let last: (AlertState & { readonly riskAtRaise: number }) | null = null;
  for (const alert of situation.alerts) {
    if (!isOfRisk(alert)) continue;
    const { riskAtRaise } = alert;
    if (riskAtRaise === null || !isRemembered(alert, situation.now)) continue;
    if (last === null || isLater(alert, last)) last = { ...alert, riskAtRaise };
  }
  return last;
}

export function isOfRisk({ kind }: Pick<AlertState, 'kind'>): boolean {
  return kind === 'risk-high' || kind === 'risk-rising';
}

function isLater(alert: AlertState, than: AlertState): boolean {
  if (alert.raisedAt !== than.raisedAt) return alert.raisedAt > than.raisedAt;
  return alert.kind === 'risk-rising';
}

/** The risk that a rising one rose from, and ends below; null where there was none. */
export function roseFrom({ cause }: Pick<AlertState, 'cause'>): number | null {
  return readRiskCause(cause).from;
}

/** With room for the last bits of a float: 0.41 + 0.1 is reached by 0.51. */
function reaches(score: ScorePoint, level: number): boolean {
  return score.next24h >= level - 1e-6;
}

function highReason(score: ScorePoint, on: number): string {
  return `Risk of getting worse in the next 24 h is ${percent(score.next24h)} (on at ${percent(on)})`;
}

function fellBelow(score: ScorePoint, off: number): string {
  return `Risk fell to ${percent(score.next24h)} (off below ${percent(off)})`;
}

function withoutForecast(): Verdict {
  return { say: 'absent', reason: 'The values it rested on were taken back' };
}
