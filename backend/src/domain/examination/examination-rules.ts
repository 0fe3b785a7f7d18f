import {
  DEFAULT_EXAMINATION_SCHEDULE,
  HOUR,
  MINUTE,
  type EpochMs,
  type ExaminationDue,
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
  const { firstWithinHours, steps, afterThrombolysis = [], untilHours, graceMinutes } = plan;
  return {
    schedule: {
      ...{ name: 'of the site', source: 'Set by an administrator' },
      ...{ firstWithinHours, steps, afterThrombolysis, untilHours },
    },
    overdueGrace: graceMinutes * MINUTE,
  };
}

export function examinationPlanOf({ schedule, overdueGrace }: ExaminationRules): ExaminationPlan {
  const { firstWithinHours, steps, afterThrombolysis, untilHours } = schedule;
  return {
    ...{ firstWithinHours, untilHours, graceMinutes: overdueGrace / MINUTE },
    steps: steps.map((step) => ({ ...step })),
    afterThrombolysis: afterThrombolysis.map((step) => ({ ...step })),
  };
}

/** Half an hour of grace would be two examinations missed where they are due every 15 min: after thrombolysis it is one at most. */
export function mostGrace({ afterThrombolysis, everyHours }: ExaminationDue): EpochMs | null {
  return afterThrombolysis && everyHours !== null ? everyHours * HOUR : null;
}

/** When an examination that was due counts as overdue. */
export function overdueFrom(
  due: { readonly dueAt: EpochMs; readonly mostGrace: EpochMs | null },
  grace: EpochMs,
): EpochMs {
  return due.dueAt + Math.min(grace, due.mostGrace ?? grace);
}
