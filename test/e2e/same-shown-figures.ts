import type {
  ForecastFigures,
  ForecastReview,
  OutcomeIncidence,
  OutcomeSubgroups,
  OutcomeTrajectories,
} from '@endwatch/contracts';
import * as same from './same-figures.ts';
import { limits, number, type ExportedCohort, type Pair } from './same-figures.ts';

const AT_6H = ['by=6', 'known=then'];

/** Every figure that both have. @param read a view of the review, with more of its query */
export async function everyPair(
  read: (view: string, more?: readonly string[]) => Promise<unknown>,
  cohort: ExportedCohort,
): Promise<Pair[]> {
  const forecast = (await read('forecast')) as ForecastReview;
  const outcome = (view: string): Promise<unknown> => read(`outcomes/${view}`, AT_6H);
  const incidence = (await outcome('incidence')) as OutcomeIncidence;
  return [
    ...same.forecastPairs(forecast, cohort),
    ...operatingPointPairs(forecast, cohort),
    ...calibrationPairs(forecast, cohort),
    ...decisionPairs(forecast, cohort),
    ...same.incidencePairs(incidence, cohort),
    ...competingPairs(incidence, cohort),
    ...same.trajectoryPairs((await outcome('trajectories')) as OutcomeTrajectories, cohort),
    ...same.subgroupPairs((await outcome('subgroups')) as OutcomeSubgroups, cohort),
  ];
}

/** Sensitivity, specificity and PPV at the threshold of the high band, at each landmark and of all together. */
function operatingPointPairs(review: ForecastReview, cohort: ExportedCohort): Pair[] {
  const rows = [
    ...review.landmarks.map((one) => [one.hour, one] as const),
    ['all', review.overall] as const,
  ];
  return rows.flatMap(([hour, one]) => {
    const row = cohort.row('shown-operating-point', 'hour', hour);
    return [
      {
        ...{ figure: `operating point at ${String(hour)}`, review: review.policy.on },
        evaluation: number(row['threshold']),
      },
      ...(['sensitivity', 'specificity', 'ppv'] as const).flatMap((key) =>
        sharePairs(`${key} at ${String(hour)}`, one[key], [row[key], row[`${key}Ci95`]]),
      ),
    ];
  });
}

type Cell = ReturnType<ExportedCohort['row']>[string] | undefined;

function sharePairs(
  figure: string,
  { value, ci95 }: ForecastFigures['ppv'],
  [share, interval]: readonly [Cell, Cell],
): Pair[] {
  return [{ figure, review: value, evaluation: number(share) }, ...limits(figure, ci95, interval)];
}

/** The points of the calibration plot. The mean gap is worked out from them on both sides. */
function calibrationPairs(review: ForecastReview, cohort: ExportedCohort): Pair[] {
  const { bins, expectedError } = review.calibration;
  const rows = bins.map((_, i) => cohort.row('shown-calibration', 'bin', i + 1));
  const [n, gaps] = rows.reduce(
    ([all, sum], row) => {
      const of = number(row['n']) ?? 0;
      const gap = Math.abs((number(row['observed']) ?? 0) - (number(row['predicted']) ?? 0));
      return [all + of, sum + of * gap];
    },
    [0, 0],
  );
  return [
    { figure: 'tenths', review: bins.length, evaluation: cohort.rows('shown-calibration') },
    { figure: 'mean gap of calibration', review: expectedError, evaluation: gaps / n },
    ...bins.flatMap(({ from, to, n: forecasts, ends, predicted, observed }, i) =>
      Object.entries({ from, to, n: forecasts, events: ends, predicted, observed }).map(
        ([key, value]) => ({
          figure: `tenth ${String(i + 1)}: ${key}`,
          ...{ review: value, evaluation: number(rows[i]?.[key]) },
        }),
      ),
    ),
  ];
}

/** Net benefit at each threshold. */
function decisionPairs(review: ForecastReview, cohort: ExportedCohort): Pair[] {
  const points = review.decisionCurve;
  return [
    {
      ...{ figure: 'thresholds', review: points.length },
      evaluation: cohort.rows('shown-decision'),
    },
    ...points.flatMap(({ threshold, model, everybody }) => {
      const row = cohort.row('shown-decision', 'threshold', threshold);
      return Object.entries({ model, everybody }).map(([key, value]) => ({
        figure: `net benefit of ${key} at ${String(threshold)}`,
        ...{ review: value, evaluation: number(row[key]) },
      }));
    }),
  ];
}

/** What competes with END by 7 days. The evaluation has death and discharge as one event; of one population both curves add up to that. */
function competingPairs(review: OutcomeIncidence, cohort: ExportedCohort): Pair[] {
  return review.bands
    .filter(({ stays, aalenJohansen }) => stays > 0 && aalenJohansen.at7d !== null)
    .map(({ band, aalenJohansen: { death, discharge } }) => ({
      figure: `${band}: died or discharged by 7 d`,
      review: reached(death) + reached(discharge),
      evaluation: number(cohort.row('strata-incidence', 'name', band)['competing168h']),
    }));
}

function reached(steps: OutcomeIncidence['bands'][number]['aalenJohansen']['death']): number {
  return steps.findLast(({ hours }) => hours <= 168)?.value ?? 0;
}
