import type { FeatureVector } from '@endwatch/clinical';
import { HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import { at, quantile } from '@endwatch/statistics';

/** How one feature becomes a number of about −2 … 2. */
export interface FeatureScale {
  /** `log` = log(1 + x), for values with a long right tail. */
  readonly transform: 'none' | 'log';
  readonly centre: number;
  readonly spread: number;
}

/** Beyond this many spreads a value says no more: one typing error must not carry a score away. */
const LIMIT = 4;
/** Interquartile range of a standard normal distribution. */
const NORMAL_IQR = 1.349;
/** From here on log(1 + x) is nearer to a bell than x. */
const SKEWED = 1;

const INTERVALS = HAZARD_EDGES_HOURS.length - 1;
/** Hours since admission twice, and which hazard interval it is. */
const TIME_INPUTS = 2 + INTERVALS;

/** What a network reads of each feature. */
export interface InputLayout {
  readonly scales: readonly FeatureScale[];
  /** True = how old each value is, too. Absent in artefacts from before ages were read. */
  readonly valueAges?: true;
}

/** Number of structured inputs of the network: value and missing mask of each feature, time, whether there is a report, and the age of each value where it is read. */
export function structuredWidth({ scales, valueAges }: InputLayout): number {
  return reportInput(scales.length) + 1 + (valueAges ? scales.length : 0);
}

/** Position of the input that says whether there is a report. */
export function reportInput(features: number): number {
  return 2 * features + TIME_INPUTS;
}

/** Positions of all that a network reads of one feature. */
export function inputsOf(feature: number, { scales, valueAges }: InputLayout): readonly number[] {
  const n = scales.length;
  const known = [feature, n + feature];
  return valueAges ? [...known, reportInput(n) + 1 + feature] : known;
}

function skewness(values: readonly number[]): number {
  const n = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const moment = (power: number): number =>
    values.reduce((sum, x) => sum + (x - mean) ** power, 0) / n;
  const variance = moment(2);
  return variance === 0 ? 0 : moment(3) / variance ** 1.5;
}

/** Scale from the values seen in training; a feature that was never seen or never varied keeps a spread of 1. */
export function fitScale(values: readonly number[]): FeatureScale {
  if (values.length === 0) return { transform: 'none', centre: 0, spread: 1 };
  const tailed = values.every((x) => x >= 0) && skewness(values) > SKEWED;
  const transform = tailed ? 'log' : 'none';
  const sorted = values.map((x) => (tailed ? Math.log1p(x) : x)).sort((a, b) => a - b);
  const range = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / NORMAL_IQR;
  // Flags and rare findings have no interquartile range: half the full range puts them at 0 and 2.
  const whole = (at(sorted, sorted.length - 1) - at(sorted, 0)) / 2;
  const spread = range > 0 ? range : whole > 0 ? whole : 1;
  return { transform, centre: quantile(sorted, 0.5), spread };
}

function scaled(value: number, { transform, centre, spread }: FeatureScale): number {
  const x = transform === 'log' ? Math.log1p(Math.max(0, value)) : value;
  return Math.max(-LIMIT, Math.min(LIMIT, (x - centre) / spread));
}

export interface StructuredRow {
  readonly features: Pick<FeatureVector, 'values' | 'missing' | 'ageHours'>;
  readonly hoursSinceAdmission: number;
  readonly hasReport: boolean;
}

/** About 0 for a value just measured, 1 for one of a week ago. */
function scaledAge(hours: number): number {
  return hours > 0 ? Math.log1p(hours) / Math.log1p(at(HAZARD_EDGES_HOURS, INTERVALS)) : 0;
}

/** Writes the structured inputs of one row at `offset` of `target`. A missing value is 0 with its mask 1; what is missing or has no age has an age of 0. */
export function writeStructured(
  row: StructuredRow,
  { scales, valueAges }: InputLayout,
  { target, offset }: { readonly target: Float32Array; readonly offset: number },
): void {
  const { values, missing, ageHours } = row.features;
  const n = scales.length;
  const ages = offset + reportInput(n) + 1;
  for (let i = 0; i < n; i += 1) {
    const absent = missing[i] === 1;
    const scale = scales[i];
    target[offset + i] = absent || !scale ? 0 : scaled(values[i] ?? 0, scale);
    target[offset + n + i] = absent ? 1 : 0;
    if (valueAges) target[ages + i] = absent ? 0 : scaledAge(ageHours[i] ?? NaN);
  }
  const horizon = at(HAZARD_EDGES_HOURS, INTERVALS);
  const hours = Math.max(0, Math.min(horizon, row.hoursSinceAdmission));
  const time = offset + 2 * n;
  target[time] = hours / horizon;
  target[time + 1] = Math.log1p(hours) / Math.log1p(horizon);
  // The interval that lies ahead: at an edge the next one has begun.
  const ahead = HAZARD_EDGES_HOURS.findIndex((edge, j) => j > 0 && hours < edge);
  for (let j = 0; j < INTERVALS; j += 1) target[time + 2 + j] = j === ahead - 1 ? 1 : 0;
  target[offset + reportInput(n)] = row.hasReport ? 1 : 0;
}
