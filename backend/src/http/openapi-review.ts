import {
  driftReviewSchema,
  toldAlarmSchema,
  forecastReviewSchema,
  keptReportSchema,
  monthReportSchema,
  newCohortSchema,
  outcomeIncidenceSchema,
  outcomeSubgroupsSchema,
  outcomeTrajectoriesSchema,
  proposalRequestSchema,
  proposalSchema,
  responseReviewSchema,
  reviewFreshnessSchema,
  reviewTableSchema,
  savedCohortSchema,
  savedFigureSchema,
  stayHistorySchema,
  whatIfReviewSchema,
} from '@endwatch/contracts';
import { call, FILTER, inPath, inQuery, listOf, ref } from './openapi-call.ts';

const tag = 'review';
const OUTCOME = [...FILTER, ...['by', 'known'].map(inQuery)];

export const REVIEW_SCHEMAS = {
  ReviewTable: reviewTableSchema,
  ReviewFreshness: reviewFreshnessSchema,
  StayHistory: stayHistorySchema,
  OutcomeTrajectories: outcomeTrajectoriesSchema,
  OutcomeIncidence: outcomeIncidenceSchema,
  OutcomeSubgroups: outcomeSubgroupsSchema,
  NewCohort: newCohortSchema,
  SavedCohort: savedCohortSchema,
  SavedFigure: savedFigureSchema,
  ForecastReview: forecastReviewSchema,
  ResponseReview: responseReviewSchema,
  DriftReview: driftReviewSchema,
  ToldAlarm: toldAlarmSchema,
  WhatIfReview: whatIfReviewSchema,
  NewProposal: proposalRequestSchema,
  Proposal: proposalSchema,
  KeptReport: keptReportSchema,
  MonthReport: monthReportSchema,
};
/** Each GET answers as `text/csv` too, by `Accept`. */
export const REVIEW_PATHS = {
  '/api/review/freshness': {
    get: call({
      ...{ tag, summary: 'How far the summaries that every view reads are behind what is stored' },
      answer: ref('ReviewFreshness'),
    }),
  },
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
  '/api/review/exports/fhir': {
    get: call({
      ...{ tag, summary: 'De-identified stays as FHIR R4 NDJSON in a tar archive' },
      ...{ parameters: FILTER, answer: { type: 'string' }, produces: 'application/x-tar' },
    }),
  },
  '/api/review/exports/seismometer': {
    get: call({
      ...{
        tag,
        summary: 'Forecasts and events as Parquet, with what seismometer needs, in a tar archive',
      },
      ...{ parameters: FILTER, answer: { type: 'string' }, produces: 'application/x-tar' },
    }),
  },
  '/api/review/exports/figures': {
    post: call({
      ...{ tag, summary: 'Write down that a figure of a page is saved', status: 204 },
      ...{ parameters: FILTER, body: 'SavedFigure' },
    }),
  },
  '/api/review/forecast': {
    get: call({
      ...{ tag, summary: 'How good the forecast was, by what was known then' },
      ...{ parameters: FILTER, answer: ref('ForecastReview') },
    }),
  },
  '/api/review/response': {
    get: call({
      ...{ tag, summary: 'How well alerts were answered' },
      ...{ parameters: FILTER, answer: ref('ResponseReview') },
    }),
  },
  '/api/review/drift': {
    get: call({
      ...{ tag, summary: 'Drift of inputs and of calibration by week, of the whole house' },
      answer: ref('DriftReview'),
    }),
  },
  '/api/review/drift/alarm': {
    get: call({
      ...{
        tag,
        summary: 'The newest alarm of the control chart and which administrators know of it',
      },
      answer: ref('ToldAlarm'),
    }),
  },
  '/api/review/drift/alarm/seen': {
    post: call({
      ...{ tag, summary: 'An administrator has seen the alarm', status: 204 },
    }),
  },
  '/api/review/what-if': {
    get: call({
      ...{ tag, summary: 'What another alert policy would have cost and brought' },
      parameters: [
        ...FILTER,
        ...['on', 'off', 'minimumMinutes', 'risingBy', 'preset', 'curve'].map(inQuery),
      ],
      answer: ref('WhatIfReview'),
    }),
  },
  '/api/review/reports': {
    get: call({
      ...{ tag, summary: 'Reports of months that are kept, newest first' },
      answer: listOf('KeptReport'),
    }),
    post: call({
      ...{ tag, summary: 'Compose the report of the running month now; provisional', status: 201 },
      answer: ref('MonthReport'),
    }),
  },
  '/api/review/reports/{month}': {
    get: call({
      ...{ tag, summary: 'A report as it was composed, or the same figures as known today' },
      ...{ parameters: [inPath('month'), inQuery('figures')], answer: ref('MonthReport') },
    }),
  },
  '/api/review/proposals': {
    get: call({
      ...{ tag, summary: 'Alert policies proposed to the administrator, newest first' },
      answer: listOf('Proposal'),
    }),
    post: call({
      ...{ tag, summary: 'Propose a policy; changes nothing', status: 201 },
      ...{ parameters: FILTER, body: 'NewProposal', answer: ref('Proposal') },
    }),
  },
};
