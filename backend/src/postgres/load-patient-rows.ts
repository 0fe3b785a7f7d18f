import type { EpochMs, ObservationRecord } from '@endwatch/clinical';
import type { ClientBase } from 'pg';
import { MOST_SCORES } from '../domain/rescoring/replace-scores.ts';
import type { StoredValues } from '../domain/patient-state/stored-patient.ts';
import type { AlertRow } from './alert.mapper.ts';
import { readRows } from './connection.ts';
import { KNOWN_SCORE, type KnownScoreRow } from './known-score.mapper.ts';
import { readObservations, readValues, type Extent } from './load-observations.ts';
import type { OtherRow, ReportRow } from './record.mapper.ts';
import { toTimestamp } from './storable.ts';

/** Which of a patient's rows are read, by patient's time. */
export interface Window {
  readonly member: string;
  /** Nobody was merged into this patient, who was merged into nobody. */
  readonly alone: boolean;
  readonly lastingFrom: EpochMs;
  readonly routineFrom: EpochMs;
  readonly firstFrom: EpochMs;
  readonly firstTo: EpochMs;
}

export interface ReadRows {
  readonly observations: ReadonlyMap<string, readonly ObservationRecord[]>;
  /** Of those who stand alone, where values are packed. */
  readonly values: ReadonlyMap<string, StoredValues>;
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

export interface VectorRow {
  readonly patient_id: string;
  readonly resource_key: string;
  readonly version: string;
  readonly model_version: string;
  readonly vector: Buffer;
}

const NONE = new Map<string, never>();
const NOTHING_ELSE = { reports: NONE, vectors: NONE, alerts: NONE, scores: NONE, scoresFrom: NONE };

/** One query for each table, on their way together. */
export async function readAll(
  client: ClientBase,
  windows: readonly Window[],
  extent: Extent,
): Promise<ReadRows> {
  const unique = [...new Map(windows.map((window) => [window.member, window])).values()];
  const members = unique.map(({ member }) => member);
  const lasting = unique.map(({ lastingFrom }) => toTimestamp(lastingFrom));
  const records = Promise.all([
    readObserved(client, unique, extent),
    readRows<OtherRow>(client, OTHERS, [members]),
  ]);
  if (extent.endsWith('examinations')) return { ...namedRecords(await records), ...NOTHING_ELSE };
  const [read, from, reports, vectors, alerts] = await Promise.all([
    records,
    readRows<ScoresFromRow>(client, SCORES_FROM, [members, lasting]),
    readRows<ReportRow>(client, REPORTS, [members]),
    readRows<VectorRow>(client, VECTORS, [members]),
    readRows<AlertRow>(client, ALERTS, [members, lasting]),
  ]);
  const scored = [
    from.map(({ patient_id: id }) => id),
    from.map((row) => toTimestamp(row.scores_from)),
  ];
  const scores = await readRows<KnownScoreRow>(client, SCORES, [...scored, MOST_SCORES]);
  return {
    ...namedRecords(read),
    scoresFrom: new Map(from.map((row) => [row.patient_id, row.scores_from])),
    reports: byPatient(reports),
    vectors: byPatient(vectors),
    alerts: byPatient(alerts),
    scores: byPatient(scores),
  };
}

type Observed = Pick<ReadRows, 'observations' | 'values'>;

/** Whoever has something to do with another patient is read with every record. */
async function readObserved(
  client: ClientBase,
  windows: readonly Window[],
  extent: Extent,
): Promise<Observed> {
  if (extent !== 'packed') {
    return {
      observations: await readObservations(client, extent, columnsOf(windows)),
      values: NONE,
    };
  }
  const alone = columnsOf(windows.filter((window) => window.alone));
  const related = windows.filter((window) => !window.alone);
  const [values, lasting, whole] = await Promise.all([
    readValues(client, alone),
    readObservations(client, 'packed', alone),
    related.length === 0 ? NONE : readObservations(client, 'bounded', columnsOf(related)),
  ]);
  return { values, observations: new Map([...lasting, ...whole]) };
}

function columnsOf(windows: readonly Window[]): readonly unknown[] {
  const time = (of: (window: Window) => EpochMs): string[] =>
    windows.map((window) => toTimestamp(of(window)));
  return [
    windows.map(({ member }) => member),
    time(({ lastingFrom }) => lastingFrom),
    time(({ routineFrom }) => routineFrom),
    time(({ firstFrom }) => firstFrom),
    time(({ firstTo }) => firstTo),
  ];
}

function namedRecords([observed, others]: readonly [Observed, readonly OtherRow[]]): Observed &
  Pick<ReadRows, 'others'> {
  return { ...observed, others: byPatient(others) };
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
