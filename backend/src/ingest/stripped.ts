import { codingsOf } from './coding.ts';
import type { Entry } from './decoding.ts';
import { asArray, asObject } from './unproven.ts';

/**
 * A sender may strip everything but id, status and subject from what it takes back, and with it what says of which kind it was. What Endwatch
 * never took loses nothing by it.
 * @param fields those that would have said the kind
 */
export function isStripped(
  { resource, name }: Entry,
  status: unknown,
  fields: readonly string[],
): boolean {
  if (name === null || status !== 'entered-in-error') return false;
  return fields.every((field) => isUnsaid(resource[field]));
}

/** Not there, or, as FHIR asks for the field, there without a code: empty, or with words such as "entered in error". */
function isUnsaid(value: unknown): boolean {
  const object = asObject(value);
  if (object === null) return asArray(value).every(isUnsaid);
  const isCoded = codingsOf(object).some(({ code }) => code !== undefined);
  return !isCoded && object['code'] === undefined && object['reference'] === undefined;
}
