import type { NihssAssessment } from '../nihss/nihss-assessment.ts';
import type { EpochMs } from '../time.ts';
import { HOUR } from '../time.ts';

/** From `fromHours` on, an examination is due every `everyHours`, until the next step begins. */
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
  /** By hours since admission. Ascending; the first begins at 0. */
  readonly steps: readonly ScheduleStep[];
  /** By hours since thrombolysis, for the day after it: where it asks for more than `steps`, it counts. None where nothing more is asked. */
  readonly afterThrombolysis: readonly ScheduleStep[];
  /** Nothing is due after this. */
  readonly untilHours: number;
}

/** How long `afterThrombolysis` lasts: neurological checks are close for a day (AHA/ASA). */
export const AFTER_THROMBOLYSIS_HOURS = 24;

/**
 * Every 4 h on day 1, every 12 h to the end of day 3, then daily for 14 days. Published cadences differ and serial NIHSS is not routine
 * everywhere, so this is a site's to change. Nothing more after thrombolysis: the checks every 15 min that guidelines ask for are shorter
 * than an NIHSS in most houses.
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
  afterThrombolysis: [],
  untilHours: 336,
};

export interface ExaminationDue {
  readonly dueAt: EpochMs;
  /** The interval that makes it due; null for the first examination. */
  readonly everyHours: number | null;
  /** Whether that interval is the one after thrombolysis. */
  readonly afterThrombolysis: boolean;
  /** Effective time of the last examination, full or partial; null when there is none. */
  readonly lastAt: EpochMs | null;
  /** Past due at `asOf`. */
  readonly overdue: boolean;
}

export interface NextExaminationInput {
  readonly assessments: readonly Pick<NihssAssessment, 'at'>[];
  readonly admittedAt: EpochMs;
  /** The last one of this stay, as `thrombolysedAt` finds it. */
  readonly thrombolysedAt?: EpochMs | null;
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
  const usual = dueSinceAdmission(lastAt, admittedAt, schedule);
  const closer = dueSinceThrombolysis(lastAt ?? admittedAt, input.thrombolysedAt, schedule);
  const next = closer !== null && closer.dueAt < usual.dueAt ? closer : usual;
  const end = admittedAt + schedule.untilHours * HOUR;
  if (next.dueAt > end || asOf > end) return null;
  return { ...next, lastAt, overdue: asOf > next.dueAt };
}

type Due = Pick<ExaminationDue, 'dueAt' | 'everyHours' | 'afterThrombolysis'>;

function dueSinceAdmission(
  lastAt: EpochMs | null,
  admittedAt: EpochMs,
  schedule: ExaminationSchedule,
): Due {
  const everyHours = lastAt === null ? null : intervalAt((lastAt - admittedAt) / HOUR, schedule);
  const dueAt = (lastAt ?? admittedAt) + (everyHours ?? schedule.firstWithinHours) * HOUR;
  return { dueAt, everyHours, afterThrombolysis: false };
}

/** An examination before the thrombolysis says nothing about the hours after it: from then on the next one is due. */
function dueSinceThrombolysis(
  lastAt: EpochMs,
  thrombolysedAt: EpochMs | null | undefined,
  schedule: ExaminationSchedule,
): Due | null {
  if (thrombolysedAt === null || thrombolysedAt === undefined) return null;
  const since = Math.max(lastAt, thrombolysedAt);
  const everyHours = intervalAfterThrombolysis((since - thrombolysedAt) / HOUR, schedule);
  if (everyHours === null) return null;
  return { dueAt: since + everyHours * HOUR, everyHours, afterThrombolysis: true };
}

/** Hours between examinations in force this many hours after admission. */
export function intervalAt(hours: number, schedule: ExaminationSchedule): number {
  const step = schedule.steps.findLast(({ fromHours }) => fromHours <= hours) ?? schedule.steps[0];
  if (!step) throw new RangeError(`schedule "${schedule.name}" has no steps`);
  return step.everyHours;
}

/** Hours between examinations this many hours after thrombolysis; null where no more is asked than without it. */
export function intervalAfterThrombolysis(
  hours: number,
  { afterThrombolysis }: ExaminationSchedule,
): number | null {
  if (hours < 0 || hours >= AFTER_THROMBOLYSIS_HOURS) return null;
  return afterThrombolysis.findLast(({ fromHours }) => fromHours <= hours)?.everyHours ?? null;
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
