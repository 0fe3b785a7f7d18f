import type { AdjudicationReview } from '@endwatch/contracts';
import { reviewAdjudications } from '../../domain/review/adjudication/review-adjudications.ts';
import type { AlertPolicy } from '../../domain/alerting/alert-policy.ts';
import type { Pause } from '../../domain/review/pause.ts';
import type { StayFilter } from '../../domain/review/stay-filter.ts';
import { worked, type Moment, type ViewParts, type Worked } from './view-parts.ts';

interface AdjudicationQuestion extends Moment {
  readonly filter: StayFilter;
  /** Of today. */
  readonly policy: AlertPolicy;
}

export async function adjudicationView(
  { reviews, adjudications }: ViewParts,
  { filter, policy, now }: AdjudicationQuestion,
  pause: Pause,
): Promise<Worked<AdjudicationReview>> {
  const judgedOf = await adjudications.newest();
  const stays = await reviews.load(filter, pause);
  return worked(await reviewAdjudications({ stays, judgedOf, policy, now, pause }));
}
