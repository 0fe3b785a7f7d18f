import type { EpochMs } from '@endwatch/clinical';
import type { EndCause, Judgement, NoEndReason } from '@endwatch/contracts';
import type { ReviewEnd, ReviewStay } from '../review-stay.ts';

/** What somebody who has read a stay says END was. */
export interface JudgedEnd {
  readonly encounterId: string;
  readonly judgement: Judgement;
  /** When it happened, and why; null without END. */
  readonly at: EpochMs | null;
  readonly cause: EndCause | null;
  /** Why there was none; null with END. */
  readonly reason: NoEndReason | null;
  readonly decidedAt: EpochMs;
  /** Username. */
  readonly by: string;
}

/** A stay with END as it was judged in the place of END as it was charted; null where nobody could decide. */
export function asJudged(stay: ReviewStay, { judgement, at }: JudgedEnd): ReviewStay | null {
  if (judgement === 'undecided') return null;
  const isEnd = judgement === 'end' && at !== null;
  const end: ReviewEnd = {
    status: isEnd ? 'confirmed' : 'none',
    rule: null,
    at: isEnd ? at : null,
    // Alerts are held against when it happened: nobody knew of the judgement then.
    knownAt: isEnd ? at : null,
  };
  // What is opened only when it is read is not among what is spread.
  const { assessments, scores, alerts } = stay;
  return { ...bareOf(stay), assessments, scores, alerts, end };
}

/** Without what was charted of END. */
function bareOf({ forecastEnd: _, seenUntil: __, ...rest }: ReviewStay): ReviewStay {
  return rest;
}
