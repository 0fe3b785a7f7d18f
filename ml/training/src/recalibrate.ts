import type { Artefact, ArtefactConfig, LogitCalibration, NetworkConfig } from '@endwatch/ml-model';
import { packedChecksum } from '@endwatch/ml-model';
import type { JudgedCell } from './calibrate.ts';
import { fitCalibration, fitCurve, fitIntercept } from './calibrate.ts';
import { admissionCells, hazardJudgements } from './judge.ts';
import type { ScoredStays } from './score-stays.ts';
import { scoreStays } from './score-stays.ts';
import type { Stay } from './stay-rows.ts';
import { withThresholds } from './train-model.ts';

/** Intercept: for another base rate. Slope: intercept and slope. Isotonic: any increasing curve; needs many patients. */
export const RECALIBRATION_METHODS = ['intercept', 'slope', 'isotonic'] as const;
export type RecalibrationMethod = (typeof RECALIBRATION_METHODS)[number];

export interface RecalibrationRequest {
  readonly method: RecalibrationMethod;
  /** Name of the new artefact. */
  readonly version: string;
  /** Where the patients come from and how it was called; kept with the artefact. */
  readonly record: Readonly<Record<string, unknown>>;
}

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

function refuseCurves(networks: readonly (NetworkConfig | null)[]): void {
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

/**
 * The same networks fitted to the risks of other patients: new calibrations, and thresholds for the same burden of alerts. What the model
 * learned from does not change, so `trainedOn` stays what it was. Deterministic; the engine must have been started.
 */
export function recalibrated(
  parent: Artefact,
  stays: readonly Stay[],
  { method, version, record }: RecalibrationRequest,
): Artefact {
  const { hazard, admission, thresholds } = parent.config;
  const config = { ...refitted(parent.config, scoreStays(parent, stays, true), method), version };
  const provenance = {
    parent: { version: parent.config.version, checksum: packedChecksum(parent) },
    recalibration: {
      method,
      stays: stays.length,
      ends: stays.filter(({ followUp }) => followUp.event).length,
      before: { hazard: hazard.calibration, admission: admission?.calibration ?? null, thresholds },
      ...record,
    },
    parentProvenance: parent.provenance,
  };
  return withThresholds({ ...parent, config, provenance }, stays, true);
}
