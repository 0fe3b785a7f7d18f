import { MINUTE } from '@endwatch/clinical';
import type { ReviewPolicy } from '@endwatch/contracts';
import type { AlertPolicy, RiskLimits } from '../../alerting/alert-policy.ts';
import { NO_ESCALATION } from '../../alerting/escalation.ts';

/** The live policy as a review speaks of it. */
export function reviewPolicyOf({ risk }: Pick<AlertPolicy, 'risk'>): ReviewPolicy {
  return {
    ...{ on: risk.on, off: risk.off, minimumMinutes: risk.minimumDuration / MINUTE },
    risingBy: Number.isFinite(risk.risingBy) ? risk.risingBy : null,
  };
}

/** What people write as limits, as the rule has them; what they do not decide is as shipped. */
export function riskLimitsOf(asked: ReviewPolicy, shipped: RiskLimits): RiskLimits {
  return {
    ...{ on: asked.on, off: asked.off, minimumDuration: asked.minimumMinutes * MINUTE },
    ...{ oldest: shipped.oldest, risingBy: asked.risingBy ?? Infinity },
  };
}

/** Today's policy with what is asked for in its place. Nothing escalates: who is told is not what is simulated. */
export function alertPolicyOf(asked: ReviewPolicy, today: AlertPolicy): AlertPolicy {
  return {
    ...today,
    risk: riskLimitsOf(asked, today.risk),
    escalation: NO_ESCALATION,
  };
}
