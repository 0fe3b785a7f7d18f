import type { ReviewPolicy } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import { RiskLimitsStore, type RiskLimitsVersion } from '../pipeline/risk-limits.ts';
import { SettingVersions } from './setting-versions.ts';

export class TypeormRiskLimitsStore extends RiskLimitsStore {
  readonly #kept: SettingVersions<ReviewPolicy>;

  constructor(source: DataSource) {
    super();
    this.#kept = new SettingVersions(source, 'risk-limits');
  }

  async versions(): Promise<readonly RiskLimitsVersion[]> {
    const kept = await this.#kept.newestFirst();
    return kept.map(({ value, at, by }) => ({ limits: value, at, by }));
  }

  set({ limits, at, by }: RiskLimitsVersion): Promise<void> {
    return this.#kept.add({ value: limits, at, by });
  }
}
