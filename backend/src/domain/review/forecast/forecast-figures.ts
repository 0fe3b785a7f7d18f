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

/** Every stay is a patient of its own. */
export function patientsAmong(judged: readonly JudgedForecast[]): number {
  return new Set(judged.map(({ stay }) => `${stay.patientId}/${stay.encounterId}`)).size;
}

/**
 * How good forecasts were. Where a patient comes several times no figure has an interval: it would be too narrow.
 * @param on operating point: whoever's risk reaches it is looked at
 */
export function figuresOf(judged: readonly JudgedForecast[], on: number): ForecastFigures {
  const { y, p } = columnsOf(judged);
  const patients = patientsAmong(judged);
  const once = patients === judged.length;
  const { auc, ci95, positives } = aucEstimate(y, p);
  const { tp, fp, tn, fn } = confusionAt(y, p, on);
  const calibration = observedToExpected(y, p);
  return {
    ...{ forecasts: judged.length, patients, ends: positives },
    auc: estimateOf(auc, once ? ci95 : null),
    brier: judged.length === 0 ? null : forecastScores(y, p).brier,
    expected: calibration.expected,
    observedToExpected: estimateOf(calibration.ratio, once ? calibration.ci95 : null),
    calibrationSlope: slopeOf(y, p),
    sensitivity: shareOf(tp, tp + fn, once),
    specificity: shareOf(tn, tn + fp, once),
    ppv: shareOf(tp, tp + fp, once),
  };
}

/** Risks that are all alike have no slope, nor have those of one outcome only. */
function slopeOf(y: readonly number[], p: readonly number[]): number | null {
  if (new Set(y).size < 2 || new Set(p).size < 2) return null;
  return calibrationRegression(y, p).slope?.estimate ?? null;
}
