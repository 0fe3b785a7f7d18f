import type { EpochMs } from '@endwatch/clinical';
import type { AlertedStay } from '@endwatch/statistics';
import { alertedStay, livedThrough } from '../follow-up.ts';
import type { ReviewScore, ReviewStay } from '../review-stay.ts';
import { momentsOf, watchedUntil, type SimulatedScore } from './moments.ts';
import type { SimulatedStay } from './simulate-alerts.ts';

export interface PackedStay extends SimulatedStay {
  readonly ward: string | null;
  /** Without alerts: what they are judged by. */
  readonly followUp: AlertedStay;
}

/** A cohort's scores, ready for one policy after another. */
export interface PackedCohort {
  readonly stays: readonly PackedStay[];
  readonly scores: number;
  readonly ends: number;
  /** Days in which alerts could ring: admission to END, departure or 7 days. */
  readonly patientDays: number;
}

/** Half a million of them are held at once. */
function bareOf({ id, asOf, knownAt, supersededAt, next24h }: ReviewScore): SimulatedScore {
  return { id, asOf, knownAt, supersededAt, next24h };
}

/**
 * One stay in order, in typed arrays, with only what was known at each moment.
 * @param model only this version's scores; null = any
 */
export function packStay(one: ReviewStay, now: EpochMs, model: string | null): PackedStay {
  const stay = livedThrough(one, model);
  const { patientId, admittedAt, ward } = stay;
  return {
    ...{ patientId, admittedAt, ward, until: Math.min(watchedUntil(stay), now) },
    scores: stay.scores.map(bareOf).reverse(),
    moments: momentsOf(stay),
    followUp: alertedStay(stay, [], now),
  };
}

export function cohortOf(stays: readonly PackedStay[]): PackedCohort {
  return {
    stays,
    scores: stays.reduce((sum, { scores }) => sum + scores.length, 0),
    ends: stays.filter(({ followUp }) => followUp.endHour !== null).length,
    patientDays: stays.reduce((sum, { followUp }) => sum + followUp.observedHours / 24, 0),
  };
}

/** All stays at once. */
export function packCohort(
  stays: readonly ReviewStay[],
  now: EpochMs,
  model: string | null = null,
): PackedCohort {
  return cohortOf(stays.map((stay) => packStay(stay, now, model)));
}
