import {
  AFTER_THROMBOLYSIS_HOURS,
  BEFORE_ADMISSION,
  HOUR,
  intervalAfterThrombolysis,
  intervalAt,
  nextExaminationDue,
  type EpochMs,
  type ExaminationSchedule,
} from '@endwatch/clinical';
import type { BoardRow, ExaminationPlanPreview } from '@endwatch/contracts';
import { mostGrace, overdueFrom, type ExaminationRules } from './examination-rules.ts';

type Load = ExaminationPlanPreview['tried'];
type Examined = Pick<BoardRow, 'admittedAt' | 'thrombolysedAt' | 'freshness'>;

const FOR = 10;
const DAYS_APART = 7;

/** What rules ask of a ward: by day after admission, and of the patients who lie there now. */
export function examinationLoad(
  rules: ExaminationRules,
  rows: readonly Examined[],
  now: EpochMs,
): Load {
  const dues = rows.map((row) => dueOf(row, rules, now));
  return {
    for10ByDay: byDay(rules.schedule).map((perDay) => perDay * FOR),
    perDayNow: dues.reduce((sum, due) => sum + (due?.perDay ?? 0), 0),
    afterThrombolysis: inDayAfterThrombolysis(rules.schedule),
    overdueNow: dues.filter((due) => due !== null && now >= due.overdueAt).length,
  };
}

/** Examinations of one patient who is always examined when it is due: on each of the first seven days, then a day on average. */
function byDay(schedule: ExaminationSchedule): number[] {
  const { firstWithinHours, untilHours } = schedule;
  const counts = Array.from({ length: DAYS_APART }, () => 0);
  let later = 0;
  let hours = firstWithinHours;
  while (hours <= untilHours) {
    const day = Math.floor(hours / 24);
    if (day < DAYS_APART) counts[day] = (counts[day] ?? 0) + 1;
    else later += 1;
    hours += intervalAt(hours, schedule);
  }
  const daysLater = Math.max(untilHours / 24 - DAYS_APART, 0);
  return [...counts, daysLater === 0 ? 0 : later / daysLater];
}

/** Of one patient who had it at admission and is always examined when it is due. */
function inDayAfterThrombolysis(schedule: ExaminationSchedule): number {
  const { firstWithinHours } = schedule;
  let hours = Math.min(firstWithinHours, closest(0, 0, schedule));
  let count = 0;
  while (hours <= AFTER_THROMBOLYSIS_HOURS) {
    count += 1;
    hours += closest(hours, hours, schedule);
  }
  return count;
}

/** The shorter of the two intervals in force. */
function closest(
  sinceAdmission: number,
  sinceThrombolysis: number | null,
  schedule: ExaminationSchedule,
): number {
  const closer =
    sinceThrombolysis === null ? null : intervalAfterThrombolysis(sinceThrombolysis, schedule);
  return Math.min(intervalAt(sinceAdmission, schedule), closer ?? Infinity);
}

function dueOf(
  { admittedAt, freshness, ...row }: Examined,
  { schedule, overdueGrace }: ExaminationRules,
  now: EpochMs,
): { readonly overdueAt: EpochMs; readonly perDay: number } | null {
  const admitted = Date.parse(admittedAt);
  const thrombolysedAt = row.thrombolysedAt ? Date.parse(row.thrombolysedAt) : null;
  const last = freshness.nihss === null ? null : Date.parse(freshness.nihss);
  const assessments = last === null || last < admitted - BEFORE_ADMISSION ? [] : [{ at: last }];
  // A sender's clock may run ahead of ours.
  const asOf = Math.max(now, last ?? now);
  const due = nextExaminationDue({
    ...{ assessments, admittedAt: admitted, thrombolysedAt, schedule, asOf },
  });
  if (due === null) return null;
  const since = thrombolysedAt === null ? null : (asOf - thrombolysedAt) / HOUR;
  return {
    overdueAt: overdueFrom({ dueAt: due.dueAt, mostGrace: mostGrace(due) }, overdueGrace),
    perDay: 24 / closest((asOf - admitted) / HOUR, since, schedule),
  };
}
