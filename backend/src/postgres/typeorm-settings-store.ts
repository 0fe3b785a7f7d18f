import type { DataSource } from 'typeorm';
import type { EscalationPolicy } from '../domain/alerting/escalation.ts';
import { NO_HOURS } from '../domain/alerting/ward-hours.ts';
import { SettingsStore, type EscalationVersion } from '../pipeline/site-settings.ts';

interface SettingRow {
  readonly ward_id: string | null;
  readonly value: EscalationPolicy | null;
  readonly at: Date;
  readonly by: string;
}

const NAME = 'escalation';

export class TypeormSettingsStore extends SettingsStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async escalations(): Promise<readonly EscalationVersion[]> {
    const rows = await this.#source.query<SettingRow[]>(
      `SELECT DISTINCT ON (ward_id) ward_id, value, at, by FROM site_setting
       WHERE name = $1 ORDER BY ward_id, id DESC`,
      [NAME],
    );
    return rows.map(versionOf);
  }

  async versions(ward: string | null): Promise<readonly EscalationVersion[]> {
    const rows = await this.#source.query<SettingRow[]>(
      `SELECT ward_id, value, at, by FROM site_setting
       WHERE name = $1 AND ward_id IS NOT DISTINCT FROM $2 ORDER BY id DESC LIMIT 50`,
      [NAME, ward],
    );
    return rows.map(versionOf);
  }

  async setEscalation({ ward, value, at, by }: EscalationVersion): Promise<void> {
    await this.#source.query(
      'INSERT INTO site_setting (name, ward_id, value, at, by) VALUES ($1, $2, $3, $4, $5)',
      [NAME, ward, value && JSON.stringify(value), new Date(at).toISOString(), by],
    );
  }
}

function versionOf({ ward_id, value, at, by }: SettingRow): EscalationVersion {
  // One that was set before wards had hours has none.
  return { ward: ward_id, value: value && { ...NO_HOURS, ...value }, at: at.getTime(), by };
}
