import { preferencesSchema, type OwnPatient, type Preferences } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import { PreferenceStore, type PreferenceVersion } from '../pipeline/preference-store.ts';

/** A stay that is on no board is over: its tick goes with it. */
const STILL_HERE = `
  SELECT own ->> 'patientId' AS "patientId", own ->> 'encounterId' AS "encounterId"
  FROM account_preference p
  CROSS JOIN jsonb_array_elements(p.value -> 'myPatients') WITH ORDINALITY AS listed (own, place)
  JOIN board_row b ON b.patient_id = own ->> 'patientId' AND b.body ->> 'encounterId' = own ->> 'encounterId'
  WHERE p.username = $1 AND ($2::text[] IS NULL OR b.ward_id = ANY ($2))
  ORDER BY place`;

export class TypeormPreferenceStore extends PreferenceStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async read(username: string, wards: readonly string[] | null): Promise<Preferences> {
    const myPatients = await this.#source.query<OwnPatient[]>(STILL_HERE, [username, wards]);
    const [kept] = await this.#source.query<{ language: string | null }[]>(
      `SELECT value ->> 'language' AS language FROM account_preference WHERE username = $1`,
      [username],
    );
    return preferencesSchema.parse({ myPatients, language: kept?.language ?? null });
  }

  async write({ username, value, at }: PreferenceVersion): Promise<void> {
    await this.#source.query(
      `INSERT INTO account_preference (username, value, at) VALUES ($1, $2, $3)
       ON CONFLICT (username) DO UPDATE SET value = account_preference.value || excluded.value, at = excluded.at`,
      [username, JSON.stringify(value), new Date(at).toISOString()],
    );
  }
}
