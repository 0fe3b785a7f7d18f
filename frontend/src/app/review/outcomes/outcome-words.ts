import { DAY, HOUR } from '@endwatch/clinical';
import { NBSP, percent } from '../../words/figures.ts';
import type { FrameTable } from '../ui/frame-table.ts';
import type { Look } from '../ui/plot.ts';

export type Band = 'low' | 'medium' | 'high';

/** Three groups without colour: colour is for alarms. */
export const BAND_LOOK: Readonly<Record<Band, Look>> = {
  low: 'quiet',
  medium: 'middle',
  high: 'fact',
};
export const HOURS_A_DAY = DAY / HOUR;

export type Interval = readonly [number, number] | null;

/** "34 %", exact at the ends: these are counts, not forecasts. */
export function sharePercent(value: number): string {
  if (value > 0 && value < 0.01) return percent(value);
  return `${String(Math.round(value * 100))}${NBSP}%`;
}

/** "20 % (5 to 43 %)"; "–" where it is not known. */
export function shareWith(value: number | null, ci95: Interval): string {
  if (value === null) return '–';
  return ci95 === null ? sharePercent(value) : `${sharePercent(value)} ${range(ci95)}`;
}

function range([low, high]: readonly [number, number]): string {
  return `(${String(Math.round(low * 100))} to ${sharePercent(high)})`;
}

/** "0.78 (0.64 to 0.92)". */
export function decimalWith(value: number | null, ci95: Interval): string {
  if (value === null) return '–';
  return ci95 === null
    ? value.toFixed(2)
    : `${value.toFixed(2)} (${ci95[0].toFixed(2)} to ${ci95[1].toFixed(2)})`;
}

/** "p < 0.001", "p = 0.03"; "p not known" where it cannot be told. */
export function pWords(p: number | null): string {
  if (p === null) return 'p not known';
  if (p < 0.001) return `p${NBSP}<${NBSP}0.001`;
  return `p${NBSP}=${NBSP}${p.toFixed(p < 0.1 ? 3 : 2)}`;
}

/** To so many decimals; null stays null, so that a table shows it as not known. */
export function rounded(value: number | null | undefined, decimals = 2): number | null {
  return value === null || value === undefined ? null : Number(value.toFixed(decimals));
}

export const NO_TABLE: FrameTable = { columns: [], rows: [] };
