import { type EpochMs, HOUR } from '@endwatch/clinical';

/** What of the stay is in sight. */
export interface TimeWindow {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** Closer than this nothing more is to be told apart. */
export const CLOSEST = 2 * HOUR;

/** Never wider than `bounds`, never closer than `CLOSEST`, and moved so that it lies within. */
export function fitted({ from, to }: TimeWindow, bounds: TimeWindow): TimeWindow {
  const most = bounds.to - bounds.from;
  const length = Math.min(most, Math.max(Math.min(CLOSEST, most), to - from));
  const start = Math.min(bounds.to - length, Math.max(bounds.from, from));
  return { from: start, to: start + length };
}

/** `factor` 0.5 shows half as much, `at` stays where it is. */
export function zoomed(
  window: TimeWindow,
  { factor, at }: { readonly factor: number; readonly at: EpochMs },
  bounds: TimeWindow,
): TimeWindow {
  const from = at - (at - window.from) * factor;
  return fitted({ from, to: from + (window.to - window.from) * factor }, bounds);
}

export function moved(window: TimeWindow, by: number, bounds: TimeWindow): TimeWindow {
  return fitted({ from: window.from + by, to: window.to + by }, bounds);
}

/** One end goes to `at`, the other stays; ends that cross change places. */
export function stretched({ from, to }: TimeWindow, end: 'from' | 'to', at: EpochMs): TimeWindow {
  const other = end === 'from' ? to : from;
  return { from: Math.min(at, other), to: Math.max(at, other) };
}
