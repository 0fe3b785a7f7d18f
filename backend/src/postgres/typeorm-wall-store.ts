import type { WallNames } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import { WallStore, type WallVersion } from '../pipeline/wall-setting.ts';
import { SettingVersions } from './setting-versions.ts';

export class TypeormWallStore extends WallStore {
  readonly #kept: SettingVersions<WallNames>;

  constructor(source: DataSource) {
    super();
    this.#kept = new SettingVersions(source, 'wall-names');
  }

  async versions(): Promise<readonly WallVersion[]> {
    const kept = await this.#kept.newestFirst();
    return kept.map(({ value, at, by }) => ({ names: value, at, by }));
  }

  set({ names, at, by }: WallVersion): Promise<void> {
    return this.#kept.add({ value: names, at, by });
  }
}
