import type { Entry } from './decoding.ts';

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
  return fields.every((field) => resource[field] === undefined);
}
