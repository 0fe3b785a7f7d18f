import { HOUR } from '@endwatch/clinical';
import type { ReviewPolicy, WhatIfFigures } from '@endwatch/contracts';
import { alertYield, ratio } from '@endwatch/statistics';
import type { AlertPolicy } from '../../alerting/alert-policy.ts';
import { NO_ESCALATION } from '../../alerting/escalation.ts';
import { shareOf, spreadOf } from '../figures.ts';
import { AHEAD_HOURS } from '../follow-up.ts';
import type { PackedCohort, PackedStay } from './pack-cohort.ts';
import { alertPolicyOf } from './policy.ts';
import { simulateAlerts } from './simulate-alerts.ts';

/** Beds of a ward, for "new alerts a day for 35 patients". */
const WARD_OF = 35;
const EARLY_HOURS = 6;

/** What a policy would have cost and brought, the same on every ward. */
export function tryPolicy(
  cohort: PackedCohort,
  policy: ReviewPolicy,
  today: AlertPolicy,
): WhatIfFigures {
  const rules = alertPolicyOf(policy, today);
  return figuresOf(cohort, policy, () => rules);
}

/**
 * What today's limits would have cost and brought: of each ward its own.
 * @param shown as the limits are told: of the house, or of the one ward
 */
export function tryToday(
  cohort: PackedCohort,
  shown: ReviewPolicy,
  policyOf: (ward: string | null) => AlertPolicy,
): WhatIfFigures {
  return figuresOf(cohort, shown, ({ ward }) => ({
    ...policyOf(ward),
    escalation: NO_ESCALATION,
  }));
}

function figuresOf(
  cohort: PackedCohort,
  policy: ReviewPolicy,
  rulesOf: (stay: PackedStay) => AlertPolicy,
): WhatIfFigures {
  let [repeats, rung] = [0, 0];
  const stays = cohort.stays.map((stay) => {
    const rings = simulateAlerts(stay, rulesOf(stay));
    if (rings.length > 0) rung += 1;
    for (const { again } of rings) repeats += again ? 1 : 0;
    return {
      ...stay.followUp,
      alertHours: rings.map(({ at }) => (at - stay.admittedAt) / HOUR),
    };
  });
  const found = alertYield(stays, AHEAD_HOURS);
  const { alerts, ends, warned, leads, followed, undecided } = found;
  return {
    ...{ policy, alerts, repeats, stays: rung },
    per100PatientDays: found.per100Days,
    perDayFor35: ratio(alerts * WARD_OF, cohort.patientDays),
    ppv: shareOf(followed, alerts - undecided, found.once),
    undecided,
    sensitivity: shareOf(warned, ends),
    leadHours: spreadOf(leads),
    atLeast6h: shareOf(leads.filter((lead) => lead >= EARLY_HOURS).length, ends),
    missedEnds: ends - warned,
  };
}
