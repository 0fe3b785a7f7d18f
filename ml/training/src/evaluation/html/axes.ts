import type { Axis } from '../document.ts';
import { numberText } from './cell-text.ts';
import { escaped } from './escape.ts';

/** Size of a figure and of the room round its plot, in user units. */
export const SIZE = { width: 640, height: 380 } as const;
export const ROOM = { left: 62, right: 24, top: 12, bottom: 46 } as const;

/** Data to user units. */
export type Place = (value: number) => number;

export function placeX({ from, to }: Axis, left: number = ROOM.left): Place {
  const width = SIZE.width - left - ROOM.right;
  return (value) => left + ((clamped(value, from, to) - from) / (to - from)) * width;
}

export function placeY({ from, to }: Axis, height: number = SIZE.height): Place {
  const room = height - ROOM.top - ROOM.bottom;
  return (value) => height - ROOM.bottom - ((clamped(value, from, to) - from) / (to - from)) * room;
}

const clamped = (value: number, from: number, to: number): number =>
  Math.min(to, Math.max(from, value));

/** One decimal of a user unit is finer than any screen. */
export const unit = (value: number): string => String(Math.round(value * 10) / 10);

const STEPS = [1, 2, 2.5, 5, 10] as const;

/** Multiples of the axis' own step, or about five round values. */
export function ticks(axis: Axis): number[] {
  const { from, to } = axis;
  const step = axis.step ?? roundStep(axis);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

function roundStep({ from, to }: Axis): number {
  const rough = (to - from) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  return (STEPS.find((one) => one * power >= rough - 1e-12) ?? 10) * power;
}

function tickText(value: number, axis: Axis): string {
  if (axis.format === 'share') return `${String(Math.round(100 * value))} %`;
  return axis.format === 'count' ? String(Math.round(value)) : numberText(value, axis.format);
}

export function xAxis(axis: Axis, x: Place, height: number = SIZE.height): string {
  const base = height - ROOM.bottom;
  const marks = ticks(axis).map((value) => {
    const at = unit(x(value));
    return `<line class="grid" x1="${at}" x2="${at}" y1="${String(ROOM.top)}" y2="${String(base)}"/><text class="tick" x="${at}" y="${String(base + 17)}" text-anchor="middle">${escaped(tickText(value, axis))}</text>`;
  });
  const middle = unit((x(axis.from) + x(axis.to)) / 2);
  return `${marks.join('\n')}
<text class="label" x="${middle}" y="${String(height - 8)}" text-anchor="middle">${escaped(axis.label)}</text>`;
}

export function yAxis(axis: Axis, y: Place): string {
  const right = SIZE.width - ROOM.right;
  const marks = ticks(axis).map((value) => {
    const at = unit(y(value));
    return `<line class="grid" x1="${String(ROOM.left)}" x2="${String(right)}" y1="${at}" y2="${at}"/><text class="tick" x="${String(ROOM.left - 7)}" y="${unit(y(value) + 4)}" text-anchor="end">${escaped(tickText(value, axis))}</text>`;
  });
  const middle = unit((y(axis.from) + y(axis.to)) / 2);
  return `${marks.join('\n')}
<text class="label" transform="translate(15 ${middle}) rotate(-90)" text-anchor="middle">${escaped(axis.label)}</text>`;
}
