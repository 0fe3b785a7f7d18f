import type { EpochMs } from '@endwatch/clinical';
import type { CalibrationWeek, DriftReview, ReviewDefinition } from '@endwatch/contracts';
import {
  CALIBRATION_CUSUM,
  calibrationCusum,
  ratio,
  wilsonInterval,
  type CusumStep,
} from '@endwatch/statistics';
import { isoTime } from '../../board/iso-time.ts';
import type { InputDrift, OutcomeDrift } from '../../drift/measure-drift.ts';
import { FORECAST_END_DEFINITION } from '../about.ts';
import { estimateOf } from '../figures.ts';

/** Rows as they are kept, by week. */
export type InputWeek = InputDrift & { readonly week: EpochMs };
export type OutcomeWeek = OutcomeDrift & { readonly week: EpochMs };

export type ChartedWeek = OutcomeWeek & CusumStep;

/** @param outcomes in any order; weeks without admissions are not among them */
export function calibrationChart(outcomes: readonly OutcomeWeek[]): readonly ChartedWeek[] {
  const weeks = outcomes.toSorted((a, b) => a.week - b.week);
  const groups = weeks.map(({ ends, expected }) => ({ observed: ends, expected }));
  const steps = calibrationCusum(groups);
  return weeks.map((week, i) => ({ ...week, ...(steps[i] ?? NO_STEP) }));
}

const NO_STEP: CusumStep = { more: 0, fewer: 0, alarm: null };

/** Whether patients are still like those the model learned from, and whether what it forecasts comes. */
export function reviewDrift(
  kept: { readonly inputs: readonly InputWeek[]; readonly outcomes: readonly OutcomeWeek[] },
  model: DriftReview['model'],
  now: EpochMs,
): DriftReview {
  const chart = calibrationChart(kept.outcomes);
  const alarm = chart.findLast(({ alarm: direction }) => direction !== null);
  const weeks = [...new Set(kept.inputs.map(({ week }) => week))].sort((a, b) => a - b);
  return {
    ...{ at: isoTime(now), model, definitions: [...DRIFT_DEFINITIONS], weeks: weeks.map(isoTime) },
    inputs: kept.inputs
      .toSorted((a, b) =>
        a.feature < b.feature ? -1 : a.feature > b.feature ? 1 : a.week - b.week,
      )
      .map(({ feature, week, patients, missing, expectedMissing, psi }) => ({
        ...{ feature, week: isoTime(week), patients, expectedMissing, psi },
        missing: ratio(missing, patients),
      })),
    calibration: {
      ...{ limit: CALIBRATION_CUSUM.limit, ratio: CALIBRATION_CUSUM.ratio },
      weeks: chart.map(weekView),
      alarm: alarm?.alarm == null ? null : { week: isoTime(alarm.week), direction: alarm.alarm },
    },
  };
}

function weekView(one: ChartedWeek): CalibrationWeek {
  const { week, stays, ends, expected, more, fewer, alarm } = one;
  const share = wilsonInterval(ends, stays);
  const mean = ratio(expected, stays);
  return {
    ...{ week: isoTime(week), stays, ends, expected, more, fewer, alarm },
    observedToExpected: estimateOf(
      ratio(ends, expected),
      share === null || !mean ? null : [share[0] / mean, share[1] / mean],
    ),
  };
}

const DRIFT_DEFINITIONS: readonly ReviewDefinition[] = [
  FORECAST_END_DEFINITION,
  {
    term: 'Whom it counts',
    text: 'Every admission of the house, one forecast for each patient, by week of the forecast. Kept week by week; what comes later does not change it. Filters do not apply.',
  },
  {
    term: 'Input drift',
    text: 'Population stability index of the values that were not missing, of the week and of as many weeks before it as make 200 patients (13 weeks at most), against the patients the model learned from, in tenths of theirs: below 0.1 is usually read as stable, above 0.25 as shifted. Nothing is said of fewer than 100 values.',
  },
  {
    term: 'Outcome',
    text: 'END within 7 days of admission after the forecast, beside the forecast that was known then (of stays loaded afterwards: the one that stands). Counted a week and a day after the week is over, so that it is known.',
  },
  {
    term: 'Control chart',
    text: `Two CUSUMs of log-likelihood ratios: ${String(CALIBRATION_CUSUM.ratio)} times as many END as forecast, and as many fewer, against as forecast. An arm that reaches ${String(CALIBRATION_CUSUM.limit)} is an alarm, of which administrators are told, and begins at 0 again. With 3 to 12 END forecast a week a false alarm comes about once in 7 to 13 years.`,
  },
];
