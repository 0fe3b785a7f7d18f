import type { ReviewPolicy } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import { RiskLimitsStore, type RiskLimitsVersion } from '../pipeline/risk-limits.ts';

const NAME = 'risk-limits';
const SHOWN = 50;

export class TypeormRiskLimitsStore extends RiskLimitsStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async versions(): Promise<readonly RiskLimitsVersion[]> {
    const rows = await this.#source.query<{ value: ReviewPolicy | null; at: Date; by: string }[]>(
      `SELECT value, at, by FROM site_setting WHERE name = $1 AND ward_id IS NULL
       ORDER BY id DESC LIMIT $2`,
      [NAME, SHOWN],
    );
    return rows.map(({ value, at, by }) => ({ limits: value, at: at.getTime(), by }));
  }

  async set({ limits, at, by }: RiskLimitsVersion): Promise<void> {
    await this.#source.query(
      'INSERT INTO site_setting (name, ward_id, value, at, by) VALUES ($1, NULL, $2, $3, $4)',
      [NAME, limits && JSON.stringify(limits), new Date(at).toISOString(), by],
    );
  }
}
