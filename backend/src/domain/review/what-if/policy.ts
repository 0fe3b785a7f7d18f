import { MINUTE } from '@endwatch/clinical';
import type { ReviewPolicy } from '@endwatch/contracts';
import type { AlertKind } from '../../alerting/alert.ts';
import type { AlertPolicy } from '../../alerting/alert-policy.ts';
import { DEFAULT_ESCALATION, type EscalationPolicy } from '../../alerting/escalation.ts';

/** The live policy as a review speaks of it. */
export function reviewPolicyOf({ risk }: AlertPolicy): ReviewPolicy {
  return {
    ...{ on: risk.on, off: risk.off, minimumMinutes: risk.minimumDuration / MINUTE },
    risingBy: Number.isFinite(risk.risingBy) ? risk.risingBy : null,
  };
}

/** Today's policy with what is asked for in its place. Nothing escalates: who is told is not what is simulated. */
export function alertPolicyOf(asked: ReviewPolicy, today: AlertPolicy): AlertPolicy {
  return {
    ...today,
    risk: {
      ...{ on: asked.on, off: asked.off, minimumDuration: asked.minimumMinutes * MINUTE },
      ...{ oldest: today.risk.oldest, risingBy: asked.risingBy ?? Infinity },
    },
    escalation: QUIET,
  };
}

const QUIET = Object.fromEntries(
  Object.keys(DEFAULT_ESCALATION).map((key) => [
    key as AlertKind,
    { steps: [], repeat: null, remindAfter: null },
  ]),
) as unknown as EscalationPolicy;
