import { HOUR, bandOf, type BandThresholds, type EpochMs } from '@endwatch/clinical';
import { aucEstimate, compareAucPaired, forecastScores } from '@endwatch/statistics';

/** Two models' risks of the next 24 h from the same inputs. */
export interface ScorePair {
  readonly patientId: string;
  readonly asOf: EpochMs;
  readonly hoursSinceAdmission: number;
  readonly inService: number;
  readonly shadow: number;
}

/** What is known of a patient afterwards. */
export interface Outcome {
  /** First confirmed END as charted; null for none. */
  readonly endAt: EpochMs | null;
  /** Until when somebody looked. */
  readonly seenUntil: EpochMs;
}

export interface Bands {
  readonly inService: BandThresholds;
  readonly shadow: BandThresholds;
}

/** Which model told better who deteriorates, at one hour of the stay: one score for each patient. */
export interface AtHour {
  readonly hour: number;
  readonly patients: number;
  readonly ends: number;
  readonly aucInService: number | null;
  readonly aucShadow: number | null;
  /** Shadow minus in service, DeLong for pairs; null where it cannot be told. */
  readonly difference: {
    readonly value: number;
    readonly ci95: readonly [number, number];
    readonly p: number | null;
  } | null;
  readonly brierInService: number | null;
  readonly brierShadow: number | null;
}

export interface ModelComparison {
  readonly pairs: number;
  readonly patients: number;
  readonly meanDifference: number | null;
  /** Share of pairs that one model puts into another band than the other does. */
  readonly otherBand: number | null;
  readonly highInService: number;
  readonly highShadow: number;
  readonly atHours: readonly AtHour[];
}

/** Hours of the stay at which the models are judged. */
export const COMPARED_HOURS: readonly number[] = [6, 12, 24, 48, 72];
const AHEAD = 24 * HOUR;
/** A score is of an hour when it is not more than this after it. */
const SLACK_HOURS = 1;
const FEWEST = 2;

/** @param outcomeOf null for a patient of whom nothing can be said */
export function compareModels(
  pairs: readonly ScorePair[],
  outcomeOf: (patientId: string) => Outcome | null,
  bands: Bands,
): ModelComparison {
  const high = (risk: number, { high: from }: BandThresholds): boolean => risk >= from;
  const differs = (one: ScorePair): boolean =>
    bandOf(one.inService, bands.inService) !== bandOf(one.shadow, bands.shadow);
  const n = pairs.length;
  const total = pairs.reduce((sum, one) => sum + one.shadow - one.inService, 0);
  return {
    pairs: n,
    patients: new Set(pairs.map(({ patientId }) => patientId)).size,
    meanDifference: n === 0 ? null : total / n,
    otherBand: n === 0 ? null : pairs.filter(differs).length / n,
    highInService: pairs.filter((one) => high(one.inService, bands.inService)).length,
    highShadow: pairs.filter((one) => high(one.shadow, bands.shadow)).length,
    atHours: COMPARED_HOURS.map((hour) => atHour(hour, pairs, outcomeOf)),
  };
}

function atHour(
  hour: number,
  pairs: readonly ScorePair[],
  outcomeOf: (patientId: string) => Outcome | null,
): AtHour {
  const judged = [...firstOf(hour, pairs).values()].flatMap((pair) => {
    const y = happened(pair, outcomeOf(pair.patientId));
    return y === null ? [] : [{ ...pair, y }];
  });
  const y = judged.map((one) => one.y);
  const inService = judged.map((one) => one.inService);
  const shadow = judged.map((one) => one.shadow);
  const ends = y.filter((one) => one === 1).length;
  const comparable = ends >= FEWEST && y.length - ends >= FEWEST;
  const comparison = comparable ? compareAucPaired(y, shadow, inService) : null;
  return {
    ...{ hour, patients: judged.length, ends },
    aucInService: aucEstimate(y, inService).auc,
    aucShadow: aucEstimate(y, shadow).auc,
    difference: comparison && {
      value: comparison.difference,
      ci95: [comparison.ci95[0], comparison.ci95[1]],
      p: comparison.p,
    },
    brierInService: y.length === 0 ? null : forecastScores(y, inService).brier,
    brierShadow: y.length === 0 ? null : forecastScores(y, shadow).brier,
  };
}

/** The first pair of each patient from that hour on. */
function firstOf(hour: number, pairs: readonly ScorePair[]): ReadonlyMap<string, ScorePair> {
  const first = new Map<string, ScorePair>();
  for (const pair of pairs) {
    const { hoursSinceAdmission: at, patientId } = pair;
    if (at < hour || at > hour + SLACK_HOURS) continue;
    const known = first.get(patientId);
    if (!known || at < known.hoursSinceAdmission) first.set(patientId, pair);
  }
  return first;
}

/** 1 = END within the next 24 h, 0 = seen to have none; null where nobody looked that long. */
function happened({ asOf }: ScorePair, outcome: Outcome | null): 0 | 1 | null {
  if (outcome === null) return null;
  if (outcome.endAt !== null && outcome.endAt > asOf && outcome.endAt <= asOf + AHEAD) return 1;
  const seen = Math.max(outcome.seenUntil, outcome.endAt ?? -Infinity);
  return seen >= asOf + AHEAD ? 0 : null;
}

/** In lines for a terminal. */
export function comparisonText(comparison: ModelComparison): string {
  const { pairs, patients, meanDifference, otherBand, highInService, highShadow } = comparison;
  const number = (value: number | null, digits = 3): string =>
    value === null ? '–' : value.toFixed(digits);
  const rows = comparison.atHours.map((one) => {
    const { difference } = one;
    const told = difference
      ? `${number(difference.value)} (${number(difference.ci95[0])} to ${number(difference.ci95[1])}), p ${number(difference.p)}`
      : 'cannot be told yet';
    return `${String(one.hour).padStart(3)} h  ${String(one.patients).padStart(5)} patients, ${String(one.ends)} END   AUC ${number(one.aucInService)} | ${number(one.aucShadow)}   Brier ${number(one.brierInService, 4)} | ${number(one.brierShadow, 4)}   AUC difference ${told}`;
  });
  return [
    `${String(pairs)} pairs of scores of ${String(patients)} patients`,
    `risk of the shadow minus that in service, mean: ${number(meanDifference)}`,
    `in another band: ${otherBand === null ? '–' : `${(100 * otherBand).toFixed(1)} %`}; high: ${String(highInService)} in service, ${String(highShadow)} in the shadow`,
    'END within 24 h, in service | in the shadow, one score of each patient:',
    ...rows,
    '',
  ].join('\n');
}
