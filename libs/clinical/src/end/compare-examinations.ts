import type { NihssAssessment } from '../nihss/nihss-assessment.ts';
import type { NihssChange, ScoreChange } from '../nihss/nihss-change.ts';
import { nihssChange } from '../nihss/nihss-change.ts';
import type { EndDefinition, EndRule } from './end-definition.ts';

/** What the rule says of one examination against one other. */
export interface Comparison {
  readonly reference: NihssAssessment;
  readonly examination: NihssAssessment;
  readonly change: NihssChange;
  /** By which the two were compared. */
  readonly definition: EndDefinition;
  readonly verdict: 'none' | 'suspected' | 'confirmed';
  /** Which rule was met; the total where both were equally. */
  readonly rule: EndRule | null;
}

/**
 * Confirmed needs a rise over the same items both times, and either more than the threshold or no known change of rater: a third of paired
 * scores by two raters differ by 2 or more (Comer et al. 2023, doi:10.3389/fneur.2022.1093392).
 */
export function compareExaminations(
  reference: NihssAssessment,
  examination: NihssAssessment,
  definition: EndDefinition,
): Comparison {
  const change = nihssChange(reference, examination);
  const otherRater =
    reference.rater !== null && examination.rater !== null && reference.rater !== examination.rater;
  const total = verdictOf(change.total, definition.total, otherRater);
  const motor = verdictOf(change.motor, definition.motor, otherRater);
  const rule = STRENGTH[motor] > STRENGTH[total] ? 'motor' : 'total';
  const verdict = rule === 'motor' ? motor : total;
  return {
    reference,
    examination,
    change,
    definition,
    verdict,
    rule: verdict === 'none' ? null : rule,
  };
}

const STRENGTH = { none: 0, suspected: 1, confirmed: 2 } as const;

/** Stronger verdict first, then the greater rise. */
export function isBetterEvidence(a: Comparison, b: Comparison): boolean {
  if (a.verdict !== b.verdict) return STRENGTH[a.verdict] > STRENGTH[b.verdict];
  const points = (one: Comparison): number =>
    (one.rule === 'motor' ? one.change.motor : one.change.total)?.points ?? -Infinity;
  return points(a) > points(b);
}

function verdictOf(
  change: ScoreChange | null,
  threshold: number,
  otherRater: boolean,
): Comparison['verdict'] {
  if (change === null || change.points < threshold) return 'none';
  return change.partial || (otherRater && change.points === threshold) ? 'suspected' : 'confirmed';
}
