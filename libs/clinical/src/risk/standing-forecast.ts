import { HOUR, type EpochMs } from '../time.ts';

/** When a forecast speaks of what, and from when to when it was the one to be read. */
export interface TimedForecast {
  readonly asOf: EpochMs;
  readonly knownAt: EpochMs;
  readonly supersededAt: EpochMs | null;
}

/** A forecast older than this says nothing of a moment: scoring had stopped. */
export const OLDEST_FORECAST: number = 6 * HOUR;

/** Whether it was known at a moment and nothing had taken its place. */
export function stoodAt({ knownAt, supersededAt }: TimedForecast, moment: EpochMs): boolean {
  return knownAt <= moment && (supersededAt === null || supersededAt > moment);
}

/**
 * The forecast that counts at a moment: of those that stand the one that speaks of the latest time, not of later ones and not of more than 6 h before.
 *
 * @param forecasts by `asOf`, then `knownAt`
 */
export function standingForecast<Forecast extends TimedForecast>(
  forecasts: readonly Forecast[],
  moment: EpochMs,
  stands: (forecast: Forecast) => boolean = (forecast) => stoodAt(forecast, moment),
): Forecast | null {
  let newest: Forecast | null = null;
  for (const forecast of forecasts) {
    const { asOf } = forecast;
    if (asOf > moment || asOf < moment - OLDEST_FORECAST || !stands(forecast)) continue;
    if (newest === null || asOf >= newest.asOf) newest = forecast;
  }
  return newest;
}
