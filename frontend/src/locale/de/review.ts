import review from './review.json';
import reviewCohort from './review-cohort.json';
import reviewDrift from './review-drift.json';
import reviewFilter from './review-filter.json';
import reviewForecast from './review-forecast.json';
import reviewJudged from './review-judged.json';
import reviewOutcomes from './review-outcomes.json';
import reviewReport from './review-report.json';
import reviewResponse from './review-response.json';
import reviewStay from './review-stay.json';
import reviewWhatIf from './review-what-if.json';

/** German of the quality review. */
export const messages: Readonly<Record<string, string>> = {
  ...review,
  ...reviewCohort,
  ...reviewDrift,
  ...reviewFilter,
  ...reviewForecast,
  ...reviewJudged,
  ...reviewOutcomes,
  ...reviewReport,
  ...reviewResponse,
  ...reviewStay,
  ...reviewWhatIf,
};
