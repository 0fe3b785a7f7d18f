import {
  newCohortSchema,
  outcomeIncidenceSchema,
  outcomeSubgroupsSchema,
  outcomeTrajectoriesSchema,
  reviewTableSchema,
  savedCohortSchema,
  stayHistorySchema,
} from '@endwatch/contracts';
import { call, inPath, inQuery, listOf, ref } from './openapi-call.ts';

const tag = 'review';
const FILTER = [
  ...['ward', 'from', 'to', 'model', 'end', 'treatment', 'population', 'condition', 'cohort'],
].map(inQuery);
const OUTCOME = [...FILTER, ...['by', 'known'].map(inQuery)];

export const REVIEW_SCHEMAS = {
  ReviewTable: reviewTableSchema,
  StayHistory: stayHistorySchema,
  OutcomeTrajectories: outcomeTrajectoriesSchema,
  OutcomeIncidence: outcomeIncidenceSchema,
  OutcomeSubgroups: outcomeSubgroupsSchema,
  NewCohort: newCohortSchema,
  SavedCohort: savedCohortSchema,
};
/** Each GET answers as `text/csv` too, by `Accept`. */
export const REVIEW_PATHS = {
  '/api/review/stays': {
    get: call({
      ...{ tag, summary: 'Stays that a filter counts, and why others are not' },
      parameters: [...FILTER, ...['sort', 'order', 'offset', 'limit'].map(inQuery)],
      answer: ref('ReviewTable'),
    }),
  },
  '/api/review/stays/{patientId}': {
    get: call({
      ...{ tag, summary: 'Everything of one stay, as known now or at a moment' },
      parameters: [inPath('patientId'), ...['admittedAt', 'knownAt'].map(inQuery)],
      answer: ref('StayHistory'),
    }),
  },
  '/api/review/outcomes/trajectories': {
    get: call({
      ...{ tag, summary: 'NIHSS over 14 days by band of risk' },
      ...{ parameters: [...OUTCOME, inQuery('curves')], answer: ref('OutcomeTrajectories') },
    }),
  },
  '/api/review/outcomes/incidence': {
    get: call({
      ...{ tag, summary: 'Time to END by band of risk' },
      ...{ parameters: OUTCOME, answer: ref('OutcomeIncidence') },
    }),
  },
  '/api/review/outcomes/subgroups': {
    get: call({
      ...{ tag, summary: 'END by subgroup' },
      ...{ parameters: OUTCOME, answer: ref('OutcomeSubgroups') },
    }),
  },
  '/api/review/cohorts': {
    get: call({ tag, summary: 'Saved cohorts, newest first', answer: listOf('SavedCohort') }),
    post: call({
      ...{ tag, summary: 'Save the stays that a filter counts now', status: 201 },
      ...{ body: 'NewCohort', answer: ref('SavedCohort') },
    }),
  },
  '/api/review/cohorts/{id}': {
    delete: call({ tag, summary: 'Delete a cohort', status: 204, parameters: [inPath('id')] }),
  },
};
