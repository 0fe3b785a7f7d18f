import type { EpochMs } from '@endwatch/clinical';
import type { EndDefinitionSetting } from '@endwatch/contracts';

/**
 * What quality reviews read of one stay: everything that the views count, and nothing else. Each entry says when it was
 * true (`at`, `asOf`) and when Endwatch knew (`knownAt`); no view may use what was not known at the time it speaks of.
 */
export interface ReviewStay {
  patientId: string;
  encounterId: string;
  /** Where the patient is, or was last. */
  ward: string | null;
  bed: string | null;
  age: number | null;
  sex: 'female' | 'male' | 'other' | 'unknown';
  admittedAt: EpochMs;
  dischargedAt: EpochMs | null;
  diedAt: EpochMs | null;
  /** Names of known conditions, such as `atrial-fibrillation`. */
  conditions: readonly string[];
  treatments: readonly ('thrombolysis' | 'thrombectomy')[];
  admissionNihss: number | null;
  /** By the charted NIHSS, as `detectEnd` found it with all that is known now; what the ward was told. */
  end: ReviewEnd;
  /** The END that is forecast: by the paper's definition, whatever the house has. Not given = the same. */
  forecastEnd?: ReviewEnd;
  assessments: readonly ReviewAssessment[];
  /** Without the END that is forecast, where that is not the last examination: one past its window may show what came within. */
  seenUntil?: EpochMs;
  /** By `asOf`, then `knownAt`; superseded ones too. */
  scores: readonly ReviewScore[];
  alerts: readonly ReviewAlert[];
  /**
   * Endwatch heard of the stay only when it was over: every `knownAt` is then the time of loading and says nothing about what a ward could know
   * (see `knownAtOf`). Not given = no.
   */
  loadedAfterwards?: boolean;
}

export interface ReviewEnd {
  status: 'none' | 'suspected' | 'confirmed' | 'not-evaluable';
  rule: 'total' | 'motor' | null;
  /** When it was charted to have happened; when Endwatch knew. */
  at: EpochMs | null;
  knownAt: EpochMs | null;
  /** Null where nothing could be judged. Not given = by the paper's. */
  judgedBy?: EndDefinitionSetting | null;
}

export interface ReviewAssessment {
  at: EpochMs;
  knownAt: EpochMs;
  total: number | null;
  motor: number | null;
}

export interface ReviewScore {
  id: string;
  asOf: EpochMs;
  knownAt: EpochMs;
  supersededAt: EpochMs | null;
  next24h: number;
  by48h: number | null;
  by7d: number | null;
  modelVersion: string;
  /** Names of inputs that were missing; reasons why the patient is not of the model's population. */
  missing: readonly string[];
  outOfPopulation: readonly string[];
}

export interface ReviewAlert {
  id: string;
  ward: string | null;
  kind: string;
  priority: 'high' | 'medium' | 'low' | 'technical';
  state: string;
  raisedAt: EpochMs;
  /** In order; `by` is a username or `system`. */
  transitions: readonly {
    at: EpochMs;
    from: string | null;
    to: string;
    by: string;
    reason: string;
    /** Time alone moved it; null = of before that was noted. */
    byClock: boolean | null;
  }[];
}
