import { DAY, HOUR, type EpochMs } from '@endwatch/clinical';
import type { ClientBase } from 'pg';
import type { AlertState } from '../domain/alerting/alert.ts';
import { MOST_SCORES } from '../domain/rescoring/replace-scores.ts';
import type { PackedPatient, ReportVector, StoredPatient } from '../pipeline/ports.ts';
import { alertStateOf } from './alert.mapper.ts';
import { readRows } from './connection.ts';
import { storedScoreOf } from './known-score.mapper.ts';
import type { Extent } from './load-observations.ts';
import { readAll, type ReadRows, type VectorRow, type Window } from './load-patient-rows.ts';
import { otherOf, reportOf } from './record.mapper.ts';
import { sharing, type Sharing } from './sharing.ts';
import { float32Of, storableText } from './storable.ts';

/** How far back stays are read. */
const LOOK_BACK = 30 * DAY;
/** Before t0: the admission examination may lie 6 h before, what a sender dates wrongly a little more. */
const BEFORE_ADMISSION = DAY;
/**
 * Vital signs that correct nothing: the last 48 h are used. A day more is read, so that a version whose correction was dated to just outside
 * is not taken for the newest.
 */
const ROUTINE_LAST = 72 * HOUR;
const ROUTINE_FIRST = 30 * HOUR;
interface Member {
  readonly survivor: string;
  readonly member: string;
  readonly version: string | null;
  readonly merged_into: string | null;
  readonly admitted_at: EpochMs | null;
  readonly newest_fact_at: EpochMs | null;
}

/** One entry for each id, in that order, with whoever was merged into it; version 0 and empty for an unknown one. One query for each table. */
export async function loadPatients(
  client: ClientBase,
  ids: readonly string[],
  extent: Extent,
): Promise<readonly PackedPatient[]> {
  if (ids.length === 0) return [];
  const wanted = [...new Set(ids.map(storableText))];
  const members = await readRows<Member>(client, FAMILIES, [wanted]);
  const families = Map.groupBy(members, ({ survivor }) => survivor);
  const windows = [...families.values()].flatMap((family) => windowsOf(family, extent));
  const read = await readAll(client, windows, extent);
  const shared = sharing();
  return ids.map((id) => assemble(id, families.get(storableText(id)) ?? [], { ...read, shared }));
}

/** Everybody merged into somebody, over any number of steps; UNION ends circles. */
const FAMILIES = `
  WITH RECURSIVE family AS (
    SELECT id AS survivor, id AS member FROM unnest($1::text[]) AS id
    UNION
    SELECT f.survivor, p.patient_id FROM family f JOIN patient p ON p.merged_into = f.member
  )
  SELECT f.survivor, f.member, p.version, p.merged_into, p.admitted_at, p.newest_fact_at
  FROM family f LEFT JOIN patient p ON p.patient_id = f.member`;

/** Before there were records. */
const BEGIN: EpochMs = Date.UTC(1900, 0, 1);
const EVER = { lastingFrom: BEGIN, routineFrom: BEGIN, firstFrom: BEGIN, firstTo: BEGIN };

function windowsOf(family: readonly Member[], extent: Extent): readonly Window[] {
  if (extent.startsWith('every'))
    return family.map(({ member }) => ({ member, alone: false, ...EVER }));
  const newest = Math.max(0, ...family.map((each) => each.newest_fact_at ?? 0));
  const own = family.find(({ survivor, member }) => survivor === member)?.admitted_at ?? null;
  const others = family.map((each) => each.admitted_at).filter((at) => at !== null);
  const admitted = own ?? (others.length > 0 ? Math.min(...others) : null);
  const lastingFrom = Math.min(newest - LOOK_BACK, (admitted ?? newest) - BEFORE_ADMISSION);
  const firstFrom = (admitted ?? newest) - BEFORE_ADMISSION;
  const scored = extent === 'bounded' || extent === 'packed';
  const begin = admitted === null ? lastingFrom : firstFrom;
  const routineFrom = Math.min(newest - ROUTINE_LAST, scored ? Infinity : begin);
  const firstTo = admitted === null ? firstFrom : admitted + ROUTINE_FIRST;
  return family.map(({ member }) => ({
    member,
    alone: isAlone(family),
    lastingFrom,
    routineFrom,
    firstFrom,
    firstTo: Math.min(firstTo, routineFrom),
  }));
}

function isAlone(family: readonly Member[]): boolean {
  return family.length === 1 && family.every(({ merged_into: into }) => into === null);
}

function assemble(
  id: string,
  family: readonly Member[],
  read: ReadRows & { readonly shared: Sharing },
): PackedPatient {
  const members = family.map(({ member }) => member);
  const own = family.find(({ member, survivor }) => member === survivor);
  const all = <Row>(table: ReadonlyMap<string, readonly Row[]>): Row[] =>
    members.flatMap((member) => table.get(member) ?? []);
  return {
    patientId: id,
    version: Number(own?.version ?? 0),
    aliases: members.filter((member) => member !== own?.member),
    mergedInto: own?.merged_into ?? null,
    records: [
      ...all(read.others).map(otherOf),
      ...all(read.reports).map(reportOf),
      ...all(read.observations),
    ],
    values: read.values.get(own?.member ?? id) ?? null,
    reportVectors: all(read.vectors).map(vectorOf),
    alerts: all(read.alerts).map((row): AlertState => alertStateOf(row)),
    ...scoresOf(own?.member ?? id, read),
  };
}

function vectorOf(row: VectorRow): ReportVector {
  return {
    resourceKey: row.resource_key,
    version: row.version,
    modelVersion: row.model_version,
    vector: float32Of(row.vector),
  };
}

function scoresOf(
  member: string,
  { scores, scoresFrom, shared }: ReadRows & { readonly shared: Sharing },
): Pick<StoredPatient, 'scores' | 'scoresFrom'> {
  const held = scores.get(member) ?? [];
  const oldest = held.length < MOST_SCORES ? undefined : held.at(-1)?.as_of;
  return {
    scores: held.map((row) => storedScoreOf(row, shared)),
    scoresFrom: oldest ?? scoresFrom.get(member) ?? null,
  };
}
