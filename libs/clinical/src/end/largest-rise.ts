import type { ScoreChange } from '../nihss/nihss-change.ts';
import type { EpochMs } from '../time.ts';
import { HOUR } from '../time.ts';
import type { Comparison } from './compare-examinations.ts';
import { admissionAssessment, compareAll, isUsable, type DetectEndInput } from './detect-end.ts';
import type { EndDefinition } from './end-definition.ts';
import { reasonOf } from './end-reason.ts';
import { BY_PAPER, hasMotorRule } from './end-variants.ts';

/** How far a stay has got worse, in steps of what the definition calls a rise. */
export interface EndRise {
  /** Effective time of the examination that brought the last step. */
  readonly at: EpochMs;
  readonly total: number;
  readonly motor: number;
  /** One sentence, for a nurse. */
  readonly reason: string;
}

/** Of all examinations that confirm END, not only the first; null where none does. A rise that is only suspected is no step. */
export function largestRise(input: DetectEndInput): EndRise | null {
  const { admittedAt, asOf, definitionAt = BY_PAPER } = input;
  const seen = input.assessments.filter((one) => one.at <= asOf && isUsable(one));
  const admission = admissionAssessment(seen, admittedAt);
  if (admission === null) return null;
  const later = seen.filter(
    ({ at, knownAt }) =>
      at > admission.at && at <= admittedAt + definitionAt(knownAt).windowHours * HOUR,
  );
  let rise: EndRise | null = null;
  for (const comparison of compareAll(admission, later, definitionAt)) {
    if (comparison.verdict === 'confirmed') rise = further(rise, comparison, admittedAt);
  }
  return rise;
}

function further(rise: EndRise | null, comparison: Comparison, admittedAt: EpochMs): EndRise {
  const { change, definition, examination } = comparison;
  const total = Math.max(rise?.total ?? 0, steps(change.total, definition.total));
  const motor = Math.max(rise?.motor ?? 0, motorSteps(change.motor, definition));
  if (rise !== null && total === rise.total && motor === rise.motor) return rise;
  return { at: examination.at, total, motor, reason: reasonOf(comparison, admittedAt) };
}

function motorSteps(change: ScoreChange | null, definition: EndDefinition): number {
  return hasMotorRule(definition) ? steps(change, definition.motor) : 0;
}

function steps(change: ScoreChange | null, threshold: number): number {
  return change === null || change.partial ? 0 : Math.max(0, Math.floor(change.points / threshold));
}
