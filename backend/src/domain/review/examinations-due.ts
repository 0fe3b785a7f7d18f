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
  /** What held then. */
  readonly scheduleAt: (at: EpochMs) => ExaminationSchedule;
  /** After this nothing was due any more. */
  readonly over: EpochMs;
}

/** Each examination makes the next one due; the one that follows has answered it. */
export function dueOf(
  assessments: readonly NihssAssessment[],
  { admittedAt, scheduleAt, over }: DueQuestion,
): StayHistory['due'] {
  const due: StayHistory['due'] = [];
  for (let done = 0; done <= assessments.length; done += 1) {
    const before = assessments.slice(0, done);
    const asOf = before.at(-1)?.at ?? admittedAt;
    const schedule = scheduleAt(asOf);
    const next = nextExaminationDue({ assessments: before, admittedAt, schedule, asOf });
    if (next === null || next.dueAt > over) continue;
    const answer = assessments[done]?.at ?? null;
    due.push({
      dueAt: isoTime(next.dueAt),
      doneAt: isoTimeOrNull(answer),
      lateMinutes: answer === null ? null : Math.max(0, Math.round((answer - next.dueAt) / MINUTE)),
    });
  }
  return due;
}
