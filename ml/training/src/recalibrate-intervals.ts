import { HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import type { Artefact, Line, LogitCalibration } from '@endwatch/ml-model';
import { intervalLines, withIntervalLines } from './calibrate-intervals.ts';
import { withMissingLines, withoutMissingLines } from './calibrate-missing.ts';
import { refitted, refuseCurves } from './recalibrate.ts';
import { scoreStays } from './score-stays.ts';
import type { Stay } from './stay-rows.ts';

/** What recalibration did to one interval of the hazards. */
export interface IntervalRecord extends Line {
  readonly fromHour: number;
  readonly toHour: number;
  /** Patients of the cohort whose END was charted in it. */
  readonly ends: number;
}

function endsIn(stays: readonly Stay[], [from, to]: readonly [number, number]): number {
  return stays.filter(({ followUp: { event, time } }) => event && time > from && time <= to).length;
}

/** A line on calibrated logits as one below the calibration, where lines by lead lie. */
function below({ intercept, slope }: Line, calibration: LogitCalibration): Line {
  const { intercept: level, slope: factor } = calibration;
  return { intercept: (intercept + (slope - 1) * level) / factor, slope };
}

/**
 * The hazards recalibrated interval by interval: each has its own line, drawn to that of all the more, the fewer END it has, on top of its lines by lead; above
 * them a common line again, and one for the admission model. What lies between, the lines of those who lack whole kinds of input, is fitted anew: it was made for what lay below.
 */
export function recalibratedByInterval(
  parent: Artefact,
  stays: readonly Stay[],
): { readonly artefact: Artefact; readonly intervals: readonly IntervalRecord[] } {
  const bare = withoutMissingLines(parent);
  const { hazard, admission } = bare.config;
  refuseCurves([hazard, admission]);
  const lines = intervalLines(scoreStays(bare, stays, true));
  const own = withIntervalLines(
    bare,
    lines.map((line) => below(line, hazard.calibration)),
  );
  const config = refitted(own.config, scoreStays(own, stays, true), 'slope');
  const intervals = lines.map((line, i): IntervalRecord => {
    const [fromHour, toHour] = [HAZARD_EDGES_HOURS[i] ?? 0, HAZARD_EDGES_HOURS[i + 1] ?? Infinity];
    return { fromHour, toHour, ends: endsIn(stays, [fromHour, toHour]), ...line };
  });
  const { missingLines } = parent.config.hazard;
  const mended = { ...own, config };
  return { artefact: missingLines ? withMissingLines(mended, stays) : mended, intervals };
}
