import type { ReviewPolicy, WhatIfFigures, WhatIfPreset } from '@endwatch/contracts';

/** New alerts a day for 35 patients that a preset allows; null = today's policy. */
const ALLOWED: Readonly<Record<WhatIfPreset, number | null>> = {
  'one-a-day-for-35': 1,
  'two-a-day-for-35': 2,
  today: null,
};

/** Thresholds that are tried: half per cents. */
const STEP = 0.005;
const LOWEST = 1;
const HIGHEST = 198;

export interface FoundPolicy {
  readonly figures: WhatIfFigures;
  /** False: even the highest threshold rings more often than allowed. */
  readonly reached: boolean;
}

/**
 * The lowest threshold whose alerts stay within the preset's number, the other settings as given; `off` keeps its share of `on`. By halving: more
 * than some twenty policies need never be tried.
 */
export async function findPreset(
  preset: WhatIfPreset,
  settings: ReviewPolicy,
  tryOne: (policy: ReviewPolicy) => Promise<WhatIfFigures>,
): Promise<FoundPolicy> {
  const allowed = ALLOWED[preset];
  if (allowed === null) return { figures: await tryOne(settings), reached: true };
  const at = (step: number): Promise<WhatIfFigures> => tryOne(withThreshold(settings, step * STEP));
  let [low, high] = [LOWEST, HIGHEST];
  let best = await at(high);
  if ((best.perDayFor35 ?? 0) > allowed) return { figures: best, reached: false };
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const figures = await at(middle);
    if ((figures.perDayFor35 ?? 0) <= allowed) {
      high = middle;
      best = figures;
    } else low = middle + 1;
  }
  return { figures: best, reached: true };
}

/** The same policy at another threshold. */
export function withThreshold(settings: ReviewPolicy, on: number): ReviewPolicy {
  const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
  return { ...settings, on: rounded(on), off: rounded((on * settings.off) / settings.on) };
}

/** Thresholds of the trade-off curve, low to high. */
export const CURVE_THRESHOLDS: readonly number[] = [
  0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7,
];
