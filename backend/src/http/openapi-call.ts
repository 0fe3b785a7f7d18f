export const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
export const listOf = (name: string): object => ({ type: 'array', items: ref(name) });
const json = (schema: object): object => ({ content: { 'application/json': { schema } } });
export const inPath = (name: string): object => ({
  ...{ name, in: 'path', required: true, schema: { type: 'string' } },
});
export const inQuery = (name: string): object => ({
  name,
  in: 'query',
  schema: { type: 'string' },
});

export interface Call {
  readonly tag: 'session' | 'administration' | 'on call' | 'review';
  readonly summary: string;
  /** Name of its schema. */
  readonly body?: string;
  readonly parameters?: readonly object[];
  readonly status?: number;
  readonly answer?: object;
}

/** One call of the HTTP promise. */
export function call({ tag, summary, body, parameters = [], status = 200, answer }: Call): object {
  return {
    ...{ summary, tags: [tag], parameters },
    ...(body && { requestBody: { required: true, ...json(ref(body)) } }),
    responses: {
      [status]: { description: summary, ...(answer && json(answer)) },
      401: { description: 'Nobody is signed in' },
      ...(tag !== 'session' && { 403: { description: 'Not for this account' } }),
    },
  };
}
