import { asObject, asText, type JsonObject } from './unproven.ts';

/** What says that a condition is over by now. */
const LATER: readonly string[] = [
  'clinicalStatus',
  'abatementDateTime',
  'abatementPeriod',
  'abatementAge',
  'abatementRange',
  'abatementString',
];

/** A resource, and the encounter that it says it was recorded in: of a Condition alone, and null where it does not say. */
export interface Then {
  readonly bytes: Buffer;
  readonly encounterId: string | null;
}

function conditionIn(bytes: Buffer): JsonObject | null {
  // Nearly all are something else, and that costs no reading.
  if (!bytes.includes('"Condition"')) return null;
  try {
    const resource = asObject(JSON.parse(bytes.toString()));
    return resource?.['resourceType'] === 'Condition' ? resource : null;
  } catch {
    return null;
  }
}

/**
 * A resource in JSON as it stood when the condition began. In an export made years later the stroke of a stay is long over and would read as an
 * earlier one; which it is, times say. Anything but a Condition comes back as it is.
 */
export function conditionThen(bytes: Buffer): Then {
  const condition = conditionIn(bytes);
  if (condition === null) return { bytes, encounterId: null };
  const then = Object.entries(condition).filter(([name]) => !LATER.includes(name));
  const reference = asText(asObject(condition['encounter'])?.['reference']);
  return {
    bytes: Buffer.from(JSON.stringify(Object.fromEntries(then))),
    encounterId: reference?.split('/').at(-1) ?? null,
  };
}
