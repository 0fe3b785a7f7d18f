import type { EpochMs } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';

const SHOWN = 50;

export interface SettingVersion<Value> {
  /** Null = as shipped. */
  readonly value: Value | null;
  readonly at: EpochMs;
  readonly by: string;
}

/** One setting of the whole house, each change a row of its own in `site_setting`. */
export class SettingVersions<Value> {
  readonly #source: DataSource;
  readonly #name: string;

  constructor(source: DataSource, name: string) {
    this.#source = source;
    this.#name = name;
  }

  async newestFirst(): Promise<readonly SettingVersion<Value>[]> {
    const rows = await this.#source.query<{ value: Value | null; at: Date; by: string }[]>(
      `SELECT value, at, by FROM site_setting WHERE name = $1 AND ward_id IS NULL
       ORDER BY id DESC LIMIT $2`,
      [this.#name, SHOWN],
    );
    return rows.map(({ value, at, by }) => ({ value, at: at.getTime(), by }));
  }

  async add({ value, at, by }: SettingVersion<Value>): Promise<void> {
    await this.#source.query(
      'INSERT INTO site_setting (name, ward_id, value, at, by) VALUES ($1, NULL, $2, $3, $4)',
      [this.#name, value && JSON.stringify(value), new Date(at).toISOString(), by],
    );
  }
}
