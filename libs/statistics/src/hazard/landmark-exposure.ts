import { at } from '../sequence.ts';
import { DEFAULT_HAZARD_EDGES } from './hazard-intervals.ts';
import type { FollowUp } from './person-period.ts';

/** What one interval contributes to the likelihood, seen from a landmark. */
export interface ExposureCell {
  readonly interval: number;
  readonly y: 0 | 1;
  /** Share of the interval that was still ahead at the landmark and was seen. */
  readonly fraction: number;
}

/**
 * Cells of a subject at risk at `landmark` (none when event or censoring came before). Differs from person-period rows in one thing: an interval in which
 * follow-up stopped counts for the part that was seen. With a constant rate inside the interval that is the exact likelihood of S(C) / S(L);
 * leaving such intervals out would overstate the hazard wherever examinations rarely fall on an edge. An event counts for all of the
 * interval that was ahead: it is known by interval only.
 */
export function landmarkExposure(
  { time, event }: FollowUp,
  landmark: number,
  edges: readonly number[] = DEFAULT_HAZARD_EDGES,
): ExposureCell[] {
  return edges.slice(1).flatMap((to, interval): ExposureCell[] => {
    const from = at(edges, interval);
    const start = Math.max(from, landmark);
    if (to <= landmark || time <= start) return [];
    const happened = event && time <= to;
    const seen = happened ? to : Math.min(to, time);
    return [{ interval, y: happened ? 1 : 0, fraction: (seen - start) / (to - from) }];
  });
}

export interface CellLoss {
  /** Negative log-likelihood. */
  readonly loss: number;
  /** Its derivative with respect to the logit. */
  readonly gradient: number;
}

/** Loss of one cell under a hazard given as logit: −w log(1 − h) without event, −log(1 − (1 − h)^w) with one. */
export function exposureLoss(
  logit: number,
  { y, fraction }: Omit<ExposureCell, 'interval'>,
): CellLoss {
  const small = Math.exp(-Math.abs(logit));
  const rate = Math.max(logit, 0) + Math.log1p(small);
  const hazard = logit >= 0 ? 1 / (1 + small) : small / (1 + small);
  const exposure = fraction * rate;
  if (y === 0) return { loss: exposure, gradient: fraction * hazard };
  return {
    loss: -Math.log(-Math.expm1(-exposure)),
    gradient: (-fraction * hazard) / Math.expm1(exposure),
  };
}
