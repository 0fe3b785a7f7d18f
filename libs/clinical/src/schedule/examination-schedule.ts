import type { NihssAssessment } from '../nihss/nihss-assessment.ts';
import type { EpochMs } from '../time.ts';
import { HOUR } from '../time.ts';

/** From `fromHours` after admission on, an examination is due every `everyHours`, until the next step begins. */
export interface ScheduleStep {
  readonly fromHours: number;
  readonly everyHours: number;
}

/** How often an NIHSS is due, as data. */
export interface ExaminationSchedule {
  readonly name: string;
  readonly source: string;
  /** The first examination is due this long after admission. */
  readonly firstWithinHours: number;
  /** Ascending; the first begins at 0. */
  readonly steps: readonly ScheduleStep[];
  /** Nothing is due after this. */
  readonly untilHours: number;
}

/**
 * Every 4 h on day 1, every 12 h to the end of day 3, then daily for 14 days. Published cadences differ and serial NIHSS is not routine
 * everywhere, so this is a site's to change.
 */
export const DEFAULT_EXAMINATION_SCHEDULE: ExaminationSchedule = {
  name: 'every 4 h on day 1, every 12 h to day 3, then daily',
  source:
    'Neurological checks every 4 h and full NIHSS every 12 h, then daily, as in a US order set for patients without thrombolysis; once or twice a day in PMC5435212. The first within an hour is our own.',
  firstWithinHours: 1,
  steps: [
    { fromHours: 0, everyHours: 4 },
    { fromHours: 24, everyHours: 12 },
    { fromHours: 72, everyHours: 24 },
  ],
  untilHours: 336,
};

export interface ExaminationDue {
  readonly dueAt: EpochMs;
  /** The interval that makes it due; null for the first examination. */
  readonly everyHours: number | null;
  /** Effective time of the last examination, full or partial; null when there is none. */
  readonly lastAt: EpochMs | null;
  /** Past due at `asOf`. */
  readonly overdue: boolean;
}

export interface NextExaminationInput {
  readonly assessments: readonly Pick<NihssAssessment, 'at'>[];
  readonly admittedAt: EpochMs;
  /** `DEFAULT_EXAMINATION_SCHEDULE` where not given. */
  readonly schedule?: ExaminationSchedule;
  readonly asOf: EpochMs;
}

/**
 * When the next examination is due, as known at `asOf`; null when the schedule is over. The interval is that of the hour of the last
 * examination, so one due on day 1 does not become less due at midnight.
 */
export function nextExaminationDue(input: NextExaminationInput): ExaminationDue | null {
  const { admittedAt, asOf } = input;
  const schedule = input.schedule ?? DEFAULT_EXAMINATION_SCHEDULE;
  const lastAt = lastExamination(input.assessments, asOf, admittedAt);
  const everyHours = lastAt === null ? null : intervalAt((lastAt - admittedAt) / HOUR, schedule);
  const dueAt = (lastAt ?? admittedAt) + (everyHours ?? schedule.firstWithinHours) * HOUR;
  const end = admittedAt + schedule.untilHours * HOUR;
  if (dueAt > end || asOf > end) return null;
  return { dueAt, everyHours, lastAt, overdue: asOf > dueAt };
}

/** Hours between examinations in force this many hours after admission. */
export function intervalAt(hours: number, schedule: ExaminationSchedule): number {
  const step = schedule.steps.findLast(({ fromHours }) => fromHours <= hours) ?? schedule.steps[0];
  if (!step) throw new RangeError(`schedule "${schedule.name}" has no steps`);
  return step.everyHours;
}

/** What was charted before this stay (earlier than 6 h before admission) says nothing about it. */
function lastExamination(
  assessments: NextExaminationInput['assessments'],
  asOf: EpochMs,
  admittedAt: EpochMs,
): EpochMs | null {
  let last: EpochMs | null = null;
  for (const { at } of assessments) {
    if (at <= asOf && at >= admittedAt - 6 * HOUR && (last === null || at > last)) last = at;
  }
  return last;
}
