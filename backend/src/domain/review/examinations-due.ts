import {
  MINUTE,
  nextExaminationDue,
  type EpochMs,
  type ExaminationSchedule,
  type NihssAssessment,
} from '@endwatch/clinical';
import type { StayHistory } from '@endwatch/contracts';
import { isoTime, isoTimeOrNull } from '../board/iso-time.ts';

export interface DueQuestion {
  readonly admittedAt: EpochMs;
  readonly thrombolysedAt: EpochMs | null;
  /** What held then. */
  readonly scheduleAt: (at: EpochMs) => ExaminationSchedule;
  /** After this nothing was due any more. */
  readonly over: EpochMs;
}

/** Each examination makes the next one due; the one that follows has answered it. */
export function dueOf(
  assessments: readonly NihssAssessment[],
  { admittedAt, thrombolysedAt, scheduleAt, over }: DueQuestion,
): StayHistory['due'] {
  const due: StayHistory['due'] = [];
  for (let done = 0; done <= assessments.length; done += 1) {
    const before = assessments.slice(0, done);
    const asOf = before.at(-1)?.at ?? admittedAt;
    const schedule = scheduleAt(asOf);
    const answer = assessments[done]?.at ?? null;
    const given = thrombolysedAt !== null && thrombolysedAt <= (answer ?? over);
    const next = nextExaminationDue({
      ...{ assessments: before, admittedAt, schedule, asOf },
      thrombolysedAt: given ? thrombolysedAt : null,
    });
    if (next === null || next.dueAt > over) continue;
    due.push({
      dueAt: isoTime(next.dueAt),
      doneAt: isoTimeOrNull(answer),
      lateMinutes: answer === null ? null : Math.max(0, Math.round((answer - next.dueAt) / MINUTE)),
    });
  }
  return due;
}
