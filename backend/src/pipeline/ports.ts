import type {
  ClinicalRecord,
  EpochMs,
  FeatureVector,
  LocationRecord,
  RiskForecast,
} from '@endwatch/clinical';
import type { BoardRow, RejectionCode } from '@endwatch/contracts';
import type { AlertState, AlertTransition } from '../domain/alerting/alert.ts';
import type { LocationDirectory, Placement } from '../domain/board/placement.ts';
import type { ModelManifest } from '../domain/rescoring/model-manifest.ts';
import type {
  PatientProfile,
  ReportVector,
  ScoreRecord,
  PackedPatient,
  StoredPatient,
} from '../domain/patient-state/stored-patient.ts';
import type { NewLogRecord, NextOffset, TopicPartition } from './event-log.ts';

// What the rules of `domain/` speak of too is defined there; adapters find it here.
export type { LocationDirectory, Placement } from '../domain/board/placement.ts';
export type { ModelManifest, ModelThresholds } from '../domain/rescoring/model-manifest.ts';
export type {
  PatientProfile,
  ReportVector,
  ScoreRecord,
  PackedPatient,
  StoredPatient,
} from '../domain/patient-state/stored-patient.ts';

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
  /** Of the round or request that reads it: what goes wrong inside names it, in the log and in what is kept. */
  readonly correlationId?: string;
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

/** Where a score of a patient stands. */
export type ScoreKey = Pick<ScoreRecord, 'id' | 'asOf'>;

/** What a batch changes for one patient. Everything derived is written as it shall stand afterwards. */
export interface PatientEffects {
  readonly patientId: string;
  readonly partition: number;
  /** Version of the aggregate that was read; 0 for a new patient. The commit fails as `stale` when it has moved and makes it one more. */
  readonly expectedVersion: number;
  readonly profile: PatientProfile;
  /** New record versions; rows that exist already (same patient, resource, version) are left alone. */
  readonly records: readonly ClinicalRecord[];
  /** Vectors of newly encoded reports. */
  readonly reportVectors: readonly ReportVector[];
  readonly scores: readonly ScoreRecord[];
  /** Scores that no longer hold, with the time from which. */
  readonly superseded: readonly ScoreKey[];
  readonly alerts: readonly AlertState[];
  readonly transitions: readonly AlertTransition[];
  /** The tile; null when the patient is on no board (no stay, discharged, merged away). */
  readonly row: BoardRow | null;
  readonly placement: Placement | null;
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
  /** Messages out, published after the commit in this order. */
  readonly messages?: readonly NewLogRecord[];
  readonly round?: RoundMark;
}

/** The round that effects come from: goes with each board event, so that a change can be followed from its record to the screens. */
export interface RoundMark {
  readonly id: string;
  /** W3C trace context that a patient's changes belong to; null where nobody traces them. */
  readonly traceparentOf: (patientId: string) => string | null;
}

export type CommitOutcome =
  | { readonly outcome: 'committed' }
  /** Another process moved these partitions on: nothing was written. */
  | { readonly outcome: 'fenced'; readonly partitions: readonly TopicPartition[] }
  /** These patients (or the directory) changed since they were read: nothing was written; load and decide again. */
  | {
      readonly outcome: 'stale';
      readonly patientIds: readonly string[];
      readonly directory: boolean;
    }
  /** Something in it cannot be kept, today or later: nothing was written. The reason holds no value. */
  | { readonly outcome: 'refused'; readonly reason: string };

export abstract class PatientStore {
  abstract nextOffsets(partitions: readonly TopicPartition[]): Promise<readonly NextOffset[]>;
  /** Those of `ids` that were taken before. */
  abstract seenMessages(ids: readonly MessageId[]): Promise<readonly MessageId[]>;
  /** One entry for each id asked, in that order; version 0 and empty for an unknown patient. A few queries per table, whatever the number. */
  abstract loadPatients(ids: readonly string[]): Promise<readonly PackedPatient[]>;
  /** The same with every record. */
  abstract loadWhole(ids: readonly string[]): Promise<readonly StoredPatient[]>;
  abstract locationDirectory(): Promise<LocationDirectory>;
  /** Patients whose stay refers to any of these locations or to one inside them. */
  abstract patientsAt(locationIds: readonly string[]): Promise<readonly string[]>;
  /** Patients of these partitions whose `nextWakeAt` has come, earliest first. */
  abstract duePatients(
    partitions: readonly number[],
    now: EpochMs,
    limit: number,
  ): Promise<readonly string[]>;
  abstract patientOfAlert(alertId: string): Promise<string | null>;
  /** One transaction, all or nothing. Rejects when the store is away, full or busy. */
  abstract commit(effects: BatchEffects): Promise<CommitOutcome>;
  /** What `commit` would answer; writes nothing. */
  abstract rehearse(effects: BatchEffects): Promise<CommitOutcome>;
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
