import type { ReviewPolicy } from '@endwatch/contracts';
import type { RiskLimits } from '../domain/alerting/alert-policy.ts';
import { riskLimitsOf } from '../domain/review/what-if/policy.ts';
import { SettingStore, WardSetting } from './setting.ts';

/** When a forecast rings, as administrators have set it for the house or a ward. */
export abstract class RiskLimitsStore extends SettingStore<ReviewPolicy> {}

export class RiskLimitsSetting extends WardSetting<ReviewPolicy, RiskLimits> {
  constructor(store: Pick<RiskLimitsStore, 'newest' | 'all'>, shipped: RiskLimits) {
    super(store, shipped, (limits) => riskLimitsOf(limits, shipped));
  }
}
