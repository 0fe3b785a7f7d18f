import { END_PAPER } from '@endwatch/clinical';
import type { ReviewDefinition } from '@endwatch/contracts';

const DAYS = END_PAPER.windowHours / 24;

/** Words that more than one view needs. */
export const END_DEFINITION: ReviewDefinition = {
  term: 'END',
  text: `early neurological deterioration, a fact: within ${String(DAYS)} days of admission a charted examination whose NIHSS total lies ${String(END_PAPER.total)} or more, or whose motor items lie ${String(END_PAPER.motor)} or more, above those of the admission examination. Early up to ${String(END_PAPER.earlyHours)} h from admission, late after it.`,
};
export const STAY_DEFINITION: ReviewDefinition = {
  term: 'Stay',
  text: 'one admission of one patient on a ward that this account covers; a patient admitted twice counts twice.',
};
export const RISK_DEFINITION: ReviewDefinition = {
  term: 'Risk',
  text: 'a forecast: the probability, reckoned by the model, of END within the next 24 h. It is never a fact.',
};
