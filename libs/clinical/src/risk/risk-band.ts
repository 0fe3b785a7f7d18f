import type { EpochMs } from '../time.ts';
import { HOUR } from '../time.ts';
import type { RiskBand, RiskTrend } from './risk-score.ts';

/** On the risk within the next 24 h; come with the model. */
export interface BandThresholds {
  readonly medium: number;
  readonly high: number;
}

/** A risk exactly on a threshold belongs to the higher band. */
export function bandOf(next24h: number, thresholds: BandThresholds): RiskBand {
  if (next24h >= thresholds.high) return 'high';
  return next24h >= thresholds.medium ? 'medium' : 'low';
}

/** Changes up to this are no trend. */
export const TREND_DEAD_BAND = 0.03;

/** What the newest score is compared with: the one nearest to 6 h before it, not further from that than 3 h. */
export const TREND_LOOK_BACK = { ideal: 6 * HOUR, tolerance: 3 * HOUR } as const;

export interface TimedRisk {
  readonly asOf: EpochMs;
  readonly next24h: number;
}

/** Direction of the newest score against the one about 6 h before; steady where there is none to compare with. Any order. */
export function trendOf(scores: readonly TimedRisk[]): RiskTrend {
  const newest = scores.reduce<TimedRisk | null>(
    (latest, score) => (latest === null || score.asOf > latest.asOf ? score : latest),
    null,
  );
  if (!newest) return 'steady';
  const ideal = newest.asOf - TREND_LOOK_BACK.ideal;
  const before = nearestTo(scores, ideal);
  if (!before || Math.abs(before.asOf - ideal) > TREND_LOOK_BACK.tolerance) return 'steady';
  const change = newest.next24h - before.next24h;
  // Probabilities differ in their last bits where they agree for a reader.
  if (Math.abs(change) <= TREND_DEAD_BAND + 1e-9) return 'steady';
  return change > 0 ? 'rising' : 'falling';
}

/** Of two equally near the older one, so that the order given does not matter. */
function nearestTo(scores: readonly TimedRisk[], moment: EpochMs): TimedRisk | null {
  const distance = ({ asOf }: TimedRisk): number => Math.abs(asOf - moment);
  let nearest: TimedRisk | null = null;
  for (const score of scores) {
    const closer = nearest === null ? -1 : distance(score) - distance(nearest);
    if (closer < 0 || (closer === 0 && nearest !== null && score.asOf < nearest.asOf))
      nearest = score;
  }
  return nearest;
}
