import { FORECAST_END_HOURS, HOUR, type EpochMs } from '@endwatch/clinical';
import type { AlertedStay } from '@endwatch/statistics';
import { knownAtOf } from './known-then.ts';
import type { ReviewEnd, ReviewStay } from './review-stay.ts';

/** Forecasts and alerts are judged by what came within so many hours. */
export const AHEAD_HOURS = 24;

type Ends = Pick<ReviewStay, 'end' | 'forecastEnd'>;

/** When END, as the house has it, was charted to have happened; null without a confirmed one. */
export function endAtOf({ end }: Ends): EpochMs | null {
  return end.status === 'confirmed' ? end.at : null;
}

/** The END that forecasts and their alerts are judged by. */
export function forecastEndOf({ end, forecastEnd }: Ends): ReviewEnd {
  return forecastEnd ?? end;
}

/** When that one was charted to have happened; null without a confirmed one. */
export function forecastEndAtOf(stay: Ends): EpochMs | null {
  return endAtOf({ end: forecastEndOf(stay) });
}

export function departureOf(stay: Pick<ReviewStay, 'dischargedAt' | 'diedAt'>): EpochMs {
  return Math.min(stay.dischargedAt ?? Infinity, stay.diedAt ?? Infinity);
}

/** Until when somebody looked and saw none: mostly the last examination. Null where the END that is forecast cannot be judged at all. */
export function seenUntil(stay: ReviewStay): EpochMs | null {
  if (forecastEndOf(stay).status === 'not-evaluable') return null;
  if (stay.seenUntil !== undefined) return stay.seenUntil;
  return stay.assessments.reduce<EpochMs | null>(
    (latest, { at }) => (latest === null || at > latest ? at : latest),
    null,
  );
}

/** Admission to departure or `now`, days. */
export function stayDays(stay: ReviewStay, now: EpochMs): number {
  return Math.max(0, Math.min(departureOf(stay), now) - stay.admittedAt) / (24 * HOUR);
}

/** A stay with the moments at which its alerts rang, for the yield of alerts. `now`: what is later has not happened. */
export function alertedStay(
  stay: ReviewStay,
  rings: readonly EpochMs[],
  now: EpochMs,
): AlertedStay {
  const hourOf = (at: EpochMs): number => (at - stay.admittedAt) / HOUR;
  const endAt = forecastEndAtOf(stay);
  const watched = Math.min(endAt ?? Infinity, departureOf(stay), now);
  return {
    alertHours: rings.map(hourOf).sort((a, b) => a - b),
    endHour: endAt === null ? null : hourOf(endAt),
    observedHours: Math.max(0, Math.min(hourOf(watched), FORECAST_END_HOURS)),
    seenHours: hourOf(seenUntil(stay) ?? -Infinity),
  };
}

/**
 * A stay as a ward lived through it, with only the scores of one model version (null = of any). One that was loaded afterwards reads as if each score
 * that stands had been known when it was true, and END when it was charted.
 */
export function livedThrough(stay: ReviewStay, model: string | null = null): ReviewStay {
  const { assessments, alerts, end, forecastEnd } = stay;
  const scores =
    model === null ? stay.scores : stay.scores.filter(({ modelVersion }) => modelVersion === model);
  if (stay.loadedAfterwards !== true) return { ...stay, assessments, alerts, scores };
  return {
    ...{ ...stay, alerts, loadedAfterwards: true },
    end: { ...end, knownAt: end.at },
    ...(forecastEnd && { forecastEnd: { ...forecastEnd, knownAt: forecastEnd.at } }),
    assessments: assessments.map((one) => ({ ...one, knownAt: knownAtOf(stay, one) })),
    scores: scores
      .filter(({ supersededAt }) => supersededAt === null)
      .map((score) => ({ ...score, knownAt: knownAtOf(stay, score) })),
  };
}
