import { HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import type { Rng } from '../random/rng.ts';

/**
 * Rate per 1,000 patient-hours of a patient with log risk 0, for each interval of `HAZARD_EDGES_HOURS`. Solved so that END **as charted**, by the rule
 * on the examinations of a cohort whose log risk varies, comes to 30.3 % by 48 h and 38.0 % by 7 days (Sun 2026); the shape before 48 h is that of
 * Park 2021 and Liu 2023, 10.2, 16.5, 23.8, 30.3 %. Some onsets are never charted, and some only after 48 h.
 */
const BASE_RATES = [9.83, 7.86, 5.61, 3.08, 1.42, 0.895, 0.427] as const;

/** Rates per hour of one patient. */
function ratesPerHour(logRisk: number): number[] {
  return BASE_RATES.map((rate) => (rate / 1000) * Math.exp(logRisk));
}

function widthHours(interval: number): number {
  return (HAZARD_EDGES_HOURS[interval + 1] ?? 0) - (HAZARD_EDGES_HOURS[interval] ?? 0);
}

/** Probability of END within each interval given none before it: 7 numbers. */
export function trueHazards(logRisk: number): number[] {
  return ratesPerHour(logRisk).map((rate, k) => 1 - Math.exp(-rate * widthHours(k)));
}

/** Hours from admission to the true onset, drawn from the hazard; null = none within 168 h. */
export function drawOnsetHours(rng: Rng, logRisk: number): number | null {
  let left = -Math.log(1 - rng.next());
  for (const [k, rate] of ratesPerHour(logRisk).entries()) {
    const width = widthHours(k);
    if (left < rate * width) return (HAZARD_EDGES_HOURS[k] ?? 0) + left / rate;
    left -= rate * width;
  }
  return null;
}

/** A time at which the body shows that something is wrong: before and after a true onset, or (a false alarm) for nothing. */
export interface Episode {
  readonly startHours: number;
  readonly peakHours: number;
  /** From the peak on it stays this long, then fades with a time constant of 12 h. */
  readonly holdHours: number;
  /** 1 = as strong as usual. */
  readonly strength: number;
}

/**
 * Seven in ten deteriorations announce themselves 3–10 h ahead, the others not at all; one in seven of the patients who stay stable shows
 * the same signs, weaker, for another reason (infection, pain, agitation).
 */
export function drawEpisodes(rng: Rng, onsetHours: number | null): Episode[] {
  const episodes: Episode[] = [];
  if (onsetHours !== null) {
    const lead = rng.chance(0.7) ? rng.between(3, 10) : 0;
    const startHours = Math.max(0, onsetHours - lead);
    const strength = rng.between(0.5, 1.3);
    episodes.push({ startHours, peakHours: onsetHours + 1, holdHours: 6, strength });
  } else if (rng.chance(0.15)) {
    const startHours = rng.between(4, 120);
    const strength = rng.between(0.3, 0.9);
    episodes.push({
      startHours,
      peakHours: startHours + rng.between(3, 8),
      holdHours: 4,
      strength,
    });
  }
  return episodes;
}

/** How strongly the signs show at `hours`: 0 = not at all. */
export function signsAt(episodes: readonly Episode[], hours: number): number {
  let sum = 0;
  for (const e of episodes) {
    if (hours <= e.startHours) continue;
    if (hours < e.peakHours) {
      sum += (e.strength * (hours - e.startHours)) / (e.peakHours - e.startHours);
    } else {
      const fading = Math.max(0, hours - e.peakHours - e.holdHours);
      sum += e.strength * Math.exp(-fading / 12);
    }
  }
  return sum;
}
