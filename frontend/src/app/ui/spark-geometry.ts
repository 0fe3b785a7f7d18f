import { DAY, type EpochMs } from '@endwatch/clinical';

export interface SparkPoint {
  readonly at: EpochMs;
  readonly total: number;
}

export interface SparkInput {
  readonly points: readonly SparkPoint[];
  readonly admittedAt: EpochMs;
  readonly now: EpochMs;
  /** NIHSS total at which the rule for END is met; null without an admission examination. */
  readonly reference: number | null;
}

/** Drawn in a box of 100 × 100, stretched by the page. */
export interface SparkGeometry {
  readonly path: string;
  readonly lastX: number;
  readonly lastY: number;
  readonly referenceY: number | null;
  readonly days: readonly number[];
  readonly spanDays: number;
}

/** Few spans, so that neighbouring tiles compare; 14 days is what is kept. */
const SPANS_DAYS = [3, 7, 14];
const HEADROOM = 1.5;

/** Steps, not slopes: between two examinations nothing was seen. */
export function sparkGeometry({ points, admittedAt, now, reference }: SparkInput): SparkGeometry {
  const elapsed = now - admittedAt;
  const spanDays = SPANS_DAYS.find((days) => elapsed <= days * DAY) ?? 14;
  const x = (at: EpochMs): number => clamp(((at - admittedAt) / (spanDays * DAY)) * 100);
  const totals = points.map((point) => point.total);
  if (reference !== null) totals.push(reference);
  const low = Math.min(...totals, 42) - HEADROOM;
  const high = Math.max(...totals, 0) + HEADROOM;
  const y = (total: number): number => round(100 - ((total - low) / (high - low)) * 100);

  const [first, ...rest] = points;
  const last = points.at(-1);
  const steps = rest.map((point) => `H${String(round(x(point.at)))}V${String(y(point.total))}`);
  const start = first ? `M${String(round(x(first.at)))} ${String(y(first.total))}` : '';
  return {
    path: first ? `${start}${steps.join('')}H${String(round(x(now)))}` : '',
    lastX: last ? round(x(last.at)) : 0,
    lastY: last ? y(last.total) : 0,
    referenceY: reference === null ? null : y(reference),
    days: Array.from({ length: spanDays - 1 }, (_, index) => round(((index + 1) / spanDays) * 100)),
    spanDays,
  };
}

function clamp(share: number): number {
  return Math.min(100, Math.max(0, share));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
