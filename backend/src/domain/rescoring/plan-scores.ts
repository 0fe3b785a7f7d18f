import { DAY, HOUR, type EpochMs } from '@endwatch/clinical';
import { scoresSince, type KnownScore } from '../patient-state/known-score.ts';
import type { PatientFacts, Span } from '../patient-state/patient-state.ts';
import { withinSpan, type ForecastSpan } from './forecast-span.ts';
import { isScoreOf, type ModelIdentity } from './model-manifest.ts';

/** How far back a late fact reaches: older scores stay as they were known. */
const RECOMPUTE = DAY;
/** How far back the vital signs lie that a score rests on. */
const RESTS_ON = DAY;

export interface PlanQuestion {
  readonly facts: PatientFacts;
  readonly span: ForecastSpan;
  readonly admittedAt: EpochMs;
  /** Up to which moment patient time has come: newest effective time for records, the clock's for the clock. */
  readonly upTo: EpochMs;
  /** Scores from here on may no longer hold; null = none is in doubt. */
  readonly dirtyFrom: EpochMs | null;
  /** Between these moments vital signs are not kept any more. */
  readonly vitalsGone: Span | null;
  /** A score of another model is in doubt whatever the facts. */
  readonly model: ModelIdentity;
  /** True for a moment of an earlier stay: its scores are no business of this one. */
  readonly isOfEarlierStay: (asOf: EpochMs) => boolean;
}

export interface ScorePlan {
  /** Moments to look at, ascending; a score there is written only when its inputs are news. */
  readonly moments: readonly EpochMs[];
  /** Scores that hold no more and that nothing replaces. */
  readonly withdrawn: readonly KnownScore[];
}

/**
 * Which moments need a score: the newest effective time, every hour of patient time (counted from admission, so that the edges of the
 * hazard intervals are among them) that was filled since the last one, and what a late, corrected or retracted fact puts in doubt within
 * the last 24 h. A plan depends on the facts, not on the batches they came in.
 */
export function planScores(question: PlanQuestion): ScorePlan {
  const { facts, span, admittedAt } = question;
  const covered = facts.scores.find(({ asOf }) => asOf >= admittedAt)?.asOf ?? null;
  const top = Math.min(question.upTo, span.until);
  const newest = Math.max(covered ?? -Infinity, top);
  const doubt = doubtFrom(question, newest);
  const moments = new Set<EpochMs>();
  for (const { asOf } of scoresSince(facts.scores, doubt)) moments.add(asOf);
  const fillFrom = Math.min(doubt, covered === null ? span.from : covered + 1);
  for (const hour of hoursBetween(admittedAt, Math.max(fillFrom, span.from), newest)) {
    moments.add(hour);
  }
  const { latestEffectiveAt } = facts;
  if (latestEffectiveAt !== null && latestEffectiveAt > (covered ?? -Infinity)) {
    moments.add(latestEffectiveAt);
  }
  return {
    // Where a score may stand that is not known, it stays: a second one beside it would hold too. So does one whose vital signs are gone.
    moments: [...moments]
      .filter((at) => at >= facts.scoresKnownFrom && withinSpan(span, at))
      .filter((at) => at > (covered ?? -Infinity) || !isBereft(at, question.vitalsGone))
      .sort((a, b) => a - b),
    withdrawn: scoresSince(facts.scores, question.dirtyFrom ?? Infinity).filter(
      ({ asOf }) => !withinSpan(span, asOf) && !question.isOfEarlierStay(asOf),
    ),
  };
}

/** First whole hour since admission after `at`. */
export function nextHour(admittedAt: EpochMs, at: EpochMs): EpochMs {
  return admittedAt + (Math.floor((at - admittedAt) / HOUR) + 1) * HOUR;
}

/** The whole hour since admission at or before `at`. Every course of deliveries scores these moments: only they make a fair comparison over time. */
export function lastWholeHour(admittedAt: EpochMs, at: EpochMs): EpochMs {
  return admittedAt + Math.floor((at - admittedAt) / HOUR) * HOUR;
}

function doubtFrom(question: PlanQuestion, newest: EpochMs): EpochMs {
  const { facts, dirtyFrom, model } = question;
  const otherModel = facts.scores[0] !== undefined && !isScoreOf(facts.scores[0], model);
  if (dirtyFrom === null && !otherModel) return Infinity;
  const from = otherModel ? -Infinity : (dirtyFrom ?? -Infinity);
  return Math.max(from, newest - RECOMPUTE);
}

/** Made anew it would have fewer facts than when it was made. */
function isBereft(at: EpochMs, gone: Span | null): boolean {
  return gone !== null && at > gone.from && at - RESTS_ON < gone.to;
}

function* hoursBetween(admittedAt: EpochMs, from: EpochMs, to: EpochMs): Generator<EpochMs> {
  if (!Number.isFinite(from)) return;
  const first = admittedAt + Math.max(0, Math.ceil((from - admittedAt) / HOUR)) * HOUR;
  for (let at = first; at <= to; at += HOUR) yield at;
}
