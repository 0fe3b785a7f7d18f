import type { FeatureVector } from '@endwatch/clinical';
import { FEATURE_NAMES } from '@endwatch/clinical';
import { at } from '@endwatch/statistics';

/** What a ward sees as one finding, and what the network reads of it. */
export interface Player {
  /** A quantity, `nihss`, a fact of the history, or `report`. */
  readonly name: string;
  /** Positions among the features, the one whose value speaks for the finding first; empty for a report without a count. */
  readonly features: readonly number[];
}

export const REPORT = 'report';
const SUMMARY = /-(?:mean|lowest|highest|slope)-24h$/;
/** It comes after the NIHSS at admission among the features. */
const NEWEST_NIHSS = 'nihss-total';
/** The hour is not a finding: every coalition knows it. */
const ALWAYS_KNOWN = 'hours-since-admission';

/** The finding a feature tells of; null for the hour. */
export function playerOf(feature: string): string | null {
  if (feature === ALWAYS_KNOWN) return null;
  if (feature === 'report-count') return REPORT;
  if (feature.startsWith('nihss-')) return 'nihss';
  return feature.replace(SUMMARY, '');
}

/**
 * Findings that are there, in the order of the features: a heart rate with its mean, highest and slope is one. So are the NIHSS at admission, the newest and how far apart they are:
 * told apart, near copies of one score are given shares that cancel out, which nobody at a bedside can use. The report comes where it was read.
 */
export function playersOf(
  names: readonly string[],
  about: { readonly missing: Uint8Array; readonly hasReport: boolean },
): readonly Player[] {
  const found = new Map<string, number[]>();
  names.forEach((name, i) => {
    const player = playerOf(name);
    if (player === null || about.missing[i] === 1) return;
    if (player === REPORT && !about.hasReport) return;
    const others = found.get(player) ?? [];
    found.set(player, name === NEWEST_NIHSS ? [i, ...others] : [...others, i]);
  });
  if (about.hasReport && !found.has(REPORT)) found.set(REPORT, []);
  return Array.from(found, ([name, features]) => ({ name, features }));
}

/** The same moment with some features unknown: missing, but for the reports, where none is a count of 0, which is known: so a network learns it. */
export function withheld(features: FeatureVector, positions: Iterable<number>): FeatureVector {
  const values = Float32Array.from(features.values);
  const missing = Uint8Array.from(features.missing);
  const ageHours = Float32Array.from(features.ageHours);
  for (const i of positions) {
    values[i] = 0;
    missing[i] = playerOf(at(FEATURE_NAMES, i)) === REPORT ? 0 : 1;
    ageHours[i] = NaN;
  }
  return { ...features, values, missing, ageHours };
}
