import type { Artefact, InputKind, LogitCalibration, MissingLine } from '@endwatch/ml-model';
import { KINDS_WITH_LINES } from '@endwatch/ml-model';
import { calibrationOf } from './calibrate.ts';
import { withoutInputs } from './input-kinds.ts';
import { admissionCells } from './judge.ts';
import { scoreStays } from './score-stays.ts';
import { SNAPSHOT_HOURS } from './settings.ts';
import type { Stay } from './stay-rows.ts';

/** Every choice of kinds but none. */
const CHOICES: readonly (readonly InputKind[])[] = KINDS_WITH_LINES.reduce<InputKind[][]>(
  (choices, kind) => [...choices, ...choices.map((choice) => [...choice, kind])],
  [[]],
).slice(1);

/**
 * For each choice of kinds of input that may be missing, a line for the admission model, from the same patients with these withheld. A network that has learnt to do without them ranks
 * patients well, but is too careful about those of whom it knows little. `artefact` is calibrated for everybody, without such lines.
 */
export function missingLines(artefact: Artefact, stays: readonly Stay[]): MissingLine[] {
  const calibration = artefact.config.admission?.calibration;
  if (!calibration) return [];
  const early = stays.map(({ snapshots, ...stay }) => ({
    ...stay,
    snapshots: snapshots.filter(({ hour }) => SNAPSHOT_HOURS.includes(hour)),
  }));
  return CHOICES.flatMap((without) => {
    const fewer = early.map(({ snapshots, ...stay }) => ({
      ...stay,
      snapshots: snapshots.map((snapshot) => withoutInputs(snapshot, without)),
    }));
    const line = calibrationOf(admissionCells(scoreStays(artefact, fewer, true)));
    return line ? [{ without, ...beneath(calibration, line) }] : [];
  });
}

/** The line on the network's own logit that has the effect of `line` on the calibrated one. */
function beneath({ intercept, slope }: LogitCalibration, line: LogitCalibration): LogitCalibration {
  return {
    intercept: (line.intercept + (line.slope - 1) * intercept) / slope,
    slope: line.slope,
  };
}
