import type { QuantityName } from '../quantity/quantity-name.ts';
import type { Measurement } from '../timeline/patient-timeline.ts';
import { BEFORE_ADMISSION } from '../timeline/this-stay.ts';
import { HOUR } from '../time.ts';
import { ageLimitOf } from './age-limit.ts';
import type { Feature, FeatureContext, Reading } from './feature.ts';

/** Hours back that lowest, highest, mean and slope look at. */
export const WINDOW_HOURS = 24;

/** A slope needs this many values over at least this many hours. */
const SLOPE_MINIMUM = { values: 3, hours: 2 } as const;

type Summary = 'latest' | 'mean' | 'lowest' | 'highest' | 'slope';

const SUMMARIES: Readonly<
  Record<Summary, { readonly suffix: string; readonly words: string; readonly of: Summarise }>
> = {
  latest: { suffix: '', words: '', of: (values) => values.at(-1)?.value ?? null },
  mean: { suffix: '-mean-24h', words: ', mean of 24 h', of: mean },
  lowest: { suffix: '-lowest-24h', words: ', lowest of 24 h', of: lowest },
  highest: { suffix: '-highest-24h', words: ', highest of 24 h', of: highest },
  slope: { suffix: '-slope-24h', words: ', change per hour over 24 h', of: slopePerHour },
};

type Summarise = (values: readonly Measurement[]) => number | null;

interface VitalRow {
  readonly quantity: QuantityName;
  readonly label: string;
  readonly unit: string;
  readonly summaries: readonly Summary[];
}

const ROWS: readonly VitalRow[] = [
  {
    quantity: 'heart-rate',
    label: 'Heart rate',
    unit: '/min',
    summaries: ['latest', 'mean', 'highest', 'slope'],
  },
  {
    quantity: 'systolic-bp',
    label: 'Systolic BP',
    unit: 'mm[Hg]',
    summaries: ['latest', 'mean', 'lowest', 'highest', 'slope'],
  },
  {
    quantity: 'diastolic-bp',
    label: 'Diastolic BP',
    unit: 'mm[Hg]',
    summaries: ['latest', 'mean', 'highest', 'slope'],
  },
  {
    quantity: 'temperature',
    label: 'Temperature',
    unit: 'Cel',
    summaries: ['latest', 'highest', 'slope'],
  },
  {
    quantity: 'oxygen-saturation',
    label: 'SpO₂',
    unit: '%',
    summaries: ['latest', 'lowest'],
  },
  {
    quantity: 'respiratory-rate',
    label: 'Breaths per minute',
    unit: '/min',
    summaries: ['latest'],
  },
  { quantity: 'gcs', label: 'Glasgow coma score', unit: '{score}', summaries: ['latest'] },
  {
    quantity: 'glucose',
    label: 'Glucose',
    unit: 'mmol/L',
    summaries: ['latest', 'highest', 'slope'],
  },
];

/** Latest values of what is measured many times a day, and how they moved in the last 24 h. */
export const VITAL_FEATURES: readonly Feature[] = ROWS.flatMap((row) =>
  row.summaries.map((summary) => featureOf(row, summary)),
);

function featureOf(row: VitalRow, summary: Summary): Feature {
  const { suffix, words, of } = SUMMARIES[summary];
  return {
    name: `${row.quantity}${suffix}`,
    label: `${row.label}${words}`,
    unit: summary === 'slope' ? `${row.unit}/h` : row.unit,
    read: (context) =>
      summary === 'latest'
        ? latestOf(context, row.quantity)
        : overWindow(context, row.quantity, of),
  };
}

/** Newest value of this stay, carried forward as far as its kind allows. Of a censored result the limit itself is used. */
export function latestOf(context: FeatureContext, quantity: QuantityName): Reading | null {
  const newest = context.view.latest(quantity);
  if (!newest || newest.at < context.admittedAt - BEFORE_ADMISSION) return null;
  if (context.asOf - newest.at > ageLimitOf(quantity).usable * HOUR) return null;
  return { value: newest.value, at: newest.at };
}

function overWindow(
  context: FeatureContext,
  quantity: QuantityName,
  summarise: Summarise,
): Reading | null {
  const from = Math.max(
    context.asOf - WINDOW_HOURS * HOUR,
    context.admittedAt - BEFORE_ADMISSION - 1,
  );
  const values = context.view.series(quantity, from);
  const value = summarise(values);
  const newest = values.at(-1);
  return value === null || !newest ? null : { value, at: newest.at };
}

function mean(values: readonly Measurement[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, { value }) => sum + value, 0) / values.length;
}

function lowest(values: readonly Measurement[]): number | null {
  return values.length === 0 ? null : Math.min(...values.map(({ value }) => value));
}

function highest(values: readonly Measurement[]): number | null {
  return values.length === 0 ? null : Math.max(...values.map(({ value }) => value));
}

/** Least squares. */
function slopePerHour(values: readonly Measurement[]): number | null {
  const first = values[0];
  const last = values.at(-1);
  if (!first || !last || values.length < SLOPE_MINIMUM.values) return null;
  if (last.at - first.at < SLOPE_MINIMUM.hours * HOUR) return null;
  const hours = values.map(({ at }) => (at - first.at) / HOUR);
  const meanHour = hours.reduce((sum, hour) => sum + hour, 0) / hours.length;
  const meanValue = mean(values) ?? 0;
  let covariance = 0;
  let variance = 0;
  for (const [index, { value }] of values.entries()) {
    const distance = (hours[index] ?? 0) - meanHour;
    covariance += distance * (value - meanValue);
    variance += distance * distance;
  }
  return covariance / variance;
}
