import {
  adjudicationReviewSchema,
  adjudicationSchema,
  newAdjudicationSchema,
} from '@endwatch/contracts';
import { call, FILTER, inPath, ref } from './openapi-call.ts';

const tag = 'review';

export const ADJUDICATION_SCHEMAS = {
  NewAdjudication: newAdjudicationSchema,
  Adjudication: adjudicationSchema,
  AdjudicationReview: adjudicationReviewSchema,
};

export const ADJUDICATION_PATHS = {
  '/api/review/adjudications': {
    get: call({
      ...{
        tag,
        summary: 'END as charted beside END as judged, and what alerts were worth by either',
      },
      ...{ parameters: FILTER, answer: ref('AdjudicationReview') },
    }),
  },
  '/api/review/stays/{patientId}/adjudications': {
    post: call({
      ...{ tag, summary: 'Say what END was, having read the stay; the newest counts', status: 201 },
      ...{ parameters: [inPath('patientId')], body: 'NewAdjudication' },
      answer: ref('Adjudication'),
    }),
  },
};
