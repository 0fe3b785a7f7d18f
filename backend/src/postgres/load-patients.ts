import { DAY, HOUR, type EpochMs, type ObservationRecord } from '@endwatch/clinical';
import type { ClientBase } from 'pg';
import type { AlertState } from '../domain/alerting/alert.ts';
import type { ReportVector, StoredPatient } from '../pipeline/ports.ts';
import { alertStateOf, type AlertRow } from './alert.mapper.ts';
import { readRows } from './connection.ts';
import { KNOWN_SCORE, storedScoreOf, type KnownScoreRow } from './known-score.mapper.ts';
import { readObservations, type Extent } from './load-observations.ts';
import { otherOf, reportOf, type OtherRow, type ReportRow } from './record.mapper.ts';
import { sharing, type Sharing } from './sharing.ts';
import { float32Of, storableText, toTimestamp } from './storable.ts';

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
/** Those of the last 24 h, which a late fact recomputes; a bound for streams that score every few minutes. */
const MAX_SCORES = 512;

interface Member {
  readonly survivor: string;
  readonly member: string;
  readonly version: string | null;
  readonly merged_into: string | null;
  readonly admitted_at: EpochMs | null;
  readonly newest_fact_at: EpochMs | null;
}

/** Which of a patient's rows are read, by patient's time. */
interface Window {
  readonly member: string;
  readonly lastingFrom: EpochMs;
  readonly routineFrom: EpochMs;
  readonly firstFrom: EpochMs;
  readonly firstTo: EpochMs;
}

/** One entry for each id, in that order, with whoever was merged into it; version 0 and empty for an unknown one. One query for each table. */
export async function loadPatients(
  client: ClientBase,
  ids: readonly string[],
  extent: Extent,
): Promise<readonly StoredPatient[]> {
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
  if (extent.startsWith('every')) return family.map(({ member }) => ({ member, ...EVER }));
  const newest = Math.max(0, ...family.map((each) => each.newest_fact_at ?? 0));
  const own = family.find(({ survivor, member }) => survivor === member)?.admitted_at ?? null;
  const others = family.map((each) => each.admitted_at).filter((at) => at !== null);
  const admitted = own ?? (others.length > 0 ? Math.min(...others) : null);
  const lastingFrom = Math.min(newest - LOOK_BACK, (admitted ?? newest) - BEFORE_ADMISSION);
  const firstFrom = (admitted ?? newest) - BEFORE_ADMISSION;
  const bounded = newest - ROUTINE_LAST;
  const routineFrom =
    extent === 'bounded' ? bounded : Math.min(bounded, admitted === null ? lastingFrom : firstFrom);
  const firstTo = admitted === null ? firstFrom : admitted + ROUTINE_FIRST;
  return family.map(({ member }) => ({
    member,
    lastingFrom,
    routineFrom,
    firstFrom,
    firstTo: Math.min(firstTo, routineFrom),
  }));
}

interface ReadRows {
  readonly observations: ReadonlyMap<string, readonly ObservationRecord[]>;
  readonly reports: Map<string, ReportRow[]>;
  readonly others: Map<string, OtherRow[]>;
  readonly vectors: Map<string, VectorRow[]>;
  readonly alerts: Map<string, AlertRow[]>;
  readonly scores: Map<string, KnownScoreRow[]>;
  readonly scoresFrom: ReadonlyMap<string, EpochMs>;
}

interface ScoresFromRow {
  readonly patient_id: string;
  readonly scores_from: EpochMs;
}

interface VectorRow {
  readonly patient_id: string;
  readonly resource_key: string;
  readonly version: string;
  readonly model_version: string;
  readonly vector: Buffer;
}

const NONE = new Map<string, never>();
const NOTHING_ELSE = { reports: NONE, vectors: NONE, alerts: NONE, scores: NONE, scoresFrom: NONE };

async function readAll(
  client: ClientBase,
  windows: readonly Window[],
  extent: Extent,
): Promise<ReadRows> {
  const unique = [...new Map(windows.map((window) => [window.member, window])).values()];
  const time = (of: (window: Window) => EpochMs): string[] => unique.map((w) => toTimestamp(of(w)));
  const members = unique.map(({ member }) => member);
  const lasting = time(({ lastingFrom }) => lastingFrom);
  const observed = [
    members,
    lasting,
    time(({ routineFrom }) => routineFrom),
    time(({ firstFrom }) => firstFrom),
    time(({ firstTo }) => firstTo),
  ];
  const records = {
    observations: await readObservations(client, extent, observed),
    others: byPatient(await readRows<OtherRow>(client, OTHERS, [members])),
  };
  if (extent.endsWith('examinations')) return { ...records, ...NOTHING_ELSE };
  const from = await readRows<ScoresFromRow>(client, SCORES_FROM, [members, lasting]);
  const scored = [
    from.map(({ patient_id: id }) => id),
    from.map((row) => toTimestamp(row.scores_from)),
  ];
  return {
    ...records,
    scoresFrom: new Map(from.map((row) => [row.patient_id, row.scores_from])),
    reports: byPatient(await readRows<ReportRow>(client, REPORTS, [members])),
    vectors: byPatient(await readRows<VectorRow>(client, VECTORS, [members])),
    alerts: byPatient(await readRows<AlertRow>(client, ALERTS, [members, lasting])),
    scores: byPatient(await readRows<KnownScoreRow>(client, SCORES, [...scored, MAX_SCORES])),
  };
}

function byPatient<Row extends { readonly patient_id: string }>(
  rows: readonly Row[],
): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => row.patient_id);
}

const REPORTS = 'SELECT * FROM report WHERE patient_id = ANY($1::text[])';
const OTHERS = 'SELECT * FROM clinical_record WHERE patient_id = ANY($1::text[])';
const VECTORS = `SELECT patient_id, resource_key, version, model_version, vector FROM report_vector
  WHERE patient_id = ANY($1::text[])`;
/** Resolved ones of the whole look-back: the same cause shall not raise again. */
const ALERTS = `SELECT a.* FROM unnest($1::text[], $2::timestamptz[]) AS w(member, from_time)
  CROSS JOIN LATERAL (
    SELECT * FROM alert WHERE patient_id = w.member AND (state <> 'resolved' OR state_since >= w.from_time) OFFSET 0
  ) a`;
/** Counted from the newest ever written, whether it holds or not: what is in memory was cut there too. */
const SCORES_FROM = `SELECT w.member AS patient_id, greatest(w.from_time, n.newest - interval '24 hours') AS scores_from
  FROM unnest($1::text[], $2::timestamptz[]) AS w(member, from_time)
  CROSS JOIN LATERAL (
    SELECT max(as_of) AS newest FROM score WHERE patient_id = w.member AND as_of >= w.from_time
  ) n WHERE n.newest IS NOT NULL`;
const SCORES = `
  SELECT s.* FROM unnest($1::text[], $2::timestamptz[]) AS w(member, from_time)
  CROSS JOIN LATERAL (
    SELECT ${KNOWN_SCORE} FROM score
    WHERE patient_id = w.member AND superseded_at IS NULL AND as_of >= w.from_time
    ORDER BY as_of DESC LIMIT $3
  ) s`;

function assemble(
  id: string,
  family: readonly Member[],
  read: ReadRows & { readonly shared: Sharing },
): StoredPatient {
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
  const oldest = held.length < MAX_SCORES ? undefined : held.at(-1)?.as_of;
  return {
    scores: held.map((row) => storedScoreOf(row, shared)),
    scoresFrom: oldest ?? scoresFrom.get(member) ?? null,
  };
}
