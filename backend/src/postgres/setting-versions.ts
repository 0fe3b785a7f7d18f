import type { DataSource } from 'typeorm';
import { SettingStore, type NamedVersion, type SettingVersion } from '../pipeline/setting.ts';
import { nameOf } from './people-names.ts';

const SHOWN = 50;

interface SettingRow<Value> {
  readonly ward: string | null;
  readonly value: Value | null;
  readonly at: Date;
  readonly by: string;
}

interface NamedRow<Value> extends SettingRow<Value> {
  readonly byName: string;
}

const NAMED = `SELECT ward_id AS ward, value, at, by, ${nameOf('by')} AS "byName" FROM site_setting`;

/** One setting of the house and its wards, each change a row of its own in `site_setting`. */
export class SettingVersions<Value> extends SettingStore<Value> {
  readonly #source: DataSource;
  readonly #name: string;

  constructor(source: DataSource, name: string) {
    super();
    this.#source = source;
    this.#name = name;
  }

  async newest(): Promise<readonly SettingVersion<Value>[]> {
    const rows = await this.#source.query<SettingRow<Value>[]>(
      `SELECT DISTINCT ON (ward_id) ward_id AS ward, value, at, by FROM site_setting
       WHERE name = $1 ORDER BY ward_id, id DESC`,
      [this.#name],
    );
    return rows.map(versionOf);
  }

  async versions(ward: string | null): Promise<readonly NamedVersion<Value>[]> {
    const rows = await this.#source.query<NamedRow<Value>[]>(
      `${NAMED} WHERE name = $1 AND ward_id IS NOT DISTINCT FROM $2 ORDER BY id DESC LIMIT $3`,
      [this.#name, ward, SHOWN],
    );
    return rows.map(versionOf);
  }

  async all(): Promise<readonly NamedVersion<Value>[]> {
    const rows = await this.#source.query<NamedRow<Value>[]>(
      `${NAMED} WHERE name = $1 ORDER BY id DESC`,
      [this.#name],
    );
    return rows.map(versionOf);
  }

  async add({ ward, value, at, by }: SettingVersion<Value>): Promise<void> {
    await this.#source.query(
      'INSERT INTO site_setting (name, ward_id, value, at, by) VALUES ($1, $2, $3, $4, $5)',
      [this.#name, ward, value && JSON.stringify(value), new Date(at).toISOString(), by],
    );
  }
}

function versionOf<Row extends { readonly at: Date }>(row: Row): Omit<Row, 'at'> & { at: number } {
  return { ...row, at: row.at.getTime() };
}
