import type { EpochMs } from '@endwatch/clinical';
import type { ReviewPolicy } from '@endwatch/contracts';
import type { RiskLimits } from '../domain/alerting/alert-policy.ts';
import { riskLimitsOf } from '../domain/review/what-if/policy.ts';

export interface RiskLimitsVersion {
  /** Null = as the model is shipped. */
  readonly limits: ReviewPolicy | null;
  readonly at: EpochMs;
  readonly by: string;
}

/** When a forecast rings, as administrators have set it. Nothing is overwritten: the newest holds. */
export abstract class RiskLimitsStore {
  /** Newest first. */
  abstract versions(): Promise<readonly RiskLimitsVersion[]>;
  abstract set(version: RiskLimitsVersion): Promise<void>;
}

/** The setting as this process knows it: looked up now and then, so that no round waits for it. */
export class RiskLimitsSetting {
  readonly shipped: RiskLimits;
  readonly #store: Pick<RiskLimitsStore, 'versions'>;
  #now: RiskLimits;

  constructor(store: Pick<RiskLimitsStore, 'versions'>, shipped: RiskLimits) {
    this.#store = store;
    this.shipped = shipped;
    this.#now = shipped;
  }

  get now(): RiskLimits {
    return this.#now;
  }

  /** Rejects, and keeps what was known, when it cannot be read. */
  async refresh(): Promise<void> {
    const [newest] = await this.#store.versions();
    const limits = newest?.limits ?? null;
    this.#now = limits === null ? this.shipped : riskLimitsOf(limits, this.shipped);
  }
}
