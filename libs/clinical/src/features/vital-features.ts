import type { QuantityName } from '../quantity/quantity-name.ts';
import { QUANTITIES } from '../quantity/quantity.ts';
import type { Sample, Stretch } from '../timeline/patient-timeline.ts';
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
  latest: { suffix: '', words: '', of: (window) => newestOf(window)?.value ?? null },
  mean: { suffix: '-mean-24h', words: ', mean of 24 h', of: mean },
  lowest: { suffix: '-lowest-24h', words: ', lowest of 24 h', of: lowest },
  highest: { suffix: '-highest-24h', words: ', highest of 24 h', of: highest },
  slope: { suffix: '-slope-24h', words: ', change per hour over 24 h', of: slopePerHour },
};

/** Of at least one value. Plain loops: they run over a day of values at every moment that is scored. */
type Summarise = (window: Stretch) => number | null;

const ROWS: readonly (readonly [QuantityName, readonly Summary[]])[] = [
  ['heart-rate', ['latest', 'mean', 'highest', 'slope']],
  ['systolic-bp', ['latest', 'mean', 'lowest', 'highest', 'slope']],
  ['diastolic-bp', ['latest', 'mean', 'highest', 'slope']],
  ['temperature', ['latest', 'highest', 'slope']],
  ['oxygen-saturation', ['latest', 'lowest']],
  ['respiratory-rate', ['latest']],
  ['gcs', ['latest']],
  ['glucose', ['latest', 'highest', 'slope']],
];

/** Latest values of what is measured many times a day, and how they moved in the last 24 h. */
export const VITAL_FEATURES: readonly Feature[] = ROWS.flatMap(([quantity, summaries]) =>
  summaries.map((summary) => featureOf(quantity, summary)),
);

function featureOf(quantity: QuantityName, summary: Summary): Feature {
  const { suffix, words, of } = SUMMARIES[summary];
  const { label, unit } = QUANTITIES[quantity];
  return {
    name: `${quantity}${suffix}`,
    label: `${label}${words}`,
    unit: summary === 'slope' ? `${unit}/h` : unit,
    read: (context) =>
      summary === 'latest' ? latestOf(context, quantity) : overWindow(context, quantity, of),
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
  const window = windowOf(context, quantity);
  const newest = newestOf(window);
  if (newest === null) return null;
  const value = summarise(window);
  return value === null ? null : { value, at: newest.at };
}

function windowOf(context: FeatureContext, quantity: QuantityName): Stretch {
  const { view, admittedAt, asOf, windows } = context;
  const known = windows.get(quantity);
  if (known) return known;
  const from = Math.max(asOf - WINDOW_HOURS * HOUR, admittedAt - BEFORE_ADMISSION - 1);
  const window = view.stretch(quantity, from);
  windows.set(quantity, window);
  return window;
}

function newestOf({ series, from, to }: Stretch): Sample | null {
  return to > from ? { at: series.at(to - 1), value: series.value(to - 1) } : null;
}

function mean({ series, from, to }: Stretch): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += series.value(index);
  return sum / (to - from);
}

function lowest({ series, from, to }: Stretch): number {
  let least = Infinity;
  for (let index = from; index < to; index++) {
    const value = series.value(index);
    if (value < least) least = value;
  }
  return least;
}

function highest({ series, from, to }: Stretch): number {
  let most = -Infinity;
  for (let index = from; index < to; index++) {
    const value = series.value(index);
    if (value > most) most = value;
  }
  return most;
}

/** Least squares. */
function slopePerHour(window: Stretch): number | null {
  const { series, from, to } = window;
  if (to - from < SLOPE_MINIMUM.values) return null;
  const first = series.at(from);
  if (series.at(to - 1) - first < SLOPE_MINIMUM.hours * HOUR) return null;
  const hours = (index: number): number => (series.at(index) - first) / HOUR;
  let sum = 0;
  for (let index = from; index < to; index++) sum += hours(index);
  const meanHour = sum / (to - from);
  const meanValue = mean(window);
  let covariance = 0;
  let variance = 0;
  for (let index = from; index < to; index++) {
    const distance = hours(index) - meanHour;
    covariance += distance * (series.value(index) - meanValue);
    variance += distance * distance;
  }
  return covariance / variance;
}
