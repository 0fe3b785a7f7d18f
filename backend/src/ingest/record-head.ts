import { hash } from 'node:crypto';
import { versionTime, type EpochMs, type RecordStatus, type RecordTimes } from '@endwatch/clinical';
import type { Meta } from 'fhir/r4.js';
import type { Decoding, Entry } from './decoding.ts';
import type { ResourcePart } from './message.ts';
import { asId, referenceIn } from './references.ts';
import { asObject, asText, quoted, type Unproven } from './unproven.ts';

/** A device clock may run ahead of ours by this much before its facts are put aside. */
export const CLOCK_SKEW_MS: number = 5 * 60_000;

const RETRACTED: ReadonlySet<string> = new Set(['entered-in-error', 'cancelled', 'not-done']);

/** Order in which one resource goes through its statuses: of two versions that carry no other order the later status holds. */
const STATUS_RANK: Readonly<Record<RecordStatus, number>> = {
  unknown: 0,
  registered: 1,
  preliminary: 2,
  final: 3,
  appended: 4,
  amended: 5,
  corrected: 6,
  cancelled: 7,
  'entered-in-error': 8,
};

/** FHIR's status of an Observation or DiagnosticReport → ours. */
export function recordStatus(status: unknown): RecordStatus {
  if (status === 'partial') return 'preliminary';
  return typeof status === 'string' && Object.hasOwn(STATUS_RANK, status)
    ? (status as RecordStatus)
    : 'unknown';
}

export function isRetracted(status: unknown): boolean {
  return typeof status === 'string' && RETRACTED.has(status);
}

/** `Observation/42`, or null for a resource without id. */
export function resourceName({ resource, type }: ResourcePart): string | null {
  const id = asId(resource['id']);
  return id === null ? null : `${type}/${id}`;
}

/**
 * The patient a resource is about. Notes `no-patient` or `key-mismatch` and gives null where there is none to believe.
 * @param subject the resource's `subject` (or `patient`) reference
 */
export function subjectOf(entry: Entry, subject: unknown, decoding: Decoding): string | null {
  const reference = referenceIn(subject);
  const patientId = entry.references.idIn(reference, 'Patient', entry.resource);
  if (patientId === null) {
    const what = reference === null ? 'subject.reference is missing' : unresolved(reference);
    decoding.reject('no-patient', what);
    return null;
  }
  return acceptKey(entry, patientId, decoding) ? patientId : null;
}

function unresolved(reference: string): string {
  if (reference.startsWith('urn:'))
    return 'subject.reference is a URN that the message does not hold';
  return 'subject.reference names no Patient by id';
}

/** Notes the patient, or `key-mismatch` and false when the log's key says another one. */
export function acceptKey(entry: Entry, patientId: string, decoding: Decoding): boolean {
  decoding.concerns(patientId);
  const { key } = entry.origin;
  if (key === null || key === patientId) return true;
  decoding.reject('key-mismatch', `${keyMismatch(key, patientId)} that the resource's subject has`);
  return false;
}

/** Two ids beside each other; a key that is none may be a name, and is not repeated. */
export function keyMismatch(key: string, patientId: string): string {
  const said = asId(key) === null ? 'that is no id' : quoted(key);
  return `key ${said} is not ${quoted(patientId)}, the id`;
}

/** Notes `time-in-future` and gives false when a fact claims to be from after the moment we read it. */
export function isNotFuture(entry: Entry, at: EpochMs, field: string, decoding: Decoding): boolean {
  if (at <= entry.origin.ingestedAt + CLOCK_SKEW_MS) return true;
  decoding.reject(
    'time-in-future',
    `${field} ${new Date(at).toISOString()} lies ahead of the clock`,
  );
  return false;
}

export interface HeadParts {
  readonly patientId: string;
  readonly status: RecordStatus;
  readonly retracted: boolean;
  readonly effectiveAt: EpochMs;
  readonly issuedAt: EpochMs | null;
  /** Tells versions of resources without id apart: code and value, whatever makes it this fact and no other. */
  readonly identity: string;
  /** Everything the record says, as JSON; breaks ties between versions. */
  readonly content: string;
  /** A person or a stay goes on changing, and many senders do not number the changes: then what the log took later holds. */
  readonly changing?: boolean;
}

export interface RecordHead {
  readonly patientId: string;
  readonly resourceKey: string;
  readonly version: string;
  readonly retracted: boolean;
  readonly status: RecordStatus;
  readonly times: RecordTimes;
  readonly source: string | null;
}

/** What every record begins with. */
export function recordHead(entry: Entry, parts: HeadParts): RecordHead {
  const { origin } = entry;
  const meta = metaOf(entry);
  const key =
    entry.name ??
    `${entry.type}/~${digest(JSON.stringify([parts.patientId, parts.effectiveAt, parts.identity]), 32)}`;
  return {
    patientId: parts.patientId,
    resourceKey: key,
    version: versionOf(entry, { ...parts, ties: tiesOf(entry, parts) }, textOf(parts)),
    retracted: parts.retracted,
    status: parts.status,
    times: {
      effectiveAt: parts.effectiveAt,
      issuedAt: parts.issuedAt,
      brokerAt: origin.brokerAt,
      ingestedAt: origin.ingestedAt,
    },
    source: asText(meta?.source) ?? origin.headers['ce_source'] ?? null,
  };
}

/** `meta.lastUpdated`; null where the sender did not say. */
export function lastUpdatedOf(entry: Entry): EpochMs | null {
  return entry.siteTime.instant(metaOf(entry)?.lastUpdated);
}

function metaOf(entry: Entry): Unproven<Meta> | null {
  return asObject(entry.resource['meta']);
}

/** The parts as JSON. Written out: it is as much as every message costs, and ids, statuses and times need no escaping. */
function textOf(parts: HeadParts): string {
  const { patientId, status, retracted, effectiveAt, issuedAt, identity, content } = parts;
  return `{"patientId":"${patientId}","status":"${status}","retracted":${retracted},"effectiveAt":${effectiveAt},"issuedAt":${issuedAt},"identity":${JSON.stringify(identity)},"content":${content}}`;
}

/** What decides between versions that their sender put in no order; none where the sender did. */
function tiesOf(entry: Entry, { changing, effectiveAt }: HeadParts): readonly EpochMs[] {
  if (numberOf(entry) !== '') return [];
  const { brokerAt } = entry.origin;
  // HL7 v2 tells the second only, and admission and transfer may share one.
  if (changing === true) return [brokerAt];
  return lastUpdatedOf(entry) === null ? [effectiveAt, brokerAt] : [];
}

/**
 * A string that sorts as the versions of a resource do: numeric `versionId`, then `lastUpdated` (or when the log took it, where that has to
 * decide), then `issued`, then how far the status has come, then, where the sender did not say which version it is, the `ties` and the content, so
 * that any two versions have an order. The same content sent again is the same version, but for the log's time (`withoutRepeats`).
 * @param content everything that the version says
 */
export function versionOf(
  entry: Entry,
  parts: Pick<HeadParts, 'status' | 'issuedAt' | 'changing'> & {
    readonly ties: readonly EpochMs[];
  },
  content: string,
): string {
  const overrules = takesBackUnsaid(entry, parts);
  // Joined, not concatenated: what is kept for a whole stay is then one string, not a tree of its parts.
  return [
    overrules ? ABOVE_ANY : numberOf(entry).padStart(12, '0'),
    versionTime(
      lastUpdatedOf(entry) ?? (overrules ? entry.origin.brokerAt : takenAt(entry, parts)),
    ),
    versionTime(parts.issuedAt),
    STATUS_RANK[parts.status],
    ...parts.ties.map(versionTime),
    ...(isIdentified(entry, parts) ? [] : [digest(content, 12)]),
  ].join('.');
}

/** Its sender says which version it is: whatever comes under the same one is that message again, and is taken once. */
function isIdentified(entry: Entry, { changing }: Pick<HeadParts, 'changing'>): boolean {
  return numberOf(entry) !== '' || (changing !== true && lastUpdatedOf(entry) !== null);
}

/** `meta.versionId` where it is a number, as with servers that count. */
function numberOf(entry: Entry): string {
  const versionId = metaOf(entry)?.versionId;
  return typeof versionId === 'string' && /^\d{1,12}$/.test(versionId) ? versionId : '';
}

/** Greater than any `versionId` that counts. */
const ABOVE_ANY = '9'.repeat(12);

/**
 * What corrects or takes back, without a word of when, does so from when the log took it: the original may carry its time of release. It may
 * carry a number too, which its sender stripped with all the rest.
 */
function takesBackUnsaid(
  entry: Entry,
  { status, issuedAt, changing }: Pick<HeadParts, 'status' | 'issuedAt' | 'changing'>,
): boolean {
  if (changing === true || STATUS_RANK[status] <= STATUS_RANK.appended) return false;
  return issuedAt === null && isUnordered(entry);
}

/** Its sender says neither which version it is nor of when. */
export function isUnordered(entry: Entry): boolean {
  return numberOf(entry) === '' && lastUpdatedOf(entry) === null;
}

/** A stay that was over or called off may go on: where nothing says which version is the later one, how far each has come does not. */
function takenAt(entry: Entry, { changing }: Pick<HeadParts, 'changing'>): EpochMs | null {
  return changing === true && numberOf(entry) === '' ? entry.origin.brokerAt : null;
}

function digest(content: string, length: number): string {
  return hash('sha1', content, 'hex').slice(0, length);
}
