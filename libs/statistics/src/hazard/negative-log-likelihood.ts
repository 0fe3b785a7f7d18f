import { at } from '../sequence.ts';
import { DEFAULT_HAZARD_EDGES } from './hazard-intervals.ts';
import { intervalOutcomes, type FollowUp } from './person-period.ts';

export interface HazardLikelihood {
  readonly rows: number;
  /** −Σ y log h + (1 − y) log(1 − h), natural logarithm. */
  readonly total: number;
  readonly meanPerRow: number | null;
  readonly meanPerSubject: number | null;
  /** 0 for a subject without rows. */
  readonly perSubject: number[];
}

/** log(1 + eˣ) without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** Negative log-likelihood of follow-ups under hazards given as logits, one row of logits for each subject. */
export function hazardNegativeLogLikelihood(
  logits: readonly (readonly number[])[],
  followUps: readonly FollowUp[],
  edges: readonly number[] = DEFAULT_HAZARD_EDGES,
): HazardLikelihood {
  let rows = 0;
  const perSubject = followUps.map((followUp, subject) =>
    intervalOutcomes(followUp, edges).reduce<number>((sum, y, j) => {
      if (y === null) return sum;
      rows += 1;
      const logit = at(at(logits, subject), j);
      return sum + softplus(y === 1 ? -logit : logit);
    }, 0),
  );
  const total = perSubject.reduce((sum, value) => sum + value, 0);
  return {
    rows,
    total,
    meanPerRow: rows === 0 ? null : total / rows,
    meanPerSubject: followUps.length === 0 ? null : total / followUps.length,
    perSubject,
  };
}

/**
 * Negative log-likelihood of landmark rows under hazards that do not depend on the landmark: w log(1 − h) without event,
 * log(1 − (1 − h)^w) with one, where w is the fraction of the interval still ahead.
 */
export function landmarkNegativeLogLikelihood(
  rows: {
    readonly subject: number[];
    readonly interval: number[];
    readonly y: number[];
    readonly fraction: number[];
  },
  hazards: readonly (readonly number[])[],
): number {
  return rows.subject.reduce((sum, subject, row) => {
    const stay = 1 - at(at(hazards, subject), at(rows.interval, row));
    const fraction = at(rows.fraction, row);
    const likelihood =
      rows.y[row] === 1 ? Math.log(1 - stay ** fraction) : fraction * Math.log(stay);
    return sum - likelihood;
  }, 0);
}
