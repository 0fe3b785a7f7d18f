import { DAY, type EpochMs } from '../time.ts';

/** Days of which the NIHSS is followed, the day of admission included. */
export const TRAJECTORY_DAYS: readonly number[] = Array.from({ length: 15 }, (_, day) => day);
/** An examination as far from a day as this is none of that day. */
const NEAREST = DAY / 2;

export interface ChartedNihss {
  readonly admittedAt: EpochMs;
  /** Of the admission examination. */
  readonly admissionTotal: number | null;
  /** By effective time. */
  readonly assessments: readonly { readonly at: EpochMs; readonly total: number | null }[];
}

/** The admission examination, then of each day the charted total nearest to that many times 24 h, the earlier of two; null = not charted. */
export function nihssByDay({
  admittedAt,
  admissionTotal,
  assessments,
}: ChartedNihss): (number | null)[] {
  return TRAJECTORY_DAYS.map((day) => {
    if (day === 0) return admissionTotal;
    const moment = admittedAt + day * DAY;
    let nearest: { readonly away: number; readonly total: number } | null = null;
    for (const { at, total } of assessments) {
      const away = Math.abs(at - moment);
      if (total === null || away >= NEAREST) continue;
      if (nearest === null || away < nearest.away) nearest = { away, total };
    }
    return nearest?.total ?? null;
  });
}
