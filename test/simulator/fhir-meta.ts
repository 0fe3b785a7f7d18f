import type { ClinicalRecord, EpochMs } from '@endwatch/clinical';
import type { Meta } from 'fhir/r4.js';

/** Instant in UTC, as FHIR writes it. */
export function iso(at: EpochMs): string {
  return new Date(at).toISOString();
}

/** Version and time of a record: `versionId` counts from 1. */
export function metaOf(record: ClinicalRecord): Meta {
  return {
    versionId: String(Number(record.version)),
    lastUpdated: iso(record.times.issuedAt ?? record.times.brokerAt),
    source: `urn:endwatch:simulator:${record.source ?? 'unknown'}`,
  };
}
