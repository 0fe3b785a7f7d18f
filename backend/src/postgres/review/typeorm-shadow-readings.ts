import type { DataSource } from 'typeorm';
import type { ShadowForecasts } from '../../domain/review/forecast/shadow-beside.ts';
import { ShadowReadings, type WantedForecast } from '../../pipeline/review-quality.ts';
import { readRows, withClient } from '../connection.ts';

const NEWEST = `SELECT model_checksum, model_version FROM shadow_score
  ORDER BY as_of DESC, known_at DESC LIMIT 1`;
const FORECASTS = `SELECT h.score_id, h.next24h
  FROM unnest($2::text[], $3::text[]) AS w (patient_id, score_id)
  JOIN shadow_score h ON h.model_checksum = $1 AND h.patient_id = w.patient_id AND h.score_id = w.score_id
  WHERE h.next24h IS NOT NULL`;

export class TypeormShadowReadings extends ShadowReadings {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  of(wanted: readonly WantedForecast[]): Promise<ShadowForecasts | null> {
    return withClient(this.#source, async (client) => {
      const [newest] = await readRows<{ model_checksum: string; model_version: string }>(
        client,
        NEWEST,
        [],
      );
      if (newest === undefined) return null;
      const rows = await readRows<{ score_id: string; next24h: number }>(client, FORECASTS, [
        newest.model_checksum,
        wanted.map(({ patientId }) => patientId),
        wanted.map(({ scoreId }) => scoreId),
      ]);
      const next24h = new Map(rows.map((row) => [row.score_id, row.next24h]));
      return { version: newest.model_version, next24h };
    });
  }
}
