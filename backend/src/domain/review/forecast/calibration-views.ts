import type { ForecastReview } from '@endwatch/contracts';
import {
  decisionCurve,
  observedToExpected,
  quantileEdges,
  reliability,
  treatAll,
} from '@endwatch/statistics';
import { estimateOf, shareOf } from '../figures.ts';
import type { SiteClock } from '../site-clock.ts';
import { columnsOf, patientsAmong } from './forecast-figures.ts';
import type { JudgedForecast } from './judge-forecasts.ts';

const BINS = 10;
const THRESHOLDS: readonly number[] = Array.from({ length: 60 }, (_, k) => (k + 1) / 100);

/** Risks in tenths of the forecasts, beside the share with END; without intervals where a patient comes several times. */
export function calibrationOf(judged: readonly JudgedForecast[]): ForecastReview['calibration'] {
  if (judged.length === 0) return { bins: [], expectedError: null };
  const { y, p } = columnsOf(judged);
  const once = patientsAmong(judged) === judged.length;
  const edges = [...new Set(quantileEdges(p, BINS))];
  const { bins, ece } = reliability(y, p, edges.length < 2 ? [0, 1] : edges);
  return {
    bins: bins.map(({ lower, upper, n, meanPredicted, observed }) => {
      const { k: ends, ci95 } = shareOf(Math.round(observed * n), n, once);
      return { from: lower, to: upper, n, ends, predicted: meanPredicted, observed, ci95 };
    }),
    expectedError: ece,
  };
}

/** By month of admission on the site's wall. */
export function monthsOf(
  judged: readonly JudgedForecast[],
  clock: SiteClock,
): ForecastReview['months']['rows'] {
  const months = Map.groupBy(judged, ({ stay }) => clock.monthOf(stay.admittedAt));
  return [...months]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, members]) => {
      const { y, p } = columnsOf(members);
      const { observed, expected, ratio, ci95 } = observedToExpected(y, p);
      return {
        ...{ month, patients: members.length, ends: observed, expected },
        observedToExpected: estimateOf(ratio, ci95),
      };
    });
}

export function decisionPoints(judged: readonly JudgedForecast[]): ForecastReview['decisionCurve'] {
  if (judged.length === 0) return [];
  const { y, p } = columnsOf(judged);
  const model = decisionCurve(y, p, THRESHOLDS).netBenefit;
  const everybody = treatAll(y, THRESHOLDS).netBenefit;
  return THRESHOLDS.map((threshold, i) => ({
    ...{ threshold, model: model[i] ?? 0, everybody: everybody[i] ?? 0, nobody: 0 },
  }));
}
