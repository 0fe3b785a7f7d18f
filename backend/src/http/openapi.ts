import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import {
  acknowledgeSchema,
  asKnownSchema,
  alertSchema,
  boardSnapshotSchema,
  explanationSchema,
  patientDetailSchema,
  problemSchema,
  REJECTION_CODES,
  rejectionSchema,
  trajectorySchema,
  wardSummarySchema,
} from '@endwatch/contracts';
import * as z from 'zod';
import { declineSchema, resolveSchema, snoozeSchema, takeSchema } from './alert-bodies.ts';
import { ON_CALL_PATHS, ON_CALL_SCHEMAS } from './openapi-on-call.ts';
import { SETTINGS_PATHS, SETTINGS_SCHEMAS } from './openapi-settings.ts';
import { PEOPLE_PATHS, PEOPLE_SCHEMAS } from './openapi-people.ts';
import { ADJUDICATION_PATHS, ADJUDICATION_SCHEMAS } from './openapi-adjudication.ts';
import { REVIEW_PATHS, REVIEW_SCHEMAS } from './openapi-review.ts';

const SCHEMAS = {
  WardSummary: wardSummarySchema,
  BoardSnapshot: boardSnapshotSchema,
  PatientDetail: patientDetailSchema,
  Trajectory: trajectorySchema,
  AsKnown: asKnownSchema,
  Explanation: explanationSchema,
  Rejection: rejectionSchema,
  Alert: alertSchema,
  Problem: problemSchema,
  Acknowledge: acknowledgeSchema,
  Snooze: snoozeSchema,
  Resolve: resolveSchema,
  Decline: declineSchema,
  Take: takeSchema,
  ...PEOPLE_SCHEMAS,
  ...ON_CALL_SCHEMAS,
  ...SETTINGS_SCHEMAS,
  ...REVIEW_SCHEMAS,
  ...ADJUDICATION_SCHEMAS,
};
type SchemaName = keyof typeof SCHEMAS;

const ref = (name: SchemaName): object => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object): object => ({ 'application/json': { schema } });
const ok = (description: string, schema?: object): object => ({
  200: { description, ...(schema ? { content: json(schema) } : {}) },
});
const problem = (status: number, description: string): object => ({
  [status]: { description, content: { 'application/problem+json': { schema: ref('Problem') } } },
});
const pathParameter = (name: string): object => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
});
const query = (name: string, schema: object): object => ({ name, in: 'query', schema });

function alertCall(summary: string, body?: SchemaName): object {
  return {
    post: {
      summary,
      tags: ['alerts'],
      parameters: [pathParameter('id')],
      ...(body && { requestBody: { content: json(ref(body)) } }),
      responses: {
        ...ok('The alert as it is then', ref('Alert')),
        ...problem(404, 'No such alert is open'),
        ...problem(409, 'The alert cannot make this move now'),
      },
    },
  };
}

function read(summary: string, schema: object, parameters: object[] = []): object {
  return {
    get: {
      summary,
      tags: ['reading'],
      parameters,
      responses: { ...ok(summary, schema), ...problem(404, 'There is no such thing') },
    },
  };
}

function explanationCall(): object {
  const { get } = read('What a stored forecast rests on', ref('Explanation'), [
    pathParameter('id'),
    pathParameter('score'),
  ]) as { get: { responses: object } };
  const refused = problem(409, 'Made by a model that is not in service any more');
  return { get: { ...get, responses: { ...get.responses, ...refused } } };
}

const FHIR_BODY = {
  required: true,
  content: { 'application/fhir+json': { schema: { type: 'object' } } },
};
const FHIR_ANSWERS = {
  202: { description: 'Durable in the log; a Bundle gets an entry for each entry' },
  400: { description: 'OperationOutcome: not JSON' },
  413: { description: 'OperationOutcome: too large' },
  422: { description: 'OperationOutcome: understood as JSON, refused with a code' },
};

const PATHS = {
  '/health/live': { get: { summary: 'The process runs', tags: ['health'], responses: ok('up') } },
  '/health/ready': {
    get: {
      summary: 'Every part works',
      tags: ['health'],
      responses: { ...ok('up'), 503: { description: 'A part is down; which one is said' } },
    },
  },
  '/metrics': {
    get: { summary: 'Prometheus text', tags: ['health'], responses: ok('Prometheus text') },
  },
  '/fhir': {
    post: {
      summary: 'A Bundle or one resource',
      tags: ['messages in'],
      requestBody: FHIR_BODY,
      responses: FHIR_ANSWERS,
    },
  },
  '/fhir/{type}': {
    post: {
      summary: 'One resource of that type',
      tags: ['messages in'],
      parameters: [pathParameter('type')],
      requestBody: FHIR_BODY,
      responses: FHIR_ANSWERS,
    },
  },
  '/api/wards': read('Wards', { type: 'array', items: ref('WardSummary') }),
  '/api/wards/{ward}/board': read('The board of a ward', ref('BoardSnapshot'), [
    pathParameter('ward'),
  ]),
  '/api/patients/{id}': read('A patient', ref('PatientDetail'), [pathParameter('id')]),
  '/api/patients/{id}/trajectory': read('14 days from admission', ref('Trajectory'), [
    pathParameter('id'),
  ]),
  '/api/patients/{id}/as-known': read('What was known of a patient at a moment', ref('AsKnown'), [
    pathParameter('id'),
    { ...query('at', { type: 'string', format: 'date-time' }), required: true },
  ]),
  '/api/patients/{id}/scores/{score}/explanation': explanationCall(),
  '/api/rejections': read(
    'What could not be understood or believed, newest first',
    { type: 'array', items: ref('Rejection') },
    [
      query('after', { type: 'string' }),
      query('code', { type: 'string', enum: REJECTION_CODES }),
      query('limit', { type: 'integer', minimum: 1, maximum: 1000, default: 100 }),
    ],
  ),
  '/api/alerts/{id}/acknowledge': alertCall('Somebody has seen it', 'Acknowledge'),
  '/api/alerts/{id}/take': alertCall('Somebody sees to it', 'Take'),
  '/api/alerts/{id}/snooze': alertCall('Silent for some minutes', 'Snooze'),
  '/api/alerts/{id}/resolve': alertCall('It is over', 'Resolve'),
  '/api/alerts/{id}/decline': alertCall('Whoever was told cannot see to it', 'Decline'),
  ...PEOPLE_PATHS,
  ...ON_CALL_PATHS,
  ...SETTINGS_PATHS,
  ...REVIEW_PATHS,
  ...ADJUDICATION_PATHS,
};

/** The HTTP promise as OpenAPI 3.1, its bodies made from the same schemas that the product is held to. */
export function openApi(version: string): OpenAPIObject {
  const schemas = Object.entries(SCHEMAS).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input' }),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Endwatch',
      version,
      description:
        'A live ward board for acute stroke. The shipped model was trained on simulated patients: not for clinical decisions.',
    },
    paths: PATHS as unknown as OpenAPIObject['paths'],
    components: { schemas: Object.fromEntries(schemas) as never },
  };
}

/** `/api/openapi.json`, and readable at `/api/docs`. */
export function serveDocs(app: NestExpressApplication, version: string): void {
  SwaggerModule.setup('api/docs', app, openApi(version), { jsonDocumentUrl: 'api/openapi.json' });
}
