import { mean, quantile } from '@endwatch/statistics';
import type { Gathered } from './gather-marginals.ts';
import type { Target } from './marginal-targets.ts';
import { TARGETS } from './marginal-targets.ts';

export interface Marginal extends Omit<Target, 'of'> {
  /** Patients that count. */
  readonly n: number;
  readonly simulated: number;
  readonly difference: number;
  /** Binomial for a share of which `wanted` is true; from the spread for a mean; of a median by the normal approximation of log values. */
  readonly standardError: number;
}

function spreadOf(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, v) => sum + (v - centre) ** 2, 0) / (values.length - 1));
}

/** Variance of a median of normal values relative to that of their mean. */
const MEDIAN_FACTOR = Math.sqrt(Math.PI / 2);

function standardErrorOf(kind: Target['kind'], values: readonly number[], wanted: number): number {
  const root = Math.sqrt(values.length);
  if (kind === 'share') return Math.sqrt(wanted * (1 - wanted)) / root;
  if (kind === 'mean') return spreadOf(values) / root;
  const logs = spreadOf(values.map((v) => Math.log(v)));
  return (wanted * MEDIAN_FACTOR * logs) / root;
}

function marginalOf({ of, ...target }: Target, patients: readonly Gathered[]): Marginal {
  const values = patients.map(of).filter((value) => value !== null);
  const sorted = [...values].sort((a, b) => a - b);
  const simulated = target.kind === 'median' ? quantile(sorted, 0.5) : mean(values);
  return {
    ...target,
    n: values.length,
    simulated,
    difference: simulated - target.wanted,
    standardError: standardErrorOf(target.kind, values, target.wanted),
  };
}

/** Each target beside what the patients show. */
export function marginalsOf(patients: readonly Gathered[]): Marginal[] {
  return TARGETS.map((target) => marginalOf(target, patients));
}

function shown(value: number, { kind }: Marginal): string {
  return kind === 'share' ? `${(100 * value).toFixed(1)} %` : value.toFixed(2);
}

/** One line for each: simulated, wanted, difference, standard error, source. */
export function marginalsText(marginals: readonly Marginal[]): string {
  const head = ['', 'n', 'simulated', 'wanted', 'difference', 'SE', 'source'];
  const rows = marginals.map((m) => [
    `${m.name}${m.kind === 'share' ? '' : `, ${m.kind}`}${m.unit === '' ? '' : ` (${m.unit})`}`,
    String(m.n),
    shown(m.simulated, m),
    shown(m.wanted, m),
    shown(m.difference, m),
    shown(m.standardError, m),
    m.source,
  ]);
  const table = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...table.map((row) => row[i]?.length ?? 0)));
  const padded = (cell: string, i: number): string => {
    const width = widths[i] ?? 0;
    if (i === head.length - 1) return cell;
    return i === 0 ? cell.padEnd(width) : cell.padStart(width);
  };
  return table.map((row) => row.map(padded).join('  ').trimEnd()).join('\n');
}
