import type { ClientBase } from 'pg';
import type { BatchEffects, CommitOutcome, PatientEffects } from '../../pipeline/ports.ts';
import type { TopicPartition } from '../../pipeline/event-log.ts';
import { arrays, column, insertRows, rowSource, type Column } from '../bulk-insert.ts';
import { readRows } from '../connection.ts';
import { storableText } from '../storable.ts';

type Refusal = Exclude<CommitOutcome, { outcome: 'committed' }>;

/**
 * Takes every lock a batch needs, in the same order in every process, and compares what was read with what is there. Null = go on. Rows are
 * moved already when this refuses: the caller rolls back.
 */
export async function passGuards(
  client: ClientBase,
  effects: BatchEffects,
): Promise<Refusal | null> {
  // All three are on their way, in this order, before the first is answered.
  const asked = Promise.all([
    moveOffsets(client, effects.offsets),
    directoryHolds(client, effects),
    movePatients(client, effects.patients),
  ]);
  const [lost, holds, changed] = await asked;
  if (lost.length > 0) return { outcome: 'fenced', partitions: lost };
  const patientIds = holds ? changed : [];
  return patientIds.length > 0 || !holds
    ? { outcome: 'stale', patientIds, directory: !holds }
    : null;
}

async function moveOffsets(
  client: ClientBase,
  offsets: BatchEffects['offsets'],
): Promise<readonly TopicPartition[]> {
  if (offsets.length === 0) return [];
  const first = offsets.filter(({ from }) => from === 0n);
  const begun = insertRows(client, { table: 'consumer_offset', columns: FIRST_OFFSET }, first);
  const moving = readRows<{ topic: string; partition: number }>(
    client,
    `UPDATE consumer_offset c SET next_offset = s.next
     FROM unnest($1::text[], $2::integer[], $3::bigint[], $4::bigint[]) AS s(topic, partition, expected, next)
     WHERE c.topic = s.topic AND c.partition = s.partition AND c.next_offset = s.expected
     RETURNING c.topic, c.partition`,
    [
      offsets.map(({ topic }) => topic),
      offsets.map(({ partition }) => partition),
      offsets.map(({ from }) => from.toString()),
      offsets.map(({ to }) => to.toString()),
    ],
  );
  const [rows] = await Promise.all([moving, begun]);
  const moved = new Set(rows.map(({ topic, partition }) => `${topic} ${partition}`));
  return offsets
    .filter(({ topic, partition }) => !moved.has(`${topic} ${partition}`))
    .map(({ topic, partition }) => ({ topic, partition }));
}

const FIRST_OFFSET: readonly Column<TopicPartition>[] = [
  column('topic', 'text', ({ topic }) => topic),
  column('partition', 'integer', ({ partition }) => partition),
  column('next_offset', 'bigint', () => 0n),
];

/** A batch that only reads placements shares the directory; one that changes it has it alone. */
async function directoryHolds(client: ClientBase, effects: BatchEffects): Promise<boolean> {
  const { patients, locations, expectedDirectoryVersion } = effects;
  if (patients.length === 0 && locations.length === 0) return true;
  const rows = await readRows<{ version: string }>(
    client,
    `SELECT version FROM location_directory FOR ${locations.length > 0 ? 'UPDATE' : 'SHARE'}`,
  );
  return Number(rows[0]?.version) === expectedDirectoryVersion;
}

const PATIENT_COLUMNS: readonly Column<PatientEffects>[] = [
  column('patient_id', 'text', ({ patientId }) => patientId),
  column('partition', 'integer', ({ partition }) => partition),
  column('expected', 'bigint', ({ expectedVersion }) => expectedVersion),
  column('admitted_at', 'timestamptz', ({ profile }) => profile.admittedAt),
  column('discharged_at', 'timestamptz', ({ profile }) => profile.dischargedAt),
  column('encounter_id', 'text', ({ profile }) => profile.encounterId),
  column('location_ids', 'jsonb', ({ profile }) => profile.locationIds),
  column('merged_into', 'text', ({ profile }) => profile.mergedInto),
  column('next_wake_at', 'timestamptz', ({ profile }) => profile.nextWakeAt),
  column('newest_fact_at', 'timestamptz', newestFact),
];

/** As the database has it; to ten minutes, so that a row that moves all the time seldom moves in an index. */
const MOVED_AT = "date_bin('10 minutes', now(), 'epoch')";

/** A row that ought to be there and is not counts as changed too: hence the EXISTS. */
const MOVE_PATIENTS = `
  INSERT INTO patient AS p (patient_id, partition, version, admitted_at, discharged_at, encounter_id, location_ids, merged_into,
    next_wake_at, newest_fact_at, moved_at)
  SELECT r.patient_id, r.partition, r.expected + 1, r.admitted_at, r.discharged_at, r.encounter_id,
    ARRAY(SELECT jsonb_array_elements_text(r.location_ids)), r.merged_into, r.next_wake_at, r.newest_fact_at, ${MOVED_AT}
  FROM ${rowSource(PATIENT_COLUMNS)}
  WHERE r.expected = 0 OR EXISTS (SELECT FROM patient known WHERE known.patient_id = r.patient_id)
  ORDER BY r.patient_id
  ON CONFLICT (patient_id) DO UPDATE SET
    partition = excluded.partition, version = excluded.version, admitted_at = excluded.admitted_at,
    discharged_at = excluded.discharged_at, encounter_id = excluded.encounter_id, location_ids = excluded.location_ids,
    merged_into = excluded.merged_into, next_wake_at = excluded.next_wake_at,
    newest_fact_at = greatest(p.newest_fact_at, excluded.newest_fact_at), moved_at = excluded.moved_at
  WHERE p.version = excluded.version - 1
  RETURNING p.patient_id`;

/** One statement for new and known patients, in order of id. Answers with those that are not as they were read. */
async function movePatients(
  client: ClientBase,
  patients: readonly PatientEffects[],
): Promise<readonly string[]> {
  if (patients.length === 0) return [];
  const rows = await readRows<{ patient_id: string }>(
    client,
    MOVE_PATIENTS,
    arrays(PATIENT_COLUMNS, patients),
  );
  const moved = new Set(rows.map((row) => row.patient_id));
  return patients.map(({ patientId }) => patientId).filter((id) => !moved.has(storableText(id)));
}

/** Newest effective time among what tells of the stay's course: demographics do not. */
function newestFact({ records }: PatientEffects): number | null {
  const times = records
    .filter(({ type }) => type === 'observation' || type === 'report' || type === 'encounter')
    .map(({ times: { effectiveAt } }) => effectiveAt);
  return times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b));
}
