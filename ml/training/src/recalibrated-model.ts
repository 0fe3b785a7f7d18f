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

/**
 * Patients with END that each needs, the more, the freer it is to follow chance: one number, two, any curve. A line for each interval from fewer says more
 * about these patients than about the next ones (Collins 2016: 100 events to judge a model by).
 */
export const LEAST_ENDS: Readonly<Record<SiteMethod, number>> = {
  ...{ intercept: 10, slope: 20, isotonic: 100, interval: 100 },
};

function refuseFew(stays: readonly Stay[], method: SiteMethod): void {
  const ends = stays.filter(({ followUp }) => followUp.event).length;
  const least = LEAST_ENDS[method];
  if (ends >= least) return;
  const others = SITE_METHODS.filter((one) => ends >= LEAST_ENDS[one]);
  const instead = others.length === 0 ? '' : `: take --method ${others.join(', or ')}`;
  throw new Error(
    `--method ${method} needs at least ${String(least)} patients with END, these ${String(stays.length)} have ${String(ends)}${instead}`,
  );
}

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
 * learned from does not change, so `trainedOn` stays what it was. Deterministic; the engine must have been started. Throws for fewer END than `LEAST_ENDS`.
 */
export function recalibrated(
  parent: Artefact,
  stays: readonly Stay[],
  { method, version, record }: RecalibrationRequest,
): Artefact {
  refuseFew(stays, method);
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
  const model = { ...artefact, config, provenance };
  return withThresholds(model, scoreStays(model, stays, true));
}
