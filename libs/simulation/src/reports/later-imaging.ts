import type { Rng } from '../random/rng.ts';
import type { StayPlan } from '../stay/stay-plan.ts';

/** What the follow-up finds. */
export interface FollowUpState {
  /** A deterioration has begun by then. */
  readonly worse: boolean;
  readonly vesselOpen: boolean;
  readonly modality: 'CT' | 'MRI';
}

/** What CT or MRI finds at that hour. Vessels open more often where lysis was given, and less often in those who deteriorate. */
export function laterState(plan: StayPlan, rng: Rng, hours: number): FollowUpState {
  const onset = plan.course.onsetHours;
  const open = (plan.traits.lysed ? 0.4 : 0.17) * (onset === null ? 1.2 : 0.6);
  return {
    worse: onset !== null && onset <= hours,
    vesselOpen: rng.chance(open),
    modality: rng.chance(0.5) ? 'CT' : 'MRI',
  };
}
