import type { ForecastReview } from '@endwatch/contracts';
import { forecasts as forecastsOf } from '../counts.ts';

/** Which models made the forecasts that are judged, and what they learned from. */
export function modelWords({ models, trainedOn }: ForecastReview): string {
  const learned =
    trainedOn === 'simulated'
      ? $localize`:@@review.learned-simulated:Learned from simulated patients: not for clinical decisions.`
      : $localize`:@@review.learned-real:Learned from patients of this hospital.`;
  const made = models
    .map(({ version, forecasts }) => `${version} (${forecastsOf(forecasts)})`)
    .join(', ');
  return made === ''
    ? $localize`:@@review-forecast.model-none:${learned}:learned: No forecast can be judged yet.`
    : $localize`:@@review-forecast.model:${learned}:learned: Forecasts of ${made}:models:.`;
}
