import type { BundleEntry, Reference } from 'fhir/r4.js';
import { asObject, asText, objectsOf, type JsonObject, type Unproven } from './unproven.ts';

/** What a reference was found to point at. */
export interface Resolved {
  readonly resource: JsonObject;
  /** Its `id`, or the UUID it goes by in the Bundle; null for a contained resource. */
  readonly id: string | null;
}

const ID = /^[A-Za-z0-9\-._]{1,64}$/;
const URN = /^urn:(?:uuid|oid):(.+)$/i;

/** A usable id: FHIR's, and the underscore that many hospitals put in. */
export function asId(value: unknown): string | null {
  return typeof value === 'string' && ID.test(value) ? value : null;
}

/** The id a Bundle entry gives its resource: its own, else the one in `urn:uuid:…`. */
export function idOf(resource: JsonObject, fullUrl: string | null): string | null {
  const own = asId(resource['id']);
  if (own !== null || fullUrl === null) return own;
  return asId(URN.exec(fullUrl)?.[1] ?? null);
}

/** Follows references inside one message. Built only when something asks. */
export class References {
  private readonly entries: readonly Unproven<BundleEntry>[];
  private index: Map<string, Resolved> | null = null;

  constructor(entries: readonly unknown[]) {
    this.entries = objectsOf<BundleEntry>(entries);
  }

  /** `urn:uuid:…`, `Type/id` and absolute URLs of entries of the message, `#id` of the resource's own contained ones; null for what is not here. */
  find(reference: unknown, from: JsonObject): Resolved | null {
    const target = asText(reference);
    if (target === null) return null;
    if (target.startsWith('#')) return containedIn(from, target.slice(1));
    if (this.entries.length === 0) return null;
    this.index ??= this.buildIndex();
    return this.index.get(target) ?? null;
  }

  /** Id that a reference to a `type` means, whether or not the resource is here: `Patient/p1`, an absolute URL, or a URN of this message. */
  idIn(reference: unknown, type: string, from: JsonObject): string | null {
    const target = asText(reference);
    if (target === null) return null;
    // `Patient/p1`, as nearly all are
    if (target.startsWith(type) && target.charAt(type.length) === '/') {
      const id = asId(target.slice(type.length + 1));
      if (id !== null && id !== '_history') return id;
    }
    if (URN.test(target) || target.startsWith('#')) {
      const found = this.find(target, from);
      return found?.resource['resourceType'] === type ? found.id : null;
    }
    const path = target.split('/');
    const history = path.indexOf('_history');
    const end = history === -1 ? path.length : history;
    return path[end - 2] === type ? asId(path[end - 1]) : null;
  }

  private buildIndex(): Map<string, Resolved> {
    const index = new Map<string, Resolved>();
    for (const entry of this.entries) {
      const resource = asObject(entry.resource);
      if (resource === null) continue;
      const fullUrl = asText(entry.fullUrl);
      const found = { resource, id: idOf(resource, fullUrl) };
      if (found.id !== null) {
        index.set(`urn:uuid:${found.id}`, found);
        index.set(`${String(resource['resourceType'])}/${found.id}`, found);
      }
      if (fullUrl !== null) index.set(fullUrl, found);
    }
    return index;
  }
}

function containedIn(resource: JsonObject, id: string): Resolved | null {
  const found = objectsOf<{ id: string }>(resource['contained']).find((one) => one.id === id);
  return found === undefined ? null : { resource: found, id: null };
}

/** The `reference` string of a Reference. */
export function referenceIn(value: unknown): string | null {
  return asText((asObject(value) as Unproven<Reference> | null)?.reference);
}
