import {
  nextExaminationDue,
  thrombolysedAt,
  type EpochMs,
  type ExaminationDue,
  type ExaminationSchedule,
  type NihssAssessment,
  type Stay,
} from '@endwatch/clinical';
import type { PatientState } from '../patient-state/patient-state.ts';

export interface ExaminationDueQuestion {
  readonly state: PatientState;
  readonly stay: Stay;
  readonly moment: EpochMs;
  readonly schedule: ExaminationSchedule;
  /** Of this stay, up to the moment. */
  readonly assessments: readonly NihssAssessment[];
}

/** The next examination by what is known of a patient at a moment; null when no further one is due. */
export function examinationDue(question: ExaminationDueQuestion): ExaminationDue | null {
  const { state, stay, moment, schedule, assessments } = question;
  const { admittedAt } = stay;
  const lysed = thrombolysedAt(state.timeline.cutAt(moment), admittedAt);
  return nextExaminationDue({
    ...{ assessments, admittedAt, thrombolysedAt: lysed, schedule, asOf: moment },
  });
}
