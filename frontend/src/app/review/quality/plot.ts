/**
 * A picture as data: what is drawn, in the units of its axes. A forecast is outlined or hatched, a fact is solid, and what only guides the eye is thin.
 */
export type Look = 'fact' | 'forecast' | 'guide' | 'limit';

export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface PlotAxis {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly Tick[];
}

export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

export interface PlotLine {
  /** Written at its end. */
  readonly name: string;
  readonly look: Look;
  readonly points: readonly PlotPoint[];
}

/** A point, with its interval where it has one. */
export interface PlotMark extends PlotPoint {
  readonly look: Look;
  readonly low?: number;
  readonly high?: number;
  /** Written beside it. */
  readonly name?: string;
  /** Under the pointer. */
  readonly words: string;
}

export interface PlotBar {
  readonly look: Look;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly words: string;
}

export interface Plot {
  /** One sentence: what there is to see. Read aloud instead of the picture. */
  readonly summary: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly lines: readonly PlotLine[];
  readonly marks: readonly PlotMark[];
  readonly bars: readonly PlotBar[];
  /** As wide as high: both axes are the same quantity. */
  readonly square?: boolean;
}

/** From 0 (or `from`) to a round number at or above `most`, with about `about` ticks. */
export function roundAxis(
  label: string,
  most: number,
  { from = 0, about = 4, words = String }: RoundAxisOptions = {},
): PlotAxis {
  const span = Math.max(most - from, Number.EPSILON);
  const rough = span / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10);
  const count = Math.max(1, Math.ceil(span / step - 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_, n) => {
    const at = Number((from + n * step).toPrecision(10));
    return { at, label: words(at) };
  });
  return { label, from, to: ticks.at(-1)?.at ?? most, ticks };
}

interface RoundAxisOptions {
  readonly from?: number;
  readonly about?: number;
  readonly words?: (value: number) => string;
}

/** Named places side by side, each one wide: the first from 0 to 1. */
export function namedAxis(label: string, names: readonly string[]): PlotAxis {
  return {
    ...{ label, from: 0, to: Math.max(1, names.length) },
    ticks: names.map((name, n) => ({ at: n + 0.5, label: name })),
  };
}

/** Where a drawing of `width` × `height` has its axes, pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function xAt({ x }: Plot, { left, right, width }: Frame, value: number): number {
  return left + ((value - x.from) / (x.to - x.from)) * (width - left - right);
}

/** What lies outside the axis is drawn at its edge. */
export function yAt({ y }: Plot, { top, bottom, height }: Frame, value: number): number {
  const share = Math.min(1, Math.max(0, (value - y.from) / (y.to - y.from)));
  return height - bottom - share * (height - top - bottom);
}

/** Of many names on an axis only so many that each has `room` pixels. */
export function thinned(ticks: readonly Tick[], length: number, room: number): readonly Tick[] {
  const step = Math.max(1, Math.ceil((ticks.length * room) / Math.max(1, length)));
  return ticks.filter((_, n) => n % step === 0);
}
