import { ascendingValues, quantile } from '../distribution/quantile.ts';
import { at, mean } from '../sequence.ts';

export interface BootstrapInput<Unit> {
  /** What is drawn with replacement: a patient with all that belongs to him, so that his rows stay together. */
  readonly units: readonly Unit[];
  /** Of one resample; null where it cannot be computed, e.g. without any event. */
  readonly statistic: (units: readonly Unit[]) => number | null;
  readonly resamples?: number;
  /** Uniform in [0, 1): a seeded stream, so that a run can be repeated. */
  readonly random: () => number;
}

export interface BootstrapResult {
  /** Of the units as they are; null where it cannot be computed. */
  readonly estimate: number | null;
  /** Percentile interval (Efron 1979); null where fewer than half of the resamples have a value. */
  readonly ci95: readonly [number, number] | null;
  readonly standardError: number | null;
  /** Resamples that had a value. */
  readonly used: number;
}

/** Standard error and percentile interval of any statistic by drawing whole patients anew. */
export function bootstrap<Unit>({
  units,
  statistic,
  resamples = 1000,
  random,
}: BootstrapInput<Unit>): BootstrapResult {
  const estimate = units.length === 0 ? null : statistic(units);
  const values: number[] = [];
  for (let b = 0; b < resamples && units.length > 0; b += 1) {
    const drawn = units.map(() => at(units, Math.floor(random() * units.length)));
    const value = statistic(drawn);
    if (value !== null && Number.isFinite(value)) values.push(value);
  }
  const used = values.length;
  if (used < 2 || 2 * used < resamples) return { estimate, ci95: null, standardError: null, used };
  const sorted = ascendingValues(values);
  const middle = mean(values);
  const variance = values.reduce((sum, x) => sum + (x - middle) ** 2, 0) / (used - 1);
  return {
    estimate,
    ci95: [quantile(sorted, 0.025), quantile(sorted, 0.975)],
    standardError: Math.sqrt(variance),
    used,
  };
}
