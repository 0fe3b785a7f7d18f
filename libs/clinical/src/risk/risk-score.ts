/** Right edges and start of the hazard intervals, hours since admission: 0–6, 6–12, 12–24, 24–48, 48–72, 72–96, 96–168. */
export const HAZARD_EDGES_HOURS = [0, 6, 12, 24, 48, 72, 96, 168] as const;

/** Hours after admission during which a first END is looked for. */
export const FORECAST_END_HOURS = 168;

export type RiskBand = 'low' | 'medium' | 'high';
export type RiskTrend = 'rising' | 'steady' | 'falling';

/** Probabilities of a first END given none so far. */
export interface RiskForecast {
  /** Within the next 24 h, or to 168 h from admission where that is sooner. */
  readonly next24h: number;
  /** By 48 h from admission; null once 48 h have passed. */
  readonly by48h: number | null;
  /** By 168 h from admission; null once 168 h have passed. */
  readonly by7d: number | null;
}
