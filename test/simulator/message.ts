import { VITAL_SIGNS } from '@endwatch/clinical';
import type { ClinicalRecord, EpochMs } from '@endwatch/clinical';
import type { InboundStream } from '@endwatch/contracts';
import type { Bundle, FhirResource } from 'fhir/r4.js';
import type { Site } from './site.ts';
import { toFhir } from './to-fhir.ts';

/** What a sending system hands over at once: one resource, or several that were released together. */
export interface Message {
  readonly stream: InboundStream;
  /** Key in the log; null for what belongs to no patient. */
  readonly patientId: string | null;
  /** The same message again has the same id (`ce_id`). */
  readonly id: string;
  /** Sending system (`ce_source`). */
  readonly source: string;
  /** Effective time of what it says. */
  readonly effectiveAt: EpochMs;
  /** When it leaves the sending system. */
  readonly sendAt: EpochMs;
  readonly resources: readonly FhirResource[];
}

const VITALS: ReadonlySet<string> = new Set(VITAL_SIGNS);

/** The stream a record is sent on. */
export function streamOf(record: ClinicalRecord): InboundStream {
  if (record.type === 'report') return 'reports';
  if (record.type !== 'observation') return 'adt';
  const first = record.facts[0];
  if (first?.kind !== 'measurement') return 'nihss';
  return VITALS.has(first.quantity) ? 'vitals' : 'labs';
}

/** One resource as it is; several as a collection. */
export function bodyOf(resources: readonly FhirResource[]): FhirResource {
  const [first] = resources;
  if (first !== undefined && resources.length === 1) return first;
  const entry = resources.map((resource) => ({ resource }));
  return { resourceType: 'Bundle', type: 'collection', entry } satisfies Bundle;
}

function messageOf(records: readonly [ClinicalRecord, ...ClinicalRecord[]], site: Site): Message {
  const [first] = records;
  const { effectiveAt, issuedAt, brokerAt } = first.times;
  return {
    stream: streamOf(first),
    patientId: first.patientId,
    id: `${first.resourceKey}:${first.version}`,
    source: `urn:endwatch:simulator:${site.id}:${first.source ?? 'unknown'}`,
    effectiveAt,
    sendAt: issuedAt ?? brokerAt,
    resources: records.flatMap((record) => toFhir(record, site)),
  };
}

/** Records of one patient → messages, by time of sending: what one system measured and released at one moment goes together. */
export function messagesOf(records: readonly ClinicalRecord[], site: Site): Message[] {
  const groups = new Map<string, [ClinicalRecord, ...ClinicalRecord[]]>();
  for (const record of records) {
    const { effectiveAt, issuedAt } = record.times;
    const released = [record.patientId, streamOf(record), record.source, effectiveAt, issuedAt];
    const key = released.join(' ');
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return [...groups.values()]
    .map((group) => messageOf(group, site))
    .sort((a, b) => a.sendAt - b.sendAt);
}
