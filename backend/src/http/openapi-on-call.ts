import {
  contactSchema,
  coverSchema,
  deliveryStateSchema,
  handoverSchema,
  newContactSchema,
  newExaminationSchema,
  onCallSchema,
  outageSchema,
  outageTickSchema,
  pagerSchema,
  planSchema,
  pushSubscriptionSchema,
  rotaImportSchema,
  rotaSchema,
  swapSchema,
} from '@endwatch/contracts';
import { call, inPath, inQuery, listOf, ref } from './openapi-call.ts';

export const ON_CALL_SCHEMAS = {
  Handover: handoverSchema,
  NewExamination: newExaminationSchema,
  OnCall: onCallSchema,
  Outage: outageSchema,
  OutageTick: outageTickSchema,
  Rota: rotaSchema,
  RotaImport: rotaImportSchema,
  RotaPlan: planSchema,
  Cover: coverSchema,
  Swap: swapSchema,
  Contact: contactSchema,
  NewContact: newContactSchema,
  Pager: pagerSchema,
  PushSubscription: pushSubscriptionSchema,
  Delivery: deliveryStateSchema,
};

const tag = 'on call';
const OBJECT = { type: 'object' };

export const ON_CALL_PATHS = {
  '/api/patients/{id}/examinations': {
    post: call({
      ...{ tag, summary: 'Chart an NIHSS examination; durable in the log', status: 202 },
      ...{ body: 'NewExamination', parameters: [inPath('id')], answer: OBJECT },
    }),
  },
  '/api/wards/{ward}/outages': {
    get: call({
      ...{ tag, summary: 'Whom to look after by hand after an outage' },
      ...{ parameters: [inPath('ward')], answer: listOf('Outage') },
    }),
  },
  '/api/wards/{ward}/outages/ticks': {
    post: call({
      ...{ tag, summary: 'Somebody has looked after them', status: 204 },
      ...{ body: 'OutageTick', parameters: [inPath('ward')] },
    }),
  },
  '/api/wards/{ward}/handover': {
    get: call({
      ...{ tag, summary: 'What one shift hands to the next', answer: ref('Handover') },
      parameters: [inPath('ward'), inQuery('hours')],
    }),
  },
  '/api/on-call': {
    get: call({ tag, summary: 'What I have to see to', answer: ref('OnCall') }),
  },
  '/api/rota': {
    get: call({
      ...{ tag, summary: 'Who is on duty when, and when nobody is' },
      ...{ parameters: ['ward', 'from', 'to'].map(inQuery), answer: ref('Rota') },
    }),
  },
  '/api/rota/calendar.ics': {
    get: call({
      ...{ tag, summary: 'The rota as iCalendar', produces: 'text/calendar' },
      ...{ parameters: ['ward', 'from', 'to'].map(inQuery), answer: { type: 'string' } },
    }),
  },
  '/api/rota/import': {
    post: call({
      ...{ tag, summary: 'Shifts from an iCalendar file, or what they would change' },
      ...{ consumes: 'text/calendar', answer: ref('RotaImport') },
      parameters: ['dryRun', 'ward', 'duty'].map(inQuery),
    }),
  },
  '/api/rota/shifts': {
    post: call({ tag, summary: 'Plan shifts', body: 'RotaPlan', status: 201, answer: OBJECT }),
  },
  '/api/rota/shifts/{id}': {
    delete: call({ tag, summary: 'Withdraw a shift', status: 204, parameters: [inPath('id')] }),
  },
  '/api/rota/shifts/{id}/cover': {
    post: call({ tag, summary: 'Stand in for a shift', body: 'Cover', parameters: [inPath('id')] }),
  },
  '/api/rota/swaps': { post: call({ tag, summary: 'Exchange two shifts', body: 'Swap' }) },
  '/api/push/key': {
    get: call({ tag, summary: 'What a browser subscribes with', answer: OBJECT }),
  },
  '/api/push/contacts': {
    get: call({ tag, summary: 'How I am reached', answer: listOf('Contact') }),
    post: call({
      ...{ tag, summary: 'Another way to be reached', status: 201 },
      ...{ body: 'NewContact', answer: ref('Contact') },
    }),
  },
  '/api/push/contacts/{id}': {
    delete: call({ tag, summary: 'Not by this any more', status: 204, parameters: [inPath('id')] }),
  },
  '/api/push/contacts/{id}/test': {
    post: call({
      ...{ tag, summary: 'Try this way alone', status: 202, answer: OBJECT },
      parameters: [inPath('id')],
    }),
  },
  '/api/push/pagers': {
    get: call({
      ...{ tag: 'administration', summary: 'Paging systems of everybody' },
      answer: listOf('Pager'),
    }),
  },
  '/api/push/subscriptions': {
    post: call({
      ...{ tag, summary: 'This browser, with the page closed', status: 201 },
      ...{ body: 'PushSubscription', answer: ref('Contact') },
    }),
  },
  '/api/push/test': {
    post: call({ tag, summary: 'Try whether I am reached', status: 202, answer: OBJECT }),
  },
  '/api/push/tests/{noticeId}': {
    get: call({
      ...{ tag, summary: 'How far the test has got' },
      ...{ parameters: [inPath('noticeId')], answer: listOf('Delivery') },
    }),
  },
  '/api/push/receipts/{delivery}': {
    post: call({
      ...{ tag, summary: 'A device has shown it', status: 204 },
      parameters: [inPath('delivery')],
    }),
  },
};
