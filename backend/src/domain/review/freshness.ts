import { MINUTE, SECOND, type EpochMs } from '@endwatch/clinical';
import type { ReviewFreshness } from '@endwatch/contracts';
import { isoTimeOrNull } from '../board/iso-time.ts';

/** How far the summaries are behind what is stored. */
export interface SummaryFreshness {
  /** Null where nothing was ever summarised. */
  readonly summarisedAt: EpochMs | null;
  /** Patients of whom something has come since. */
  readonly waiting: number;
  /** Everything that came until then is counted; null until it was so once. */
  readonly countedTo: EpochMs | null;
}

/** Somebody on the ward changes all the time; where many do, each is summarised again less often, so that the scoring beside it keeps its time. */
const LEAST_REST = 20 * SECOND;
const REST_FOR_EACH_WAITING = SECOND / 2;
/** A history that is loaded at once is in the review soon after. */
const MOST_REST = 5 * MINUTE;
/** What a turn of summarising may take beyond the rest. */
const GRACE = 30 * SECOND;

/** How long somebody who was summarised is left alone, by how many wait. */
export function restOf(waiting: number): number {
  return Math.min(MOST_REST, Math.max(LEAST_REST, waiting * REST_FOR_EACH_WAITING));
}

/** As a reader is told. Behind: something waits for longer than it does anyway. */
export function toFreshness(
  { summarisedAt, waiting, countedTo }: SummaryFreshness,
  now: EpochMs,
): ReviewFreshness {
  const late = countedTo === null || now - countedTo > restOf(waiting) + GRACE;
  return {
    ...{ summarisedAt: isoTimeOrNull(summarisedAt), waiting },
    ...{ countedTo: isoTimeOrNull(countedTo), behind: waiting > 0 && late },
  };
}
