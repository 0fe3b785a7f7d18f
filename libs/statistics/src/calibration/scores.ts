import { assertAligned, at, mean, ratio, sum } from '../sequence.ts';

export interface ForecastScores {
  /** Mean (y − p)². */
  readonly brier: number;
  /** 1 − Brier / (m (1 − m)), m the event rate; null with one class. */
  readonly scaledBrier: number | null;
  /** Natural logarithm. */
  readonly logLoss: number;
  readonly observed: number;
  readonly expected: number;
  readonly eoRatio: number | null;
  readonly oeRatio: number | null;
}

export function brierScore(y: readonly number[], p: readonly number[]): number {
  assertAligned(y, p);
  return mean(y.map((value, i) => (value - at(p, i)) ** 2));
}

export function logLoss(y: readonly number[], p: readonly number[]): number {
  assertAligned(y, p);
  return mean(y.map((value, i) => -Math.log(value === 1 ? at(p, i) : 1 - at(p, i))));
}

export function forecastScores(y: readonly number[], p: readonly number[]): ForecastScores {
  const brier = brierScore(y, p);
  const rate = mean(y);
  const spread = rate * (1 - rate);
  const observed = sum(y);
  const expected = sum(p);
  return {
    brier,
    scaledBrier: spread === 0 ? null : 1 - brier / spread,
    logLoss: logLoss(y, p),
    observed,
    expected,
    eoRatio: ratio(expected, observed),
    oeRatio: ratio(observed, expected),
  };
}
