import { FORECAST_END_HOURS } from '../risk/risk-score.ts';
import { HOUR, type EpochMs } from '../time.ts';

/** How a stay went until its first END. */
export interface StayOutcome {
  /** From admission, at most 168. */
  readonly hours: number;
  /** `none`: followed so far without any of these. */
  readonly event: 'end' | 'death' | 'discharge' | 'none';
}

export interface WatchedStay {
  readonly admittedAt: EpochMs;
  /** END as charted; null without a confirmed one. */
  readonly endAt: EpochMs | null;
  readonly left: { readonly at: EpochMs; readonly died: boolean } | null;
  /** Until when the examinations say that there was none (`seenWithoutEndUntil`); null: nobody examined. */
  readonly seenUntil: EpochMs | null;
}

/**
 * END as charted, else a death or discharge before 168 h, which competes with it, else nothing up to the last examination: who stayed and was not examined
 * any more may have had one.
 */
export function stayOutcome({ admittedAt, endAt, left, seenUntil }: WatchedStay): StayOutcome {
  const hoursTo = (at: EpochMs): number => Math.max(0, (at - admittedAt) / HOUR);
  if (endAt !== null) return { hours: hoursTo(endAt), event: 'end' };
  if (left !== null && hoursTo(left.at) < FORECAST_END_HOURS) {
    return { hours: hoursTo(left.at), event: left.died ? 'death' : 'discharge' };
  }
  const seen = Math.min(FORECAST_END_HOURS, hoursTo(seenUntil ?? admittedAt));
  return { hours: seen, event: 'none' };
}
