import type { EpochMs } from '@endwatch/clinical';
import type { ReviewAbout, ReviewDefinition, ReviewStayLink } from '@endwatch/contracts';
import { isoTime } from '../board/iso-time.ts';
import type { ReviewStay } from './review-stay.ts';

/** Said where figures about forecasts stand. */
export const FORECAST_END_DEFINITION: ReviewDefinition = {
  term: 'Which END',
  text: 'The one that the model forecasts: NIHSS up by 2 or more in total, or by 1 or more in motor items, over the admission examination within 7 days; whatever this house confirms END by.',
};

interface About {
  readonly patientDays: number;
  readonly definitions: readonly ReviewDefinition[];
  /** Which END is counted: the house's or the one that is forecast. */
  readonly endAt: (stay: ReviewStay) => EpochMs | null;
}

/** Who was looked at, when, and what the words mean. */
export function aboutOf(
  stays: readonly ReviewStay[],
  now: EpochMs,
  { patientDays, definitions, endAt }: About,
): ReviewAbout {
  return {
    at: isoTime(now),
    stays: stays.length,
    ends: stays.filter((stay) => endAt(stay) !== null).length,
    patientDays,
    loadedAfterwards: stays.filter((stay) => stay.loadedAfterwards === true).length,
    definitions: [...definitions],
  };
}

export function linkOf(stay: ReviewStay, at: EpochMs): ReviewStayLink {
  const { patientId, encounterId, ward, bed, admittedAt } = stay;
  return { patientId, encounterId, ward, bed, admittedAt: isoTime(admittedAt), at: isoTime(at) };
}
