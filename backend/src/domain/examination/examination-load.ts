import {
  BEFORE_ADMISSION,
  HOUR,
  intervalAt,
  nextExaminationDue,
  type EpochMs,
  type ExaminationSchedule,
} from '@endwatch/clinical';
import type { BoardRow, ExaminationPlanPreview } from '@endwatch/contracts';
import type { ExaminationRules } from './examination-rules.ts';

type Load = ExaminationPlanPreview['tried'];
type Examined = Pick<BoardRow, 'admittedAt' | 'freshness'>;

const FOR = 10;
const DAYS_APART = 7;

/** What rules ask of a ward: by day after admission, and of the patients who lie there now. */
export function examinationLoad(
  rules: ExaminationRules,
  rows: readonly Examined[],
  now: EpochMs,
): Load {
  const dues = rows.map((row) => dueOf(row, rules.schedule, now));
  return {
    for10ByDay: byDay(rules.schedule).map((perDay) => perDay * FOR),
    perDayNow: dues.reduce((sum, due) => sum + (due?.perDay ?? 0), 0),
    overdueNow: dues.filter((due) => due !== null && now >= due.at + rules.overdueGrace).length,
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

function dueOf(
  { admittedAt, freshness }: Examined,
  schedule: ExaminationSchedule,
  now: EpochMs,
): { readonly at: EpochMs; readonly perDay: number } | null {
  const admitted = Date.parse(admittedAt);
  const last = freshness.nihss === null ? null : Date.parse(freshness.nihss);
  const assessments = last === null || last < admitted - BEFORE_ADMISSION ? [] : [{ at: last }];
  // A sender's clock may run ahead of ours.
  const asOf = Math.max(now, last ?? now);
  const due = nextExaminationDue({ assessments, admittedAt: admitted, schedule, asOf });
  if (due === null) return null;
  return { at: due.dueAt, perDay: 24 / intervalAt((asOf - admitted) / HOUR, schedule) };
}
