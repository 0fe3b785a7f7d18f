import type { ClientBase } from 'pg';
import type {
  ClinicalRecord,
  EpochMs,
  LocationRecord,
  ObservationRecord,
  ReportRecord,
} from '@endwatch/clinical';
import type { NewLogRecord } from '../../pipeline/event-log.ts';
import type {
  BatchEffects,
  MessageId,
  PatientEffects,
  ReportVector,
  StoredRejection,
} from '../../pipeline/ports.ts';
import { column, insertRows, type Column } from '../bulk-insert.ts';
import {
  factsOf,
  OBSERVATION_COLUMNS,
  OTHER_COLUMNS,
  recordId,
  REPORT_COLUMNS,
  type OtherRecord,
} from '../record.mapper.ts';
import { digest, float32Bytes, storableText } from '../storable.ts';

/** Everything that arrived, as it arrived. What is there already stays as it is. */
export async function writeFacts(client: ClientBase, effects: BatchEffects): Promise<void> {
  const records = effects.patients.flatMap((patient) => patient.records);
  const facts = records.filter(isObservation).flatMap(factsOf);
  await insertRows(client, { table: 'observation', columns: OBSERVATION_COLUMNS }, facts);
  await insertRows(client, { table: 'report', columns: REPORT_COLUMNS }, records.filter(isReport));
  await insertRows(
    client,
    { table: 'clinical_record', columns: OTHER_COLUMNS },
    records.filter(isOther),
  );
  const vectors = effects.patients.flatMap(vectorsOf);
  await insertRows(client, { table: 'report_vector', columns: VECTOR_COLUMNS }, vectors);
  const seen = effects.messageIds.map((id) => ({ ...id, knownAt: effects.knownAt }));
  await insertRows(client, { table: 'seen_message', columns: SEEN_COLUMNS }, seen);
  await insertRows(client, { table: 'rejection', columns: REJECTION_COLUMNS }, effects.rejections);
}

/** Newer descriptions of places; the directory's version moves only when one is. Answers whether it did. */
export async function writeLocations(
  client: ClientBase,
  locations: readonly LocationRecord[],
): Promise<boolean> {
  const newest = new Map<string, LocationRecord>();
  for (const location of locations) {
    const known = newest.get(location.locationId);
    if (!known || known.version < location.version) newest.set(location.locationId, location);
  }
  const changed = await insertRows(
    client,
    { table: 'location', columns: LOCATION_COLUMNS, tail: NEWER_LOCATION },
    [...newest.values()],
  );
  if (changed.length === 0) return false;
  await client.query('UPDATE location_directory SET version = version + 1');
  return true;
}

/** Compared byte for byte, as the version's order is defined. */
const NEWER_LOCATION = `ON CONFLICT (location_id) DO UPDATE SET
    kind = excluded.kind, name = excluded.name, part_of = excluded.part_of, version = excluded.version
  WHERE excluded.version COLLATE "C" > location.version COLLATE "C"
  RETURNING location_id`;

const LOCATION_COLUMNS: readonly Column<LocationRecord>[] = [
  column('location_id', 'text', (location) => location.locationId),
  column('kind', 'text', (location) => location.kind),
  column('name', 'text', (location) => location.name),
  column('part_of', 'text', (location) => location.partOf),
  column('version', 'text', (location) => location.version),
];

interface VectorOfPatient extends ReportVector {
  readonly patientId: string;
}

function vectorsOf({ patientId, reportVectors }: PatientEffects): readonly VectorOfPatient[] {
  return reportVectors.map((vector) => ({ ...vector, patientId }));
}

const VECTOR_COLUMNS: readonly Column<VectorOfPatient>[] = [
  column('patient_id', 'text', (vector) => vector.patientId),
  column('record_id', 'uuid', recordId),
  column('model_version', 'text', (vector) => vector.modelVersion),
  column('resource_key', 'text', (vector) => vector.resourceKey),
  column('version', 'text', (vector) => vector.version),
  column('vector', 'bytea', ({ vector }) => float32Bytes(vector)),
];

export function messageDigest({ source, id }: MessageId): string {
  return digest(source, id);
}

const SEEN_COLUMNS: readonly Column<MessageId & { readonly knownAt: EpochMs }>[] = [
  column('digest', 'uuid', messageDigest),
  column('seen_at', 'timestamptz', ({ knownAt }) => knownAt),
];

const REJECTION_COLUMNS: readonly Column<StoredRejection>[] = [
  column('at', 'timestamptz', ({ origin }) => origin.ingestedAt),
  column('code', 'text', ({ code }) => code),
  column('detail', 'text', ({ detail }) => detail),
  column('patient_id', 'text', ({ patientId }) => patientId),
  column('resource', 'text', ({ resource }) => resource),
  column('raw', 'bytea', ({ raw }) => raw),
  column('door', 'text', ({ origin }) => origin.door),
  column('topic', 'text', ({ origin }) => origin.topic),
  column('partition', 'integer', ({ origin }) => origin.partition),
  column('offset', 'bigint', ({ origin }) => origin.offset),
  column('key', 'text', ({ origin }) => origin.key),
  column('headers', 'jsonb', ({ origin }) => withStorableNames(origin.headers)),
  column('broker_at', 'timestamptz', ({ origin }) => origin.brokerAt),
  column('ingested_at', 'timestamptz', ({ origin }) => origin.ingestedAt),
];

/** Messages out, in order: a relay publishes them once this transaction is durable. */
export async function writeMessages(client: ClientBase, effects: BatchEffects): Promise<void> {
  const messages = (effects.messages ?? []).map((message) => ({
    ...message,
    knownAt: effects.knownAt,
  }));
  await insertRows(client, { table: 'outbox', columns: OUTBOX_COLUMNS }, messages);
}

const OUTBOX_COLUMNS: readonly Column<NewLogRecord & { readonly knownAt: EpochMs }>[] = [
  column('topic', 'text', ({ topic }) => topic),
  column('key', 'text', ({ key }) => key),
  column('headers', 'jsonb', ({ headers }) => withStorableNames(headers)),
  column('value', 'bytea', ({ value }) => value),
  column('created_at', 'timestamptz', ({ knownAt }) => knownAt),
];

function withStorableNames(headers: Readonly<Record<string, string>>): object {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [storableText(name), value]),
  );
}

function isObservation(record: ClinicalRecord): record is ObservationRecord {
  return record.type === 'observation';
}
function isReport(record: ClinicalRecord): record is ReportRecord {
  return record.type === 'report';
}
function isOther(record: ClinicalRecord): record is OtherRecord {
  return !isObservation(record) && !isReport(record);
}
