import { measured } from '../../words/figures.ts';
import type { Point } from './plot-scale.ts';

/**
 * A picture as data: what is drawn, in the units of its axes. A fact is solid, a forecast (or what is only reckoned) outlined, hatched or dashed long,
 * and what only guides the eye is thin. `middle` and `quiet` are facts beside `fact`, so that three groups are told apart without colour; `single` is one
 * of many.
 */
export type Look = 'fact' | 'middle' | 'quiet' | 'single' | 'forecast' | 'guide' | 'limit';

export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface PlotAxis {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly Tick[];
  /** What a value on it reads as. */
  readonly words: (value: number) => string;
}

export interface PlotLine {
  /** Written at its end, unless it is one of many. */
  readonly name: string;
  readonly look: Look;
  readonly points: readonly Point[];
  /** What surrounds the line, shaded. */
  readonly around?: readonly (readonly [x: number, low: number, high: number])[];
  /** Each value holds until the next point. */
  readonly step?: boolean;
}

/** A point, with its interval where it has one. */
export interface PlotMark {
  readonly x: number;
  readonly y: number;
  readonly look: Look;
  readonly low?: number;
  readonly high?: number;
  /** Written beside it. */
  readonly name?: string;
  /** Under the pointer. */
  readonly words: string;
  /** Its name stands above it, where something else ends below. */
  readonly above?: true;
}

export interface PlotBar {
  readonly look: Look;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly words: string;
}

/** Numbers under the axis, a row for each line: how many there are at each place. */
export interface PlotCounts {
  readonly heading: string;
  readonly rows: readonly { readonly name: string; readonly values: readonly Point[] }[];
}

export interface Plot {
  /** One sentence: what there is to see. Read aloud instead of the picture. */
  readonly summary: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly lines: readonly PlotLine[];
  readonly marks: readonly PlotMark[];
  readonly bars: readonly PlotBar[];
  readonly counts?: PlotCounts;
  /** As wide as high: both axes are the same quantity. */
  readonly square?: boolean;
}

/** From 0 (or `from`) to a round number at or above `most`, with about `about` ticks. */
export function roundAxis(
  label: string,
  most: number,
  { from = 0, about = 4, words = measured }: RoundAxisOptions = {},
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
  return { label, from, to: ticks.at(-1)?.at ?? most, ticks, words };
}

interface RoundAxisOptions {
  readonly from?: number;
  readonly about?: number;
  readonly words?: (value: number) => string;
}

/** From 0 to `to`, with a tick every `step`. */
export function steppedAxis(label: string, to: number, step: number): PlotAxis {
  const count = Math.floor(to / step + 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, n) => ({
    ...{ at: n * step, label: measured(n * step) },
  }));
  return { label, from: 0, to, ticks, words: measured };
}

/** Named places side by side, each one wide: the first from 0 to 1. */
export function namedAxis(label: string, names: readonly string[]): PlotAxis {
  return {
    ...{ label, from: 0, to: Math.max(1, names.length) },
    ticks: names.map((name, n) => ({ at: n + 0.5, label: name })),
    words: (value) => names[Math.floor(value)] ?? '',
  };
}

/** Of many names on an axis only so many that each has `room` pixels. */
export function thinned(ticks: readonly Tick[], length: number, room: number): readonly Tick[] {
  const step = Math.max(1, Math.ceil((ticks.length * room) / Math.max(1, length)));
  return ticks.filter((_, n) => n % step === 0);
}
