/** END of one group (a week's admissions, or one patient): how many came, and the sum of the risks. */
export interface ForecastGroup {
  readonly observed: number;
  readonly expected: number;
}

export interface CusumStep {
  /** Evidence, in natural logarithms of a likelihood ratio, that more comes than is forecast; and that less does. Never below 0. */
  readonly more: number;
  readonly fewer: number;
  /** The arm that reached the limit; it begins at 0 again with the next group. */
  readonly alarm: 'more' | 'fewer' | null;
}

export interface CusumDesign {
  /** How many times the forecast one wants to find soon; the other arm looks for 1 / ratio. Greater than 1. */
  readonly ratio: number;
  /** An arm at or above it is an alarm. */
  readonly limit: number;
}

/**
 * As shipped: with 3 to 12 END a week as forecast, a false alarm comes about once in 7 to 13 years (380 to 690 weeks); 1.5 times as many END as
 * forecast are found after 5 to 16 weeks, twice as many after 2 to 6 (by simulation; the spec checks it).
 */
export const CALIBRATION_CUSUM: CusumDesign = { ratio: 1.5, limit: 5 };

/**
 * Control chart for calibration: two one-sided CUSUMs of log-likelihood ratios for a Poisson count with expectation `expected`,
 * O ln r − (r − 1) E (Lucas 1985, Technometrics 27:129; risk-adjusted, with E from each patient's risk: Grigg, Farewell & Spiegelhalter 2003, Stat Methods Med
 * Res 12:147, after Steiner et al. 2000, Biostatistics 1:441). Counts of END among few patients vary less than Poisson's: alarms come rather later than sooner.
 * @param groups in order of time
 */
export function calibrationCusum(
  groups: readonly ForecastGroup[],
  { ratio, limit }: CusumDesign = CALIBRATION_CUSUM,
): readonly CusumStep[] {
  if (!(ratio > 1) || !(limit > 0)) throw new RangeError('ratio must be above 1, limit above 0');
  let [more, fewer] = [0, 0];
  return groups.map(({ observed, expected }) => {
    more = Math.max(0, more + observed * Math.log(ratio) - (ratio - 1) * expected);
    fewer = Math.max(0, fewer - observed * Math.log(ratio) + (1 - 1 / ratio) * expected);
    const step: CusumStep = { more, fewer, alarm: alarmOf({ more, fewer }, limit) };
    if (more >= limit) more = 0;
    if (fewer >= limit) fewer = 0;
    return step;
  });
}

function alarmOf(
  { more, fewer }: Pick<CusumStep, 'more' | 'fewer'>,
  limit: number,
): CusumStep['alarm'] {
  if (more >= limit) return 'more';
  return fewer >= limit ? 'fewer' : null;
}
