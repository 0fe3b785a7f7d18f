import { HOUR, type EpochMs } from '@endwatch/clinical';
import type { ForecastLandmark } from '@endwatch/contracts';
import { AHEAD_HOURS, departureOf, forecastEndAtOf, seenUntil } from '../follow-up.ts';
import { scoreAt } from '../known-then.ts';
import type { ReviewScore, ReviewStay } from '../review-stay.ts';

/** Hours of the stay at which forecasts are judged: those the model learned at, from the first at which anything has arrived. */
export const LANDMARKS: readonly number[] = [3, 6, 12, 24, 36, 48, 72, 96, 120];
/** One forecast for each patient: by month, by group. */
export const ONE_EACH_HOUR = 6;

/** A forecast that was known at a landmark, and what came within 24 h of it. */
export interface JudgedForecast {
  readonly stay: ReviewStay;
  readonly hour: number;
  readonly score: Pick<
    ReviewScore,
    'id' | 'next24h' | 'modelVersion' | 'missing' | 'outOfPopulation'
  >;
  /** 1 = END after the landmark and within 24 h of it. */
  readonly y: 0 | 1;
}

export type LeftOut = keyof ForecastLandmark['leftOut'];

/**
 * The forecast that counts at an hour of the stay is the one the board showed then: known by that moment, not replaced before it, not older than 6 h.
 * What came to be known later, also of earlier moments, does not change it. The outcome is that of the 24 h after it.
 */
export function judgeAt(stay: ReviewStay, hour: number, now: EpochMs): JudgedForecast | LeftOut {
  const moment = stay.admittedAt + hour * HOUR;
  const endAt = forecastEndAtOf(stay);
  if (endAt !== null && endAt <= moment) return 'endedBefore';
  if (Math.min(departureOf(stay), now) <= moment) return 'notThere';
  const score = scoreAt(stay, { hours: hour, known: 'then', model: null });
  if (score === null) return 'noForecast';
  const y = outcomeAfter(stay, moment);
  return y === null ? 'outcomeUnknown' : { stay, hour, score, y };
}

/** 1 = END within 24 h after a moment, 0 = examined long enough to know there was none, null = nobody knows. */
export function outcomeAfter(stay: ReviewStay, moment: EpochMs): 0 | 1 | null {
  const until = moment + AHEAD_HOURS * HOUR;
  const endAt = forecastEndAtOf(stay);
  if (endAt !== null) return endAt <= until ? 1 : 0;
  return (seenUntil(stay) ?? -Infinity) >= until ? 0 : null;
}
