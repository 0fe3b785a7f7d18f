/** What every FHIR element and resource may have. */
interface Identified {
  id?: string | undefined;
}

/** A FHIR type whose fields are named by the specification but whose contents nobody has checked yet. */
export type Unproven<T extends Identified> = { readonly [K in keyof T]?: unknown };

/** Any JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): JsonObject | null {
  return isObject(value) ? value : null;
}

const NOTHING: readonly unknown[] = [];

/** The elements of an array; none for anything else. */
export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : NOTHING;
}

/** A string with something in it, else null. */
export function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The objects of an array, typed by field names only. */
export function objectsOf<T extends Identified>(value: unknown): readonly Unproven<T>[] {
  const elements = asArray(value);
  // Lists with anything else in them are rare: no copy is made for them all.
  return elements.every(isObject) ? elements : elements.filter(isObject);
}

/** A value as it may stand in the sentence of a rejection: short, in quotes; of what is no scalar only the kind. */
export function quoted(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
