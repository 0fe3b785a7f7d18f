import { DAY, type EpochMs } from '@endwatch/clinical';

export const STAY_DAYS = 14;

/** CSS pixels around a plot: left for labels, right so that the last point is not cut. */
export const PLOT_LEFT = 84;
export const PLOT_RIGHT = 14;
export const PLOT_TOP = 10;
export const PLOT_BOTTOM = 6;

/** Admission to 14 days after: one axis for everything that happens to a patient. */
export interface StayAxis {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly width: number;
}

export function stayAxis(admittedAt: string, width: number, days = STAY_DAYS): StayAxis {
  const from = Date.parse(admittedAt);
  return { from, to: from + days * DAY, width };
}

/** On a phone 14 days leave nothing to see of the first ones: the shortest of these that holds the stay so far. */
const NARROW_SPANS = [4, 7, STAY_DAYS];

export function narrowDays(admittedAt: string, now: EpochMs): number {
  const elapsed = now - Date.parse(admittedAt);
  return NARROW_SPANS.find((days) => elapsed <= days * DAY) ?? STAY_DAYS;
}

/** Horizontal place of a time, kept within the plot. */
export function xOf(axis: StayAxis, at: EpochMs): number {
  const share = (at - axis.from) / (axis.to - axis.from);
  return PLOT_LEFT + clamp(share) * (axis.width - PLOT_LEFT - PLOT_RIGHT);
}

export interface YScale {
  readonly max: number;
  readonly height: number;
}

/** Vertical place of a value; 0 at the foot of the plot. */
export function yOf({ max, height }: YScale, value: number): number {
  const plot = height - PLOT_TOP - PLOT_BOTTOM;
  return PLOT_TOP + plot * (1 - clamp(value / max));
}

export interface DayColumn {
  readonly day: number;
  readonly x: number;
  readonly middle: number;
}

export function dayColumns(axis: StayAxis): DayColumn[] {
  const days = Math.round((axis.to - axis.from) / DAY);
  return Array.from({ length: days }, (_, index) => {
    const start = axis.from + index * DAY;
    return { day: index + 1, x: xOf(axis, start), middle: xOf(axis, start + DAY / 2) };
  });
}

/** Top of the NIHSS plot: some air above the worst examination, in steps of 6, never more than the scale has. */
export function nihssTop(totals: readonly number[]): number {
  const worst = Math.max(...totals, 4) + 2;
  return Math.min(42, Math.ceil(worst / 6) * 6);
}

/** Top of the risk plot: fifths, whose halves are whole too, so that small risks can be told apart without looking large. */
export function riskTop(risks: readonly number[]): number {
  const highest = Math.max(...risks, 0.15);
  return Math.min(1, Math.ceil((highest + 0.02) * 5) / 5);
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
