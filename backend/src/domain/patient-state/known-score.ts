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

/** A stored score, without the bulk of its inputs; their fingerprint where the caller has it. */
export function knownScoreOf(score: ScoreRecord, fingerprint?: string): KnownScore {
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
    fingerprint: fingerprint ?? fingerprintOf({ ...score, report: score.reportVector }),
  };
}
