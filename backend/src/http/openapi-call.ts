export const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
export const listOf = (name: string): object => ({ type: 'array', items: ref(name) });
const content = (schema: object, type = 'application/json'): object => ({
  content: { [type]: { schema } },
});
export const inPath = (name: string): object => ({
  ...{ name, in: 'path', required: true, schema: { type: 'string' } },
});
export const inQuery = (name: string): object => ({
  name,
  in: 'query',
  schema: { type: 'string' },
});

/** Of a cohort under review. */
export const FILTER = [
  ...['ward', 'from', 'to', 'model', 'end', 'treatment', 'population', 'condition', 'cohort'],
].map(inQuery);

export interface Call {
  readonly tag: 'session' | 'administration' | 'on call' | 'review';
  readonly summary: string;
  /** Name of its schema. */
  readonly body?: string;
  /** Kind of text that the body is, where it is no JSON. */
  readonly consumes?: string;
  /** Kind of text that the answer is, where it is no JSON. */
  readonly produces?: string;
  readonly parameters?: readonly object[];
  readonly status?: number;
  readonly answer?: object;
}

/** One call of the HTTP promise. */
export function call({ tag, summary, parameters = [], status = 200, ...more }: Call): object {
  const { body, consumes, produces, answer } = more;
  return {
    ...{ summary, tags: [tag], parameters },
    ...(body && { requestBody: { required: true, ...content(ref(body)) } }),
    ...(consumes && { requestBody: { required: true, ...content({ type: 'string' }, consumes) } }),
    responses: {
      [status]: { description: summary, ...(answer && content(answer, produces)) },
      401: { description: 'Nobody is signed in' },
      ...(tag !== 'session' && { 403: { description: 'Not for this account' } }),
    },
  };
}
