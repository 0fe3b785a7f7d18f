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

/** The kinds of `KINDS_WITH_LINES` that nothing is known of. */
export function missingKinds(input: ScoreInput): readonly InputKind[] {
  return KINDS_WITH_LINES.filter((kind) => lacks(input, kind));
}

/** The line of a patient; null where nothing is missing, and where there is none for it. */
export function lineOf(lines: readonly MissingLine[], input: ScoreInput): MissingLine | null {
  if (lines.length === 0) return null;
  const missing = missingKinds(input);
  const isFor = ({ without }: MissingLine): boolean =>
    without.length === missing.length && without.every((kind) => missing.includes(kind));
  return missing.length === 0 ? null : (lines.find(isFor) ?? null);
}
