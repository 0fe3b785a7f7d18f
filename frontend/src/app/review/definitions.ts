import { END_PAPER } from '@endwatch/clinical';
import type { ReviewDefinition } from '@endwatch/contracts';

const DAYS = END_PAPER.windowHours / 24;

/** Words that more than one view needs. */
export const END_DEFINITION: ReviewDefinition = {
  term: 'END',
  text: $localize`:@@review.definition.end:early neurological deterioration, a fact: a charted examination whose NIHSS lies above that of the admission examination by as much as the house’s definition asked for when it became known. As shipped, and for all figures about forecasts: total up by ${END_PAPER.total}:total: or more, or motor items by ${END_PAPER.motor}:motor: or more, within ${DAYS}:days: days of admission. Early up to ${END_PAPER.earlyHours}:hours: h from admission, late after it.`,
};
export const STAY_DEFINITION: ReviewDefinition = {
  term: $localize`:@@review.definition.stay-term:Stay`,
  text: $localize`:@@review.definition.stay:one admission of one patient on a ward that this account covers; a patient admitted twice counts twice.`,
};
export const RISK_DEFINITION: ReviewDefinition = {
  term: $localize`:@@review.definition.risk-term:Risk`,
  text: $localize`:@@review.definition.risk:a forecast: the probability, reckoned by the model, of END within the next 24 h. It is never a fact.`,
};
