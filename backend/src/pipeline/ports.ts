import type {
  ClinicalRecord,
  EpochMs,
  FeatureVector,
  LocationRecord,
  RiskForecast,
} from '@endwatch/clinical';
import type { BoardRow, RejectionCode } from '@endwatch/contracts';
import type { AlertState, AlertTransition } from '../domain/alerting/alert.ts';
import type { NextOffset, TopicPartition } from './event-log.ts';

// ── decoding ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Where bytes came from. */
export interface Origin {
  readonly door: 'kafka' | 'embedded' | 'http' | 'mllp';
  readonly topic: string | null;
  readonly partition: number | null;
  readonly offset: bigint | null;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly brokerAt: EpochMs;
  readonly ingestedAt: EpochMs;
}

/** Something that could not be understood or believed; kept with the bytes it came in. */
export interface Rejection {
  readonly code: RejectionCode;
  /** Names field and value, never the patient. */
  readonly detail: string;
  readonly patientId: string | null;
  /** `Observation/42`, where known. */
  readonly resource: string | null;
}

export interface Decoded {
  readonly records: readonly ClinicalRecord[];
  readonly locations: readonly LocationRecord[];
  readonly rejections: readonly Rejection[];
  /** Resource types (or `Observation:<code>`) that Endwatch does not use → how many. */
  readonly ignored: Readonly<Record<string, number>>;
}

/**
 * Bytes → clinical records. Never throws or rejects for bad data. A promise only where reading takes time (a PDF report), so that a batch of
 * vitals costs no turn of the event loop for each record; `await` serves both.
 */
export abstract class MessageDecoder {
  abstract decode(value: Buffer, origin: Origin): Decoded | Promise<Decoded>;
}

// ── scoring ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface ScoreInput {
  readonly features: FeatureVector;
  /** Encoded text of the reports known at that moment, several joined by `combineReportVectors` (libs/clinical); null when there is none. */
  readonly report: Float32Array | null;
  readonly hoursSinceAdmission: number;
}

export interface ScoreOutput extends RiskForecast {
  /** Calibrated hazard of each interval of `HAZARD_EDGES_HOURS`. */
  readonly hazards: Float32Array;
}

export interface ModelManifest {
  readonly version: string;
  readonly featureSet: string;
  readonly trainedOn: 'simulated' | 'site';
  readonly reportVectorLength: number;
  /** On `next24h`. */
  readonly thresholds: ModelThresholds;
}

export interface ModelThresholds {
  readonly medium: number;
  readonly high: number;
  /** A high-risk alert ends below this: hysteresis. */
  readonly highOff: number;
}

export abstract class RiskModel {
  abstract readonly manifest: ModelManifest;
  /** Once per report version; the vector is kept with the report. */
  abstract encodeReport(text: string): Float32Array;
  /** One forward pass over all rows. */
  abstract score(inputs: readonly ScoreInput[]): readonly ScoreOutput[];
  /** The admission snapshot model: probability of END within 7 days from what was known at admission. Null where the artefact has none. */
  abstract admissionRisk(inputs: readonly ScoreInput[]): readonly (number | null)[];
}

// ── storage ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** One row of table `score`: never overwritten; `supersededAt` is set when a newer one for the same `asOf` is written. */
export interface ScoreRecord extends RiskForecast {
  readonly id: string;
  readonly patientId: string;
  readonly asOf: EpochMs;
  readonly knownAt: EpochMs;
  readonly hoursSinceAdmission: number;
  readonly modelVersion: string;
  readonly codeVersion: string;
  readonly features: FeatureVector;
  /** `resourceKey` + `version` of the reports that were read; their vector is stored with the score so that it can be replayed. */
  readonly reportKeys: readonly string[];
  readonly reportVector: Float32Array | null;
  readonly hazards: Float32Array;
  readonly admission: number | null;
  readonly missing: readonly string[];
  readonly outOfPopulation: readonly string[];
  readonly supersededAt: EpochMs | null;
}

/** Where a patient is, worked out from the encounter and the location directory. */
export interface Placement {
  readonly wardId: string;
  readonly wardName: string;
  readonly bed: string | null;
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

/** What a batch changes for one patient. Everything derived is written as it shall stand afterwards. */
export interface PatientEffects {
  readonly patientId: string;
  readonly partition: number;
  /** Version of the aggregate that was read; 0 for a new patient. The commit fails as `stale` when it has moved. */
  readonly expectedVersion: number;
  readonly profile: PatientProfile;
  /** New record versions; rows that exist already (same patient, resource, version) are left alone. */
  readonly records: readonly ClinicalRecord[];
  /** Vectors of newly encoded reports. */
  readonly reportVectors: readonly ReportVector[];
  readonly scores: readonly ScoreRecord[];
  /** Scores that no longer hold, with the time from which. */
  readonly supersededScoreIds: readonly string[];
  readonly alerts: readonly AlertState[];
  readonly transitions: readonly AlertTransition[];
  /** The tile; null when the patient is on no board (no stay, discharged, merged away). */
  readonly row: BoardRow | null;
  readonly placement: Placement | null;
}

export interface ReportVector {
  readonly resourceKey: string;
  readonly version: string;
  readonly modelVersion: string;
  readonly vector: Float32Array;
}

export interface StoredRejection extends Rejection {
  readonly raw: Buffer;
  readonly origin: Origin;
}

export interface MessageId {
  readonly source: string;
  readonly id: string;
}

export interface BatchEffects {
  readonly knownAt: EpochMs;
  /** Compare-and-set: each partition moves from `from` to `to` or the whole batch is refused. Empty when the clock or a command asks, not the log. */
  readonly offsets: readonly (TopicPartition & { readonly from: bigint; readonly to: bigint })[];
  readonly messageIds: readonly MessageId[];
  readonly patients: readonly PatientEffects[];
  readonly locations: readonly LocationRecord[];
  /** Version of the location directory that placements were worked out from. */
  readonly expectedDirectoryVersion: number;
  readonly rejections: readonly StoredRejection[];
}

export type CommitOutcome =
  | { readonly outcome: 'committed' }
  /** Another process moved these partitions on: nothing was written. */
  | { readonly outcome: 'fenced'; readonly partitions: readonly TopicPartition[] }
  /** These patients (or the directory) changed since they were read: nothing was written; load and decide again. */
  | { readonly outcome: 'stale'; readonly patientIds: readonly string[]; readonly directory: boolean };

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
  /** Alerts that are not resolved, and those resolved within the last 24 h. */
  readonly alerts: readonly AlertState[];
  /** Not superseded, newest `asOf` first, at most 64. */
  readonly scores: readonly ScoreRecord[];
}

export interface LocationDirectory {
  readonly version: number;
  readonly locations: ReadonlyMap<string, LocationRecord>;
}

export abstract class PatientStore {
  abstract nextOffsets(partitions: readonly TopicPartition[]): Promise<readonly NextOffset[]>;
  /** Those of `ids` that were taken before. */
  abstract seenMessages(ids: readonly MessageId[]): Promise<readonly MessageId[]>;
  /** One entry for each id asked, in that order; version 0 and empty for an unknown patient. Two queries at most per table, whatever the number. */
  abstract loadPatients(ids: readonly string[]): Promise<readonly StoredPatient[]>;
  abstract locationDirectory(): Promise<LocationDirectory>;
  /** Patients whose stay refers to any of these locations or to one inside them. */
  abstract patientsAt(locationIds: readonly string[]): Promise<readonly string[]>;
  /** Patients of these partitions whose `nextWakeAt` has come, earliest first. */
  abstract duePatients(partitions: readonly number[], now: EpochMs, limit: number): Promise<readonly string[]>;
  abstract patientOfAlert(alertId: string): Promise<string | null>;
  /** One transaction, all or nothing. */
  abstract commit(effects: BatchEffects): Promise<CommitOutcome>;
}

// ── small ones ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export abstract class Clock {
  abstract now(): EpochMs;
}

/** Ids that the same content always gives again, so that a repeated batch makes the same rows. */
export abstract class Ids {
  abstract of(...parts: readonly (string | number)[]): string;
}

/** Partition of a patient id: the same function the log uses for its keys (Kafka's murmur2). */
export abstract class Partitioner {
  abstract partitionOf(key: string): number;
}
