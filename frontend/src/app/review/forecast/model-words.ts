import type { ForecastReview } from '@endwatch/contracts';
import { counted } from '../../words/figures.ts';

/** Which models made the forecasts that are judged, and what they learned from. */
export function modelWords({ models, trainedOn }: ForecastReview): string {
  const learned =
    trainedOn === 'simulated'
      ? 'Learned from simulated patients: not for clinical decisions.'
      : 'Learned from patients of this hospital.';
  const made = models.map(
    ({ version, forecasts }) => `${version} (${counted(forecasts, 'forecast')})`,
  );
  return made.length === 0
    ? `${learned} No forecast can be judged yet.`
    : `${learned} Forecasts of ${made.join(', ')}.`;
}
