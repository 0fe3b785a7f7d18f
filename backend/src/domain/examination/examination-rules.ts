import {
  DEFAULT_EXAMINATION_SCHEDULE,
  MINUTE,
  type EpochMs,
  type ExaminationSchedule,
} from '@endwatch/clinical';
import type { ExaminationPlan } from '@endwatch/contracts';

/** How often an NIHSS is due, and how long after that the reminder comes. */
export interface ExaminationRules {
  readonly schedule: ExaminationSchedule;
  /** Milliseconds. */
  readonly overdueGrace: EpochMs;
}

export const SHIPPED_EXAMINATIONS: ExaminationRules = {
  schedule: DEFAULT_EXAMINATION_SCHEDULE,
  overdueGrace: 30 * MINUTE,
};

/** What administrators write, as the rules have it. */
export function examinationRulesOf(plan: ExaminationPlan): ExaminationRules {
  const { firstWithinHours, steps, untilHours, graceMinutes } = plan;
  return {
    schedule: {
      ...{ name: 'of the site', source: 'Set by an administrator' },
      ...{ firstWithinHours, steps, untilHours },
    },
    overdueGrace: graceMinutes * MINUTE,
  };
}

export function examinationPlanOf({ schedule, overdueGrace }: ExaminationRules): ExaminationPlan {
  const { firstWithinHours, steps, untilHours } = schedule;
  return {
    ...{ firstWithinHours, untilHours, graceMinutes: overdueGrace / MINUTE },
    steps: steps.map(({ fromHours, everyHours }) => ({ fromHours, everyHours })),
  };
}
