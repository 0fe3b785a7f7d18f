import type { EpochMs } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import type { ScorePair } from '../domain/shadow/compare-models.ts';
import type { ModelManifest } from '../pipeline/ports.ts';
import { readRows, withClient } from './connection.ts';
import { toTimestamp } from './storable.ts';

interface PairRow {
  readonly patient_id: string;
  readonly as_of: EpochMs;
  readonly hours_since_admission: number;
  readonly in_service: number;
  readonly shadow: number;
}

/** Scores of the first model that stand, beside what the second says of the same inputs. */
export async function scorePairs(
  source: DataSource,
  about: {
    readonly inService: ModelManifest;
    readonly shadow: ModelManifest;
    readonly from: EpochMs;
  },
): Promise<readonly ScorePair[]> {
  const rows = await withClient(source, (client) =>
    readRows<PairRow>(
      client,
      `SELECT s.patient_id, s.as_of, s.hours_since_admission, s.next24h AS in_service, h.next24h AS shadow
       FROM shadow_score h JOIN score s ON s.patient_id = h.patient_id AND s.as_of = h.as_of AND s.id = h.score_id
       WHERE h.model_checksum = $1 AND h.as_of >= $2 AND h.next24h IS NOT NULL
         AND s.superseded_at IS NULL AND s.model_version = $3 AND coalesce(s.model_checksum, $4) = $4
       ORDER BY s.patient_id, s.as_of, s.id`,
      [
        ...[about.shadow.checksum, toTimestamp(about.from)],
        ...[about.inService.version, about.inService.checksum],
      ],
    ),
  );
  return rows.map((row) => ({
    ...{ patientId: row.patient_id, asOf: row.as_of },
    hoursSinceAdmission: row.hours_since_admission,
    ...{ inService: row.in_service, shadow: row.shadow },
  }));
}
