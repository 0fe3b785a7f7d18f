import type { Artefact } from '@endwatch/ml-model';
import { packedChecksum } from '@endwatch/ml-model';
import type { RecalibrationMethod } from './recalibrate.ts';
import { RECALIBRATION_METHODS, refitted } from './recalibrate.ts';
import type { IntervalRecord } from './recalibrate-intervals.ts';
import { recalibratedByInterval } from './recalibrate-intervals.ts';
import { scoreStays } from './score-stays.ts';
import type { Stay } from './stay-rows.ts';
import { withThresholds } from './train-model.ts';

/** One calibration for all hazards, or `interval`: a line for each. */
export const SITE_METHODS = [...RECALIBRATION_METHODS, 'interval'] as const;
export type SiteMethod = (typeof SITE_METHODS)[number];

export interface RecalibrationRequest {
  readonly method: SiteMethod;
  /** Name of the new artefact. */
  readonly version: string;
  /** Where the patients come from and how it was called; kept with the artefact. */
  readonly record: Readonly<Record<string, unknown>>;
}

interface Refitted {
  readonly artefact: Artefact;
  readonly intervals?: readonly IntervalRecord[];
}

function recalibratedAsOne(
  parent: Artefact,
  stays: readonly Stay[],
  method: RecalibrationMethod,
): Refitted {
  const config = refitted(parent.config, scoreStays(parent, stays, true), method);
  return { artefact: { ...parent, config } };
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
  const { artefact, intervals }: Refitted =
    method === 'interval'
      ? recalibratedByInterval(parent, stays)
      : recalibratedAsOne(parent, stays, method);
  const config = { ...artefact.config, version };
  const provenance = {
    parent: { version: parent.config.version, checksum: packedChecksum(parent) },
    recalibration: {
      method,
      stays: stays.length,
      ends: stays.filter(({ followUp }) => followUp.event).length,
      before: { hazard: hazard.calibration, admission: admission?.calibration ?? null, thresholds },
      ...(intervals && { intervals }),
      ...record,
    },
    parentProvenance: parent.provenance,
  };
  return withThresholds({ ...artefact, config, provenance }, stays, true);
}
