import { sampleVariance } from '../comparison/standardised-mean-difference.ts';
import { studentQuantile } from '../distribution/student-t.ts';
import { at, mean } from '../sequence.ts';

/** Of those measured that day. `sd` and limits are null below two patients, the mean with none. */
export interface DailyMean {
  readonly day: number;
  readonly n: number;
  readonly mean: number | null;
  /** Divisor n − 1. */
  readonly sd: number | null;
  /** Mean ∓ t(0.975, n − 1)·sd/√n. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** @param rows for each patient, a value for each day; null = not measured */
export function dailyMeans(
  days: readonly number[],
  rows: readonly (readonly (number | null)[])[],
): DailyMean[] {
  return days.map((day, column) => {
    const values = rows.map((row) => at(row, column)).filter((value) => value !== null);
    const n = values.length;
    if (n < 2)
      return { day, n, mean: n === 0 ? null : mean(values), sd: null, lower: null, upper: null };
    const centre = mean(values);
    const sd = Math.sqrt(sampleVariance(values));
    const half = (studentQuantile(0.95, n - 1) * sd) / Math.sqrt(n);
    return { day, n, mean: centre, sd, lower: centre - half, upper: centre + half };
  });
}
