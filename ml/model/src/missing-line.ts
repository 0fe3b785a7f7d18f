import type { LogitCalibration, RowCalibration } from './calibration.ts';
import type { InputKind } from './input-kinds.ts';
import { lacks } from './input-kinds.ts';
import { linesAt, type LeadLines } from './lead-line.ts';
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
  /** Beneath both. Absent in artefacts from before they were fitted. */
  readonly leadLines?: LeadLines;
  /** Beneath the calibration of everybody. Absent in artefacts from before they were fitted. */
  readonly missingLines?: readonly MissingLine[];
}

/** The kinds of `KINDS_WITH_LINES` that nothing is known of. */
export function missingKinds(input: ScoreInput): readonly InputKind[] {
  return KINDS_WITH_LINES.filter((kind) => lacks(input, kind));
}

/**
 * What makes a logit of the network into that of a patient at this hour who lacks these kinds of input: the line of its interval and lead, then theirs, where there is one, then the
 * calibration of everybody.
 */
export function calibrationFor(
  { calibration, leadLines, missingLines = [] }: Calibrated,
  { missing, hours }: { readonly missing: readonly InputKind[]; readonly hours: number },
): RowCalibration {
  const line = missingLines.find(
    ({ without }) =>
      without.length === missing.length && without.every((kind) => missing.includes(kind)),
  );
  const lines = leadLines && { lines: linesAt(leadLines, hours) };
  if (!line) return lines ? { ...calibration, ...lines } : calibration;
  const { intercept, slope, ...rest } = calibration;
  return {
    ...{ ...rest, ...lines },
    intercept: intercept + slope * line.intercept,
    slope: slope * line.slope,
  };
}
