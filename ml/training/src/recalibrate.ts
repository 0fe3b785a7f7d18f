import type { ArtefactConfig, LogitCalibration, NetworkConfig } from '@endwatch/ml-model';
import type { JudgedCell } from './calibrate.ts';
import { fitCalibration, fitCurve, fitIntercept } from './calibrate.ts';
import { admissionCells, hazardJudgements } from './judge.ts';
import type { ScoredStays } from './score-stays.ts';

/** One calibration for all intervals. Intercept: for another base rate. Slope: intercept and slope. Isotonic: any increasing curve; needs many patients. */
export const RECALIBRATION_METHODS = ['intercept', 'slope', 'isotonic'] as const;
export type RecalibrationMethod = (typeof RECALIBRATION_METHODS)[number];

/** The new calibration on top of the old: logits in `cells` have been through the old one. */
function onTop(
  old: LogitCalibration,
  cells: readonly JudgedCell[],
  method: RecalibrationMethod,
): LogitCalibration {
  if (method === 'isotonic') return { ...old, curve: fitCurve(cells) };
  const { intercept, slope } = method === 'slope' ? fitCalibration(cells) : fitIntercept(cells);
  return { intercept: intercept + slope * old.intercept, slope: slope * old.slope };
}

/** A curve cannot be put on top of a curve. */
export function refuseCurves(networks: readonly (NetworkConfig | null)[]): void {
  if (networks.some((network) => network?.calibration.curve !== undefined)) {
    throw new Error('the artefact has a curve already: recalibrate its parent instead');
  }
}

/** The networks with new calibrations; thresholds are left as they are. `scored`: other patients, by this very artefact. */
export function refitted(
  parent: ArtefactConfig,
  scored: ScoredStays,
  method: RecalibrationMethod,
): ArtefactConfig {
  const { hazard, admission } = parent;
  refuseCurves([hazard, admission]);
  return {
    ...parent,
    hazard: { ...hazard, calibration: onTop(hazard.calibration, hazardJudgements(scored), method) },
    admission: admission && {
      ...admission,
      calibration: onTop(admission.calibration, admissionCells(scored), method),
    },
  };
}
