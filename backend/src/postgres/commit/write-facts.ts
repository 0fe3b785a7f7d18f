import type { ClientBase } from 'pg';
import type {
  ClinicalRecord,
  EpochMs,
  LocationRecord,
  ObservationRecord,
  ReportRecord,
} from '@endwatch/clinical';
import { isCanary } from '../../domain/canary/canary.ts';
import type { NewLogRecord } from '../../pipeline/event-log.ts';
import type {
  BatchEffects,
  MessageId,
  PatientEffects,
  ReportVector,
  ScoreRecord,
  StoredRejection,
} from '../../pipeline/ports.ts';
import { arrays, column, insertRows, type Column } from '../bulk-insert.ts';
import { prepared } from '../connection.ts';
import { factsOf, OBSERVATION_COLUMNS } from '../observation.mapper.ts';
import { OTHER_COLUMNS, recordId, REPORT_COLUMNS, type OtherRecord } from '../record.mapper.ts';
import { digest, float32Bytes, storableText, toTimestamp } from '../storable.ts';
import { SCORES_TOGETHER } from '../typeorm-outbox.ts';

/** Everything that arrived, as it arrived. What is there already stays as it is. */
export function writeFacts(client: ClientBase, effects: BatchEffects): Promise<unknown> {
  const records = effects.patients.flatMap((patient) => patient.records);
  const facts = records.filter(isObservation).flatMap(factsOf);
  const vectors = effects.patients.flatMap(vectorsOf);
  const seen = effects.messageIds.map((message) => ({ message, knownAt: effects.knownAt }));
  return Promise.all([
    insertRows(client, { table: 'observation', columns: OBSERVATION_COLUMNS }, facts),
    insertRows(client, { table: 'report', columns: REPORT_COLUMNS }, records.filter(isReport)),
    insertRows(
      client,
      { table: 'clinical_record', columns: OTHER_COLUMNS },
      records.filter(isOther),
    ),
    insertRows(client, { table: 'report_vector', columns: VECTOR_COLUMNS }, vectors),
    insertRows(
      client,
      { table: 'seen_message', columns: SEEN_COLUMNS, tail: IN_ORDER_OF_INDEX },
      seen,
    ),
    insertRows(client, { table: 'rejection', columns: REJECTION_COLUMNS }, effects.rejections),
  ]);
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

const digests = new WeakMap<MessageId, string>();

/** Asked for once to look whether a message was taken, and again to note that it is. */
export function messageDigest(message: MessageId): string {
  const known = digests.get(message);
  if (known !== undefined) return known;
  const made = digest(message.source, message.id);
  digests.set(message, made);
  return made;
}

interface SeenMessage {
  readonly message: MessageId;
  readonly knownAt: EpochMs;
}

const SEEN_COLUMNS: readonly Column<SeenMessage>[] = [
  column('digest', 'uuid', ({ message }) => messageDigest(message)),
  column('seen_at', 'timestamptz', ({ knownAt }) => knownAt),
];

/** Digests are spread all over their index: in its order each page is looked for once. */
const IN_ORDER_OF_INDEX = 'ORDER BY r.digest ON CONFLICT DO NOTHING';

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

/** Messages out and scores to be told, in order: a relay publishes them once this transaction is durable. */
export function writeMessages(client: ClientBase, effects: BatchEffects): Promise<unknown> {
  const messages = (effects.messages ?? []).map((message) => ({
    ...message,
    knownAt: effects.knownAt,
  }));
  const sent: Promise<unknown>[] = [
    insertRows(client, { table: 'outbox', columns: OUTBOX_COLUMNS }, messages),
  ];
  const scores = effects.patients
    .flatMap((patient) => patient.scores)
    .filter(({ patientId }) => !isCanary(patientId));
  for (let from = 0; from < scores.length; from += SCORES_TOGETHER) {
    const values = [
      ...arrays(OUTGOING_SCORE, scores.slice(from, from + SCORES_TOGETHER)),
      toTimestamp(effects.knownAt),
    ];
    sent.push(client.query({ ...prepared(OUTGOING_SCORES), values }));
  }
  return Promise.all(sent);
}

const OUTGOING_SCORES = `INSERT INTO score_outbox (patient_ids, as_of, score_ids, count, created_at)
  VALUES ($1::text[], $2::timestamptz[], $3::text[], cardinality($3::text[]), $4)`;

const OUTGOING_SCORE: readonly Column<ScoreRecord>[] = [
  column('patient_ids', 'text', (score) => score.patientId),
  column('as_of', 'timestamptz', (score) => score.asOf),
  column('score_ids', 'text', (score) => score.id),
];

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
