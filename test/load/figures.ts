import type { PartResult } from './bench-part.ts';

/** Figures of a run, and how they are printed. */
export type Line = readonly [what: string, figure: string];

/** Nearest-rank quantile; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export function ms(value: number): string {
  return Number.isFinite(value) ? `${value.toFixed(1)} ms` : '–';
}

/** "p50 1.2 ms, p95 3.4 ms, most 5.6 ms (n 200)". */
export function spread(values: readonly number[]): string {
  if (values.length === 0) return 'none';
  const [half, most] = [quantile(values, 0.5), quantile(values, 0.95)];
  return `p50 ${ms(half)}, p95 ${ms(most)}, most ${ms(Math.max(...values))} (n ${String(values.length)})`;
}

export const MIB: number = 2 ** 20;

export function mebibytes(bytes: number): string {
  return `${(bytes / MIB).toFixed(1)} MiB`;
}

/** Least squares: how much the second value of the points grows while the first grows by one. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, x) => sum + x, 0) / values.length;
  const [midX, midY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const above = points.reduce((sum, [x, y]) => sum + (x - midX) * (y - midY), 0);
  const below = points.reduce((sum, [x]) => sum + (x - midX) ** 2, 0);
  return above / below;
}

export function table(title: string, lines: readonly Line[]): string {
  const width = Math.max(...lines.map(([what]) => what.length));
  const body = lines.map(([what, figure]) => `  ${what.padEnd(width)}  ${figure}`);
  return [title, ...body, ''].join('\n');
}

export function micros(value: number): string {
  return Number.isFinite(value) ? `${value.toFixed(1)} µs` : '–';
}

/** "61,000" */
export function whole(value: number): string {
  return Number.isFinite(value) ? Math.round(value).toLocaleString('en') : '–';
}

/** "12.3 / 45.6 / 78.9 ms": p50, p95 and p99. */
export function percentiles(values: readonly number[]): string {
  const [half, most, nearlyAll] = [0.5, 0.95, 0.99].map((share) =>
    quantile(values, share).toFixed(1),
  );
  return values.length === 0 ? 'none' : `${half ?? ''} / ${most ?? ''} / ${nearlyAll ?? ''} ms`;
}

/** Results of several measurements as one. */
export function joined(results: readonly PartResult[]): PartResult {
  return {
    rows: results.flatMap(({ rows }) => rows),
    wrong: results.flatMap(({ wrong }) => wrong),
    details: results.flatMap(({ details = [] }) => details),
  };
}

/** Median and 95th percentile of times in ms. */
export function halfAndMost(values: readonly number[]): string {
  return `${ms(quantile(values, 0.5))} / ${ms(quantile(values, 0.95))}`;
}
