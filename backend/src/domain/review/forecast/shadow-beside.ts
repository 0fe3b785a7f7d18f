import { bandOf, type BandThresholds } from '@endwatch/clinical';
import type { ShadowBeside } from '@endwatch/contracts';
import { aucEstimate, compareAucPaired, forecastScores, mean, ratio } from '@endwatch/statistics';
import { estimateOf } from '../figures.ts';
import { LANDMARKS, type JudgedForecast } from './judge-forecasts.ts';

/** What the model in the shadow said of the same inputs, by score id. */
export interface ShadowForecasts {
  readonly version: string;
  readonly next24h: ReadonlyMap<string, number>;
}

interface Pair {
  readonly hour: number;
  readonly patient: string;
  readonly inService: number;
  readonly shadow: number;
  readonly y: 0 | 1;
}

/** Both judged on the same forecasts: those that were known at the landmarks. Bands are those of the model in service. */
export function shadowBeside(
  judged: readonly JudgedForecast[],
  shadow: ShadowForecasts,
  about: { readonly inService: string; readonly thresholds: BandThresholds },
): ShadowBeside {
  const pairs = judged.flatMap(({ stay, hour, score, y }): readonly Pair[] => {
    const other = shadow.next24h.get(score.id);
    if (other === undefined) return [];
    const patient = `${stay.patientId}/${stay.encounterId}`;
    return [{ hour, patient, inService: score.next24h, shadow: other, y }];
  });
  const band = (risk: number): string => bandOf(risk, about.thresholds);
  const others = pairs.filter((one) => band(one.inService) !== band(one.shadow));
  const difference = mean(pairs.map((one) => one.shadow - one.inService));
  return {
    ...{ inService: about.inService, shadow: shadow.version, pairs: pairs.length },
    patients: new Set(pairs.map(({ patient }) => patient)).size,
    meanDifference: pairs.length === 0 ? null : difference,
    otherBand: ratio(others.length, pairs.length),
    hours: LANDMARKS.map((hour) => hourOf(hour, pairs)),
  };
}

function hourOf(hour: number, all: readonly Pair[]): ShadowBeside['hours'][number] {
  const pairs = all.filter((one) => one.hour === hour);
  const y = pairs.map((one) => one.y);
  const inService = pairs.map((one) => one.inService);
  const shadow = pairs.map((one) => one.shadow);
  const ends = y.filter((one) => one === 1).length;
  // DeLong needs two of each.
  const compared = Math.min(ends, y.length - ends) >= 2;
  const comparison = compared ? compareAucPaired(y, shadow, inService) : null;
  return {
    ...{ hour, patients: pairs.length, ends },
    aucInService: aucEstimate(y, inService).auc,
    aucShadow: aucEstimate(y, shadow).auc,
    difference: {
      ...estimateOf(comparison?.difference ?? null, comparison?.ci95 ?? null),
      p: comparison?.p ?? null,
    },
    brierInService: y.length === 0 ? null : forecastScores(y, inService).brier,
    brierShadow: y.length === 0 ? null : forecastScores(y, shadow).brier,
  };
}
