import type {
  ClinicalRecord,
  EpochMs,
  FeatureVector,
  QuantityName,
  RiskForecast,
} from '@endwatch/clinical';
import type { AlertState } from '../alerting/alert.ts';
import type { KnownScore } from './known-score.ts';

/** What is read back to rebuild a patient's state. */
export interface StoredPatient {
  readonly patientId: string;
  readonly version: number;
  /** Ids merged into this one; their records are among `records`. */
  readonly aliases: readonly string[];
  readonly mergedInto: string | null;
  /** Every kept version of every resource of the stays within the look-back. */
  readonly records: readonly ClinicalRecord[];
  readonly reportVectors: readonly ReportVector[];
  /** Alerts that are not resolved, and at least those resolved within the last 24 h. */
  readonly alerts: readonly AlertState[];
  /** Its own that hold, newest `asOf` first: those within 24 h of the newest ever written, at most 512. */
  readonly scores: readonly StoredScore[];
  /** `asOf` before which there may be others; null = there are none. */
  readonly scoresFrom: EpochMs | null;
}

/** What is read back for a round: of vital signs that correct nothing the values only, where nobody else's records are among those of the patient. */
export interface PackedPatient extends StoredPatient {
  readonly values: StoredValues | null;
}

/** Values of resources that may have other versions among `records`: every kept version, column by column, in any order. */
export interface StoredValues {
  readonly resourceKey: readonly string[];
  readonly version: readonly string[];
  readonly quantity: readonly QuantityName[];
  readonly value: readonly number[];
  readonly at: readonly EpochMs[];
  readonly issuedAt: readonly (EpochMs | null)[];
}

/** A score without the bulk of its inputs. */
export type StoredScore = KnownScore & Pick<ScoreRecord, 'patientId'>;

/** One row of table `score`: never overwritten; `supersededAt` is set when a newer one for the same `asOf` is written. */
export interface ScoreRecord extends RiskForecast {
  readonly id: string;
  readonly patientId: string;
  readonly asOf: EpochMs;
  readonly knownAt: EpochMs;
  readonly hoursSinceAdmission: number;
  readonly modelVersion: string;
  /** Of the artefact; null in rows from before it was kept. */
  readonly modelChecksum: string | null;
  readonly codeVersion: string;
  readonly features: FeatureVector;
  /** Of features, report vector and `outOfPopulation` (`fingerprintOf`); null in rows from before it was kept. */
  readonly fingerprint: string | null;
  /** `resourceKey` + `version` of the reports that were read; their vector is stored with the score so that it can be replayed. */
  readonly reportKeys: readonly string[];
  readonly reportVector: Float32Array | null;
  readonly hazards: Float32Array;
  readonly admission: number | null;
  readonly missing: readonly string[];
  readonly outOfPopulation: readonly string[];
  readonly supersededAt: EpochMs | null;
}

export interface ReportVector {
  readonly resourceKey: string;
  readonly version: string;
  /** Name and checksum of the model that encoded it. */
  readonly modelVersion: string;
  readonly vector: Float32Array;
}

/** What of a patient is kept in columns of its own, for queries. */
export interface PatientProfile {
  readonly admittedAt: EpochMs | null;
  readonly dischargedAt: EpochMs | null;
  readonly encounterId: string | null;
  /** Location ids the stay refers to now, newest first: who must be looked at again when a Location changes. */
  readonly locationIds: readonly string[];
  readonly mergedInto: string | null;
  /** When the clock alone next changes something for this patient (examination due, data stale, hazard interval, horizon); null = never. */
  readonly nextWakeAt: EpochMs | null;
}
