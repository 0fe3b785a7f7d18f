import type { EpochMs } from '@endwatch/clinical';
import type { TrajectoryScore } from '../domain/patient-page/trajectory.ts';
import type { OutgoingScore } from '../pipeline/outgoing.ts';
import type { ScoreRecord } from '../pipeline/ports.ts';
import { column, type Column } from './bulk-insert.ts';
import { float32Bytes, float32Of } from './storable.ts';

/** A score without the large inputs. */
export interface RiskPointRow {
  readonly id: string;
  readonly as_of: EpochMs;
  readonly known_at: EpochMs;
  readonly superseded_at: EpochMs | null;
  readonly next24h: number;
  readonly by48h: number | null;
  readonly by7d: number | null;
  readonly model_version: string;
}

export interface ScoreRow extends RiskPointRow {
  readonly patient_id: string;
  readonly hours_since_admission: number;
  readonly admission: number | null;
  readonly model_checksum: string | null;
  readonly code_version: string;
  readonly report_keys: string[];
  readonly missing: string[];
  readonly out_of_population: string[];
  readonly hazards: Buffer;
  readonly feature_set: string;
  readonly feature_values: Buffer;
  readonly feature_missing: Buffer;
  readonly feature_ages: Buffer;
  readonly report_vector: Buffer | null;
  readonly fingerprint: string | null;
}

export const SCORE_COLUMNS: readonly Column<ScoreRecord>[] = [
  column('patient_id', 'text', (score) => score.patientId),
  column('as_of', 'timestamptz', (score) => score.asOf),
  column('id', 'text', (score) => score.id),
  column('known_at', 'timestamptz', (score) => score.knownAt),
  column('superseded_at', 'timestamptz', (score) => score.supersededAt),
  column('hours_since_admission', 'double precision', (score) => score.hoursSinceAdmission),
  column('next24h', 'double precision', (score) => score.next24h),
  column('by48h', 'double precision', (score) => score.by48h),
  column('by7d', 'double precision', (score) => score.by7d),
  column('admission', 'double precision', (score) => score.admission),
  column('hazards', 'bytea', (score) => float32Bytes(score.hazards)),
  column('model_version', 'text', (score) => score.modelVersion),
  column('model_checksum', 'text', (score) => score.modelChecksum),
  column('code_version', 'text', (score) => score.codeVersion),
  column('feature_set', 'text', (score) => score.features.featureSet),
  column('feature_values', 'bytea', (score) => float32Bytes(score.features.values)),
  column('feature_missing', 'bytea', (score) => Buffer.from(score.features.missing)),
  column('feature_ages', 'bytea', (score) => float32Bytes(score.features.ageHours)),
  column('fingerprint', 'text', (score) => score.fingerprint),
  column('report_keys', 'jsonb', (score) => score.reportKeys),
  column(
    'report_vector',
    'bytea',
    (score) => score.reportVector && float32Bytes(score.reportVector),
  ),
  column('missing', 'jsonb', (score) => score.missing),
  column('out_of_population', 'jsonb', (score) => score.outOfPopulation),
];

/** A score as a point of a trajectory: hundreds of them are read at once. */
export const RISK_POINT: string =
  'id, as_of, known_at, superseded_at, next24h, by48h, by7d, model_version';

export function riskPointOf(row: RiskPointRow): TrajectoryScore {
  return {
    id: row.id,
    asOf: row.as_of,
    knownAt: row.known_at,
    supersededAt: row.superseded_at,
    next24h: row.next24h,
    by48h: row.by48h,
    by7d: row.by7d,
    modelVersion: row.model_version,
  };
}

export function scoreOf(row: ScoreRow): ScoreRecord {
  return {
    ...riskPointOf(row),
    patientId: row.patient_id,
    hoursSinceAdmission: row.hours_since_admission,
    admission: row.admission,
    modelChecksum: row.model_checksum,
    codeVersion: row.code_version,
    reportKeys: row.report_keys,
    missing: row.missing,
    outOfPopulation: row.out_of_population,
    features: {
      featureSet: row.feature_set,
      values: float32Of(row.feature_values),
      missing: new Uint8Array(row.feature_missing),
      ageHours: float32Of(row.feature_ages),
    },
    hazards: float32Of(row.hazards),
    reportVector: row.report_vector && float32Of(row.report_vector),
    fingerprint: row.fingerprint,
  };
}

/** Row of a score that is told outside. */
export type OutgoingScoreRow = Pick<
  ScoreRow,
  | 'id'
  | 'patient_id'
  | 'as_of'
  | 'known_at'
  | 'hours_since_admission'
  | 'next24h'
  | 'by48h'
  | 'by7d'
  | 'model_version'
  | 'model_checksum'
  | 'report_keys'
  | 'feature_values'
  | 'feature_missing'
>;

/** Without what the message does not say: hazards, ages and the vector of the reports are most of a row. */
export const OUTGOING_SCORE: string =
  'id, patient_id, as_of, known_at, hours_since_admission, next24h, by48h, by7d, model_version, model_checksum, report_keys, feature_values, feature_missing';

export function outgoingScoreOf(row: OutgoingScoreRow): OutgoingScore {
  return {
    id: row.id,
    patientId: row.patient_id,
    asOf: row.as_of,
    knownAt: row.known_at,
    hoursSinceAdmission: row.hours_since_admission,
    next24h: row.next24h,
    by48h: row.by48h,
    by7d: row.by7d,
    modelVersion: row.model_version,
    modelChecksum: row.model_checksum,
    reportKeys: row.report_keys,
    features: {
      values: float32Of(row.feature_values),
      missing: new Uint8Array(row.feature_missing),
    },
  };
}
