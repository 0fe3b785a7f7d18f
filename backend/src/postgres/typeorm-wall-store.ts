import type { WallNames } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import { WallStore, type WallVersion } from '../pipeline/wall-setting.ts';

const NAME = 'wall-names';
const SHOWN = 50;

export class TypeormWallStore extends WallStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async versions(): Promise<readonly WallVersion[]> {
    const rows = await this.#source.query<{ value: WallNames | null; at: Date; by: string }[]>(
      `SELECT value, at, by FROM site_setting WHERE name = $1 AND ward_id IS NULL
       ORDER BY id DESC LIMIT $2`,
      [NAME, SHOWN],
    );
    return rows.map(({ value, at, by }) => ({ names: value, at: at.getTime(), by }));
  }

  async set({ names, at, by }: WallVersion): Promise<void> {
    await this.#source.query(
      'INSERT INTO site_setting (name, ward_id, value, at, by) VALUES ($1, NULL, $2, $3, $4)',
      [NAME, names && JSON.stringify(names), new Date(at).toISOString(), by],
    );
  }
}
