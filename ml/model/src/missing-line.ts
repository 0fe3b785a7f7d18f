import type { LogitCalibration } from './calibration.ts';
import type { InputKind } from './input-kinds.ts';
import { lacks } from './input-kinds.ts';
import type { ScoreInput } from './risk-model.ts';

/** Kinds of input whose absence has a line of its own; vital signs are hardly ever missing as a whole. */
export const KINDS_WITH_LINES = [
  'reports',
  'laboratory',
  'nihss',
  'history',
] as const satisfies readonly InputKind[];

/** Calibration of the patients who lack just these kinds of input, on the network's own logit: less is known of them, so their risks lie closer together or further apart. */
export interface MissingLine extends LogitCalibration {
  readonly without: readonly InputKind[];
}

interface Calibrated {
  readonly calibration: LogitCalibration;
  /** Beneath the calibration of everybody. Absent in artefacts from before they were fitted. */
  readonly missingLines?: readonly MissingLine[];
}

/** The kinds of `KINDS_WITH_LINES` that nothing is known of. */
export function missingKinds(input: ScoreInput): readonly InputKind[] {
  return KINDS_WITH_LINES.filter((kind) => lacks(input, kind));
}

/** What makes a logit of the network into that of a patient who lacks these kinds of input: their line, where there is one, then the calibration of everybody. */
export function calibrationFor(
  { calibration, missingLines = [] }: Calibrated,
  missing: readonly InputKind[],
): LogitCalibration {
  const line = missingLines.find(
    ({ without }) =>
      without.length === missing.length && without.every((kind) => missing.includes(kind)),
  );
  if (!line) return calibration;
  const { intercept, slope, ...rest } = calibration;
  return {
    ...rest,
    intercept: intercept + slope * line.intercept,
    slope: slope * line.slope,
  };
}
