import type { EpochMs, RiskForecast } from '@endwatch/clinical';
import { fingerprintOf } from '../rescoring/fingerprint.ts';
import type { ScoreRecord } from './stored-patient.ts';

/** What of a score is kept in memory: enough to show it, compare with it and tell whether it still holds. */
export interface KnownScore extends RiskForecast {
  readonly id: string;
  readonly asOf: EpochMs;
  readonly knownAt: EpochMs;
  readonly admission: number | null;
  readonly modelVersion: string;
  readonly modelChecksum: string | null;
  readonly missing: readonly string[];
  readonly outOfPopulation: readonly string[];
  /** Of the inputs it was computed from. */
  readonly fingerprint: string;
}

/** A score without the bulk of its inputs. */
export function knownScoreOf(score: ScoreRecord): KnownScore {
  return {
    id: score.id,
    asOf: score.asOf,
    knownAt: score.knownAt,
    next24h: score.next24h,
    by48h: score.by48h,
    by7d: score.by7d,
    admission: score.admission,
    modelVersion: score.modelVersion,
    modelChecksum: score.modelChecksum,
    missing: score.missing,
    outOfPopulation: score.outOfPopulation,
    fingerprint: score.fingerprint ?? fingerprintOf({ ...score, report: score.reportVector }),
  };
}

/** The score at exactly this moment, or null. Binary search: `scores` are newest `asOf` first. */
export function scoreAt(scores: readonly KnownScore[], asOf: EpochMs): KnownScore | null {
  const found = scores[countSince(scores, asOf) - 1];
  return found?.asOf === asOf ? found : null;
}

/** The scores, newest first, of `from` or later; the very list where all are. */
export function scoresSince(scores: readonly KnownScore[], from: EpochMs): readonly KnownScore[] {
  const count = countSince(scores, from);
  return count === scores.length ? scores : scores.slice(0, count);
}

/** How many of the scores, newest first, are of `from` or later. */
export function countSince(scores: readonly KnownScore[], from: EpochMs): number {
  let low = 0;
  let high = scores.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((scores[middle]?.asOf ?? -Infinity) >= from) low = middle + 1;
    else high = middle;
  }
  return low;
}
