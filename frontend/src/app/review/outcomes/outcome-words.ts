import { DAY, HOUR } from '@endwatch/clinical';
import { NBSP, fixed, percent } from '../../words/figures.ts';
import { fromTo } from '../counts.ts';
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

/** Heads of more than one table. */
export const RISK_BAND = $localize`:@@review-outcomes.risk-band:Risk band`;
export const STAYS = $localize`:@@review-outcomes.stays:Stays`;
export const SHARE = $localize`:@@review-outcomes.share:Share`;
export const CI_FROM = $localize`:@@review-outcomes.ci-from:95 % from`;
export const CI_TO = $localize`:@@review-outcomes.ci-to:95 % to`;

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
  // Where there is no room for both, the interval stays whole.
  return `(${fromTo(String(Math.round(low * 100)), sharePercent(high))})`.replaceAll(' ', NBSP);
}

/** "0.78 (0.64 to 0.92)". */
export function decimalWith(value: number | null, ci95: Interval): string {
  if (value === null) return '–';
  if (ci95 === null) return fixed(value, 2);
  return `${fixed(value, 2)} (${fromTo(fixed(ci95[0], 2), fixed(ci95[1], 2))})`;
}

/** "p < 0.001", "p = 0.03"; "p not known" where it cannot be told. */
export function pWords(p: number | null): string {
  if (p === null) return $localize`:@@review-outcomes.p-not-known:p not known`;
  if (p < 0.001) return `p${NBSP}<${NBSP}${fixed(0.001, 3)}`;
  return `p${NBSP}=${NBSP}${fixed(p, p < 0.1 ? 3 : 2)}`;
}

/** To so many decimals; null stays null, so that a table shows it as not known. */
export function rounded(value: number | null | undefined, decimals = 2): number | null {
  return value === null || value === undefined ? null : Number(value.toFixed(decimals));
}

export const NO_TABLE: FrameTable = { columns: [], rows: [] };
