import { END_PAPER } from '@endwatch/clinical';
import type { ReviewDefinition } from '@endwatch/contracts';

const DAYS = END_PAPER.windowHours / 24;

/** Words that more than one view needs. */
export const END_DEFINITION: ReviewDefinition = {
  term: 'END',
  text: $localize`:@@review.definition.end:early neurological deterioration, a fact: within ${DAYS}:days: days of admission a charted examination whose NIHSS total lies ${END_PAPER.total}:total: or more, or whose motor items lie ${END_PAPER.motor}:motor: or more, above those of the admission examination. Early up to ${END_PAPER.earlyHours}:hours: h from admission, late after it.`,
};
export const STAY_DEFINITION: ReviewDefinition = {
  term: $localize`:@@review.definition.stay-term:Stay`,
  text: $localize`:@@review.definition.stay:one admission of one patient on a ward that this account covers; a patient admitted twice counts twice.`,
};
export const RISK_DEFINITION: ReviewDefinition = {
  term: $localize`:@@review.definition.risk-term:Risk`,
  text: $localize`:@@review.definition.risk:a forecast: the probability, reckoned by the model, of END within the next 24 h. It is never a fact.`,
};
