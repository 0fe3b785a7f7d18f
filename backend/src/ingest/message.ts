import { isUtf8 } from 'node:buffer';
import type { RejectionCode } from '@endwatch/contracts';
import type { Bundle, BundleEntry } from 'fhir/r4.js';
import { References } from './references.ts';
import { asArray, asObject, asText, quoted, type JsonObject, type Unproven } from './unproven.ts';

export const DEFAULT_MAX_BYTES: number = 5 * 1024 * 1024;

/** A part of a message: a resource, or what stands there instead and why it is none. */
export type Part = ResourcePart | BrokenPart;

export interface ResourcePart {
  readonly resource: JsonObject;
  readonly type: string;
  /** `fullUrl` of its Bundle entry. */
  readonly fullUrl: string | null;
}

export interface BrokenPart extends Unreadable {
  readonly given: unknown;
}

export interface Message {
  /** True for a Bundle, even of one entry. */
  readonly isBundle: boolean;
  readonly parts: readonly Part[];
  readonly references: References;
}

export interface Unreadable {
  readonly code: RejectionCode;
  readonly detail: string;
}

const TAKEN_BUNDLES: ReadonlySet<unknown> = new Set([
  'collection',
  'message',
  'transaction',
  'batch',
]);
const TYPE_NAME = /^[A-Z][A-Za-z]{2,40}$/;
const ALONE = new References([]);

/** Bytes → the resources in them. Never throws. */
export function readMessage(value: Buffer, maxBytes: number): Message | Unreadable {
  if (value.length > maxBytes) {
    return {
      code: 'too-large',
      detail: `${String(value.length)} bytes, allowed are ${String(maxBytes)}`,
    };
  }
  const root = parse(value);
  if ('code' in root) return root;
  const part = partOf(root.json, null, 'the message');
  if ('code' in part) return part;
  if (part.type !== 'Bundle') return { isBundle: false, parts: [part], references: ALONE };
  const bundle = part.resource as Unproven<Bundle>;
  if (!TAKEN_BUNDLES.has(bundle.type)) {
    return { code: 'not-fhir', detail: `Bundle.type ${quoted(bundle.type)} is not taken` };
  }
  if (bundle.entry !== undefined && !Array.isArray(bundle.entry)) {
    return { code: 'not-fhir', detail: 'Bundle.entry is not a list' };
  }
  const entries = asArray(bundle.entry);
  return { isBundle: true, parts: entries.map(partOfEntry), references: new References(entries) };
}

function parse(value: Buffer): { readonly json: unknown } | Unreadable {
  const text = value.toString();
  // What is no UTF-8 was decoded to this character; looking for it costs less than checking every message.
  if (text.includes('\uFFFD') && !isUtf8(value)) {
    return { code: 'not-json', detail: 'the bytes are not UTF-8' };
  }
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    // Postgres stores no U+0000 in text, and no clinical word needs one.
    return { json: body.includes('\\u0000') ? JSON.parse(body, withoutNul) : JSON.parse(body) };
  } catch {
    // The parser's own message quotes the text, and so a patient.
    return { code: 'not-json', detail: value.length === 0 ? 'no bytes' : 'the bytes are not JSON' };
  }
}

function withoutNul(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}

function partOfEntry(value: unknown, index: number): Part {
  const name = `entry[${String(index)}]`;
  const entry = asObject(value) as Unproven<BundleEntry> | null;
  if (entry?.resource === undefined) return broken(value, `${name} has no resource`);
  const part = partOf(entry.resource, asText(entry.fullUrl), `${name}.resource`);
  if (!('code' in part) && part.type === 'Bundle') {
    return broken(value, `${name} is a Bundle inside a Bundle`);
  }
  return part;
}

function partOf(value: unknown, fullUrl: string | null, name: string): Part {
  const resource = asObject(value);
  if (resource === null) return broken(value, `${name} is not a JSON object`);
  const type = resource['resourceType'];
  if (typeof type !== 'string' || !TYPE_NAME.test(type)) {
    return broken(value, `resourceType of ${name} is ${quoted(type)}`);
  }
  return { resource, type, fullUrl };
}

function broken(given: unknown, detail: string): BrokenPart {
  return { code: 'not-fhir', detail, given };
}
