import type { EpochMs } from '../time.ts';
import { HOUR } from '../time.ts';
import type { Comparison } from './compare-examinations.ts';
import type { EndDefinition } from './end-definition.ts';
import { hasMotorRule } from './end-variants.ts';

/** One sentence for a nurse on what the rule says and why. */
export function reasonOf(comparison: Comparison, admittedAt: EpochMs): string {
  const { rule, verdict, examination, definition } = comparison;
  if (rule === null) return noRise(comparison);
  const hours = Math.round((examination.at - admittedAt) / HOUR);
  const when = hours > 0 ? `, examined ${String(hours)} h after admission` : '';
  const rise = `${riseOf(comparison)} ${sinceOf(definition)}${when}`;
  return verdict === 'confirmed' ? `${rise}.` : `${rise}, ${doubtOf(comparison)}: please repeat.`;
}

function riseOf({ rule, change, reference, examination }: Comparison): string {
  const [name, before, after, part] =
    rule === 'motor'
      ? (['Arm and leg score', reference.motor, examination.motor, change.motor] as const)
      : (['NIHSS', reference.total, examination.total, change.total] as const);
  const points = `+${String(part?.points ?? 0)}`;
  // With items left out on one side the two sums would not explain the rise.
  if (before === null || after === null || part?.partial !== false) return `${name} ${points}`;
  return `${name} ${String(before)} to ${String(after)} (${points})`;
}

function doubtOf({ rule, change }: Comparison): string {
  const part = rule === 'motor' ? change.motor : change.total;
  return part?.partial === true
    ? 'counted only over items examined both times'
    : 'by another examiner and only just enough';
}

function sinceOf(definition: EndDefinition): string {
  return definition.baseline === 'admission'
    ? 'since the admission examination'
    : 'since the lowest score';
}

function noRise({ change, definition }: Comparison): string {
  const since = sinceOf(definition);
  if (!hasMotorRule(definition)) {
    return `NIHSS has not risen by ${String(definition.total)} ${since}.`;
  }
  if (change.motor === null) {
    return `NIHSS has not risen by ${String(definition.total)} ${since}; arms and legs cannot be compared.`;
  }
  return `NIHSS has not risen by ${String(definition.total)} nor the arm and leg score by ${String(definition.motor)} ${since}.`;
}
