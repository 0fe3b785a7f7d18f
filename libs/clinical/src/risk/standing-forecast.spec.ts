import { standingForecast, type TimedForecast } from './standing-forecast.ts';
import { hour } from '../testing/index.ts';

const of = (asOf: number, knownAt: number, gone: number | null = null): TimedForecast => ({
  ...{ asOf: hour(asOf), knownAt: hour(knownAt) },
  supersededAt: gone === null ? null : hour(gone),
});

describe('the forecast that counts at a moment', () => {
  it.each<[string, readonly TimedForecast[], number | null]>([
    ['the newest', [of(1, 1), of(5, 5), of(7, 7)], 1],
    ['not one that became known later', [of(4, 4), of(5, 8)], 0],
    ['not one that was replaced before', [of(4, 4), of(5, 5, 6)], 0],
    ['one that was replaced later', [of(4, 4), of(5, 5, 6.5)], 1],
    ['not one of more than six hours before', [of(-1, 0)], null],
    ['the one known last of two of one time', [of(5, 5), of(5, 5.5)], 1],
  ])('%s', (_name, forecasts, expected) => {
    const found = standingForecast(forecasts, hour(6));
    expect(found).toBe(expected === null ? null : forecasts[expected]);
  });
});
