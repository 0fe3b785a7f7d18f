import { lookup } from '@endwatch/clinical';
import type { References, Resolved } from './references.ts';
import { idOf, referenceIn } from './references.ts';
import { asArray, asObject, type JsonObject } from './unproven.ts';

/** References whose target a reader of the resource needs beside it. */
const NEEDED: Readonly<Record<string, string>> = lookup({
  Observation: 'specimen',
  MedicationAdministration: 'medicationReference',
});

/** Types whose id others refer to: it must survive the Bundle even where it was only a URN there. */
const REFERRED_TO: ReadonlySet<string> = new Set(['Patient', 'Location']);

/**
 * A resource of a Bundle as it can be read without the Bundle: URNs become `Type/id`, and what its meaning rests on is contained in it.
 * @throws RangeError when it is nested deeper than the stack
 */
export function standingAlone(
  part: { readonly resource: JsonObject; readonly type: string; readonly fullUrl: string | null },
  references: References,
): JsonObject {
  const { resource, type, fullUrl } = part;
  const needed = NEEDED[type];
  const found = needed === undefined ? null : neededResource(resource, needed, references);
  const rewritten =
    asObject(withoutUrns(resource, (urn) => references.find(urn, resource))) ?? resource;
  const id = REFERRED_TO.has(type) ? idOf(resource, fullUrl) : null;
  return {
    ...rewritten,
    ...(id === null ? {} : { id }),
    ...(found === null || needed === undefined
      ? {}
      : {
          [needed]: { reference: '#needed' },
          contained: [...asArray(rewritten['contained']), { ...found, id: 'needed' }],
        }),
  };
}

function neededResource(
  resource: JsonObject,
  field: string,
  references: References,
): JsonObject | null {
  const reference = referenceIn(resource[field]);
  if (reference === null || reference.startsWith('#')) return null;
  return references.find(reference, resource)?.resource ?? null;
}

function withoutUrns(value: unknown, find: (urn: string) => Resolved | null): unknown {
  if (Array.isArray(value)) return value.map((element) => withoutUrns(element, find));
  const object = asObject(value);
  if (object === null) return value;
  return Object.fromEntries(
    Object.entries(object).map(([field, inner]) => {
      if (field !== 'reference' || typeof inner !== 'string' || !inner.startsWith('urn:')) {
        return [field, withoutUrns(inner, find)];
      }
      const found = find(inner);
      const type = found?.resource['resourceType'];
      const known = found !== null && found.id !== null && typeof type === 'string';
      return [field, known ? `${type}/${found.id}` : inner];
    }),
  );
}
