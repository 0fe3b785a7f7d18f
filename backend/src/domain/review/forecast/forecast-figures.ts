import type { ForecastFigures } from '@endwatch/contracts';
import {
  aucEstimate,
  calibrationRegression,
  confusionAt,
  forecastScores,
  observedToExpected,
} from '@endwatch/statistics';
import { estimateOf, shareOf } from '../figures.ts';
import type { JudgedForecast } from './judge-forecasts.ts';

export interface Columns {
  readonly y: number[];
  readonly p: number[];
}

export function columnsOf(judged: readonly JudgedForecast[]): Columns {
  return { y: judged.map(({ y }) => y), p: judged.map(({ score }) => score.next24h) };
}

/**
 * How good forecasts were.
 * @param on operating point: whoever's risk reaches it is looked at
 */
export function figuresOf(judged: readonly JudgedForecast[], on: number): ForecastFigures {
  const { y, p } = columnsOf(judged);
  const patients = new Set(judged.map(({ stay }) => `${stay.patientId}/${stay.encounterId}`)).size;
  const { auc, ci95, positives } = aucEstimate(y, p);
  const { tp, fp, tn, fn } = confusionAt(y, p, on);
  const calibration = observedToExpected(y, p);
  // DeLong's interval means nothing where a patient comes several times.
  const independent = patients === judged.length;
  return {
    ...{ forecasts: judged.length, patients, ends: positives },
    auc: estimateOf(auc, independent ? ci95 : null),
    brier: judged.length === 0 ? null : forecastScores(y, p).brier,
    expected: calibration.expected,
    observedToExpected: estimateOf(calibration.ratio, calibration.ci95),
    calibrationSlope: slopeOf(y, p),
    sensitivity: shareOf(tp, tp + fn),
    specificity: shareOf(tn, tn + fp),
    ppv: shareOf(tp, tp + fp),
  };
}

/** Risks that are all alike have no slope, nor have those of one outcome only. */
function slopeOf(y: readonly number[], p: readonly number[]): number | null {
  if (new Set(y).size < 2 || new Set(p).size < 2) return null;
  return calibrationRegression(y, p).slope?.estimate ?? null;
}
