import type { EpochMs } from '@endwatch/clinical';
import type { ReviewAbout, ReviewDefinition, ReviewStayLink } from '@endwatch/contracts';
import { isoTime } from '../board/iso-time.ts';
import { endAtOf } from './follow-up.ts';
import type { ReviewStay } from './review-stay.ts';

/** Who was looked at, when, and what the words mean. */
export function aboutOf(
  stays: readonly ReviewStay[],
  now: EpochMs,
  {
    patientDays,
    definitions,
  }: { readonly patientDays: number; readonly definitions: readonly ReviewDefinition[] },
): ReviewAbout {
  return {
    at: isoTime(now),
    stays: stays.length,
    ends: stays.filter((stay) => endAtOf(stay) !== null).length,
    patientDays,
    loadedAfterwards: stays.filter((stay) => stay.loadedAfterwards === true).length,
    definitions: [...definitions],
  };
}

export function linkOf(stay: ReviewStay, at: EpochMs): ReviewStayLink {
  const { patientId, encounterId, ward, bed, admittedAt } = stay;
  return { patientId, encounterId, ward, bed, admittedAt: isoTime(admittedAt), at: isoTime(at) };
}
