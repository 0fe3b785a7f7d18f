import { fingerprintOf } from '../domain/rescoring/fingerprint.ts';
import type { StoredScore } from '../domain/patient-state/stored-patient.ts';
import { RISK_POINT, riskPointOf, type ScoreRow } from './score.mapper.ts';
import type { Sharing } from './sharing.ts';
import { float32Of } from './storable.ts';

const INPUTS = [
  'feature_set',
  'feature_values',
  'feature_missing',
  'feature_ages',
  'report_vector',
] as const;
type Inputs = Pick<ScoreRow, (typeof INPUTS)[number]>;

/** Inputs are there where the row is from before fingerprints were kept. */
export type KnownScoreRow = Omit<ScoreRow, keyof Inputs | 'fingerprint'> &
  (({ readonly fingerprint: null } & Inputs) | { readonly fingerprint: string });

/** What is kept of a score in memory. The inputs are most of a row and seldom asked for. */
export const KNOWN_SCORE: string = [
  ...[
    RISK_POINT,
    'patient_id',
    'admission',
    'model_checksum',
    'missing',
    'out_of_population',
    'fingerprint',
  ],
  ...INPUTS.map((name) => `CASE WHEN fingerprint IS NULL THEN ${name} END AS ${name}`),
].join(', ');

/** @param shared for all rows that are read at once */
export function storedScoreOf(row: KnownScoreRow, shared: Sharing): StoredScore {
  const { id, asOf, knownAt, next24h, by48h, by7d } = riskPointOf(row);
  return {
    ...{ id, asOf, knownAt, next24h, by48h, by7d },
    patientId: row.patient_id,
    admission: row.admission,
    modelVersion: shared(row.model_version),
    modelChecksum: shared(row.model_checksum),
    missing: row.missing.map((name) => shared(name)),
    outOfPopulation: row.out_of_population.map((reason) => shared(reason)),
    fingerprint: fingerprintIn(row),
  };
}

function fingerprintIn(row: KnownScoreRow): string {
  if (row.fingerprint !== null) return row.fingerprint;
  return fingerprintOf({
    features: {
      featureSet: row.feature_set,
      values: float32Of(row.feature_values),
      missing: new Uint8Array(row.feature_missing),
      ageHours: float32Of(row.feature_ages),
    },
    report: row.report_vector && float32Of(row.report_vector),
    outOfPopulation: row.out_of_population,
  });
}
