import type { NihssAssessment } from '../nihss/nihss-assessment.ts';
import { nihssMotor } from '../nihss/nihss-total.ts';
import type { EpochMs } from '../time.ts';
import { HOUR } from '../time.ts';
import type { Comparison } from './compare-examinations.ts';
import { compareExaminations, isBetterEvidence } from './compare-examinations.ts';
import type { DefinitionAt, EndFinding } from './end-definition.ts';
import { BY_PAPER, END_PAPER } from './end-variants.ts';
import { reasonOf } from './end-reason.ts';

/** The admission examination is the earliest one from 6 h before admission to 24 h after it, both ends included. */
export const ADMISSION_EXAMINATION_HOURS = { before: 6, after: 24 } as const;

export interface DetectEndInput {
  /** Ordered by effective time; corrected and retracted versions already gone. */
  readonly assessments: readonly NihssAssessment[];
  readonly admittedAt: EpochMs;
  /** By the paper's where not given. */
  readonly definitionAt?: DefinitionAt;
  /** Examinations after this moment are not looked at. */
  readonly asOf: EpochMs;
}

/** Earliest usable examination around admission, or null. */
export function admissionAssessment(
  assessments: readonly NihssAssessment[],
  admittedAt: EpochMs,
): NihssAssessment | null {
  const from = admittedAt - ADMISSION_EXAMINATION_HOURS.before * HOUR;
  const to = admittedAt + ADMISSION_EXAMINATION_HOURS.after * HOUR;
  return assessments.find((one) => one.at >= from && one.at <= to && isUsable(one)) ?? null;
}

/**
 * Applies the rule to one stay. The first confirmed END holds, even after an earlier suspected one; without any, the first suspected. Suspected
 * means: met only on items testable at both examinations, or by exactly the threshold with another rater. Not evaluable: no admission
 * examination, or nothing comparable after it within the window. Each examination is judged by the definition in force when it became known,
 * against its admission examination as it stands now.
 */
export function detectEnd(input: DetectEndInput): EndFinding {
  const { admittedAt, asOf, definitionAt = BY_PAPER } = input;
  const seen = input.assessments.filter((one) => one.at <= asOf && isUsable(one));
  const admission = admissionAssessment(seen, admittedAt);
  if (!admission) return notEvaluable(null, 'No admission examination is charted.');
  const windowEnd = ({ knownAt }: NihssAssessment): EpochMs =>
    admittedAt + definitionAt(knownAt).windowHours * HOUR;
  const later = seen.filter((one) => one.at > admission.at && one.at <= windowEnd(one));
  if (later.length === 0) {
    return notEvaluable(admission, 'Not examined again since the admission examination.');
  }
  const comparisons = compareAll(admission, later, definitionAt).filter(
    ({ change }) => change.total !== null || change.motor !== null,
  );
  if (comparisons.length === 0) {
    return notEvaluable(admission, 'Later examinations share no item with the admission one.');
  }
  return findingOf(comparisons, admittedAt);
}

/**
 * Until when examinations speak of a stay without END by the paper's rule: the last one, however late. Where the first after the window shows a rise, or
 * nothing that could be compared, nobody knows on which side of its end that came: then the last one within. Null without any.
 */
export function seenWithoutEndUntil(
  assessments: readonly NihssAssessment[],
  admittedAt: EpochMs,
): EpochMs | null {
  const windowEnd = admittedAt + END_PAPER.windowHours * HOUR;
  const last = assessments.at(-1) ?? null;
  const admission = admissionAssessment(assessments, admittedAt);
  if (last === null || last.at <= windowEnd || admission === null) return last?.at ?? null;
  const first = assessments
    .filter((one) => one.at > windowEnd && isUsable(one))
    .map((one) => compareExaminations(admission, one, END_PAPER))
    .find(({ change }) => change.total !== null || change.motor !== null);
  if (first !== undefined && first.verdict !== 'confirmed') return last.at;
  return assessments.findLast((one) => one.at <= windowEnd)?.at ?? null;
}

/** All untestable, or nothing but an identity: as good as not examined. */
export function isUsable(one: NihssAssessment): boolean {
  return one.total !== null || Object.values(one.items).some((score) => typeof score === 'number');
}

/** Each later examination against what its definition calls the baseline. */
export function compareAll(
  admission: NihssAssessment,
  later: readonly NihssAssessment[],
  definitionAt: DefinitionAt,
): readonly Comparison[] {
  const sofar = [admission];
  return later.map((one) => {
    const definition = definitionAt(one.knownAt);
    let best = compareExaminations(admission, one, definition);
    // The rise over the running minimum is the greatest rise over any earlier examination.
    for (const reference of definition.baseline === 'admission' ? [] : sofar) {
      if (reference.at >= one.at) continue;
      const comparison = compareExaminations(reference, one, definition);
      if (isBetterEvidence(comparison, best)) best = comparison;
    }
    sofar.push(one);
    return best;
  });
}

function findingOf(comparisons: readonly Comparison[], admittedAt: EpochMs): EndFinding {
  const met =
    comparisons.find(({ verdict }) => verdict === 'confirmed') ??
    comparisons.find(({ verdict }) => verdict === 'suspected');
  const deciding = met ?? comparisons.at(-1);
  if (!deciding) throw new RangeError('a finding needs at least one comparison');
  const { change, reference, examination, verdict, rule } = deciding;
  return {
    status: verdict,
    rule,
    ...(met ? momentOf(met, admittedAt) : { at: null, phase: null }),
    deltaTotal: change.total?.points ?? null,
    deltaMotor: change.motor?.points ?? null,
    referenceAt: reference.at,
    motorEvaluable: change.motor !== null,
    repeat: verdict === 'suspected' ? repeatOf(comparisons, examination.at) : null,
    definition: deciding.definition,
    reason: reasonOf(deciding, admittedAt),
  };
}

function momentOf(
  { examination: { at }, definition }: Comparison,
  admittedAt: EpochMs,
): Pick<EndFinding, 'at' | 'phase'> {
  return { at, phase: at <= admittedAt + definition.earlyHours * HOUR ? 'early' : 'late' };
}

function repeatOf(comparisons: readonly Comparison[], since: EpochMs): EndFinding['repeat'] {
  const repeat = comparisons.filter(({ examination }) => examination.at > since).at(-1);
  if (!repeat) return 'awaited';
  return repeat.verdict === 'none' ? 'not-met' : 'met-again';
}

function notEvaluable(admission: NihssAssessment | null, reason: string): EndFinding {
  return {
    status: 'not-evaluable',
    rule: null,
    at: null,
    phase: null,
    deltaTotal: null,
    deltaMotor: null,
    referenceAt: admission?.at ?? null,
    motorEvaluable: admission !== null && nihssMotor(admission.items) !== null,
    repeat: null,
    definition: null,
    reason,
  };
}
