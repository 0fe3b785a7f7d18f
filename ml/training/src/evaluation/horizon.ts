import { FORECAST_END_HOURS, type RiskForecast } from '@endwatch/clinical';
import { conditionalRisk } from '@endwatch/statistics';
import type { ScoredSnapshot } from '../score-stays.ts';
import { outcomeBy } from './judgement.ts';
import type { Judged } from './performance.ts';

/** A horizon of the live model. */
export interface Horizon {
  readonly id: 'next24h' | 'by48h' | 'by7d';
  readonly title: string;
  /** Hour since admission up to which END counts, seen from a landmark. */
  readonly until: (landmark: number) => number;
  readonly forecast: (output: RiskForecast) => number | null;
  readonly oracle: (hazards: readonly number[], landmark: number) => number | null;
}

export const HORIZONS: readonly Horizon[] = [
  {
    id: 'next24h',
    title: 'END within the next 24 h',
    until: (landmark) => Math.min(landmark + 24, FORECAST_END_HOURS),
    forecast: ({ next24h }) => next24h,
    oracle: (hazards, landmark) => conditionalRisk(hazards, landmark).next24h,
  },
  {
    id: 'by48h',
    title: 'END by 48 h from admission',
    until: () => 48,
    forecast: ({ by48h }) => by48h,
    oracle: (hazards, landmark) => conditionalRisk(hazards, landmark).by48h,
  },
  {
    id: 'by7d',
    title: 'END by 7 days from admission',
    until: () => FORECAST_END_HOURS,
    forecast: ({ by7d }) => by7d,
    oracle: (hazards, landmark) => conditionalRisk(hazards, landmark).by168h,
  },
];

type Scored = ScoredSnapshot<RiskForecast>;

/** Forecasts at a landmark whose outcome is known by the horizon. */
export function judgedAt(landmarks: readonly Scored[], horizon: Horizon): Judged[] {
  return landmarks.flatMap(({ stay, snapshot: { hour }, output }): Judged[] => {
    const y = outcomeBy(stay.followUp, horizon.until(hour));
    const p = horizon.forecast(output);
    if (y === null || p === null) return [];
    return [{ y, p, oracle: stay.trueHazards && horizon.oracle(stay.trueHazards, hour) }];
  });
}
