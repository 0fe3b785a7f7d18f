import type { DriftReview, ForecastReview, MonthReport, ResponseReview } from '@endwatch/contracts';
import type { AlertPolicy } from '../../domain/alerting/alert-policy.ts';
import { reviewDrift } from '../../domain/review/drift/review-drift.ts';
import { reviewForecast } from '../../domain/review/forecast/review-forecast.ts';
import type { Pause } from '../../domain/review/pause.ts';
import { reviewResponse } from '../../domain/review/response/review-response.ts';
import type { StayFilter } from '../../domain/review/stay-filter.ts';
import { worked, type Moment, type ViewParts, type Worked } from './view-parts.ts';

interface Filtered extends Moment {
  readonly filter: StayFilter;
}

interface ByPolicy {
  /** Of today. */
  readonly policy: AlertPolicy;
}

export async function forecastView(
  { reviews, shadow, clock, manifest }: ViewParts,
  { filter, policy, now }: Filtered & ByPolicy,
  pause: Pause,
): Promise<Worked<ForecastReview>> {
  const { version, trainedOn, thresholds } = manifest;
  const view = await reviewForecast({
    stays: await reviews.load(filter, pause),
    ...{ now, clock, policy, modelVersion: filter.model, pause },
    model: { version, trainedOn, thresholds },
    shadowOf: (judged) =>
      shadow.of(
        judged.map(({ stay, score }) => ({ patientId: stay.patientId, scoreId: score.id })),
      ),
  });
  return worked(view);
}

export async function responseView(
  { reviews, clock }: ViewParts,
  { filter, now }: Filtered,
  pause: Pause,
): Promise<Worked<ResponseReview>> {
  const stays = await reviews.load(filter, pause);
  return worked(await reviewResponse({ stays, now, clock, pause }));
}

/** Of the whole house: what is kept week by week knows no wards, and no patients. */
export async function driftView(
  { drift, manifest }: ViewParts,
  { now }: Moment,
): Promise<Worked<DriftReview>> {
  const [inputs, outcomes] = await Promise.all([drift.inputs(manifest), drift.outcomes(manifest)]);
  const { version, trainedOn } = manifest;
  return worked(reviewDrift({ inputs, outcomes }, { version, trainedOn }, now));
}

interface MonthQuestion extends Moment, ByPolicy {
  /** Null = the one that is running. */
  readonly month: string | null;
  /** Who composes it. */
  readonly by: string;
}

/** The report of a month, from what is known now; not kept. */
export async function monthView(
  { monthly, clock }: ViewParts,
  { month, by, policy, now }: MonthQuestion,
  pause: Pause,
): Promise<Worked<MonthReport>> {
  const chosen = month ?? clock.monthOf(now);
  return worked(await monthly.compose(chosen, { now, by, policy, pause }));
}

/** Composes and keeps what is missing of the months that are over; which ones. */
export async function monthsOverView(
  { monthly }: ViewParts,
  { policy, now }: Moment & ByPolicy,
  pause: Pause,
): Promise<Worked<readonly string[]>> {
  return worked(await monthly.catchUp({ now, policy, pause }));
}
