import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ClinicalRecord, EncounterRecord } from '@endwatch/clinical';
import type { StayRecords } from '../stay-rows.ts';
import { BucketFiles } from './bucket-files.ts';
import { FieldProblem, neededCell } from './cells.ts';
import { NEEDED_FILES, type TableName } from './columns.ts';
import { CohortError, problemWords, type RowProblem } from './problem.ts';
import { readTable, type Row } from './read-table.ts';
import { patientRecords, recordsOfRow } from './rows-to-records.ts';

/** One admission; a cohort has one for each patient id. */
export interface CohortStay extends StayRecords {
  readonly patientId: string;
}

export interface CohortOptions {
  readonly folder: string;
  /** A row that cannot be used ends the reading with a `CohortError`. */
  readonly strict: boolean;
  /** Told of each row or field that is not used. */
  readonly onProblem: (problem: RowProblem) => void;
}

/** A few hundred patients are in memory at once when there are 100,000. */
const BUCKETS = 128;
const ORDER: readonly TableName[] = ['patients', 'observations', 'nihss', 'reports', 'events'];

interface PutRow extends Row {
  readonly table: TableName;
}

/**
 * Stays of a cohort folder, one after the other, in an order that depends on the patient ids alone. Rows may stand in any order; memory holds a part of
 * the cohort at a time. Throws a `CohortError` when the folder is no cohort.
 */
export async function* readCohort(options: CohortOptions): AsyncIterable<CohortStay> {
  const absent = NEEDED_FILES.filter((table) => !existsSync(pathOf(options.folder, table)));
  if (absent.length > 0) {
    throw new CohortError(
      `${options.folder} has no ${absent.map((one) => `${one}.csv`).join(', ')}`,
    );
  }
  const onProblem = (problem: RowProblem): void => {
    if (options.strict) throw new CohortError(problemWords(problem));
    options.onProblem(problem);
  };
  const buckets = await BucketFiles.open(BUCKETS);
  try {
    for (const table of ORDER) await putTable(options.folder, table, { buckets, onProblem });
    for (let bucket = 0; bucket < buckets.count; bucket += 1) {
      yield* staysOf(await rowsByPatient(buckets, bucket), onProblem);
    }
  } finally {
    await buckets.close();
  }
}

function pathOf(folder: string, table: TableName): string {
  return join(folder, `${table}.csv`);
}

interface Putting {
  readonly buckets: BucketFiles;
  readonly onProblem: (problem: RowProblem) => void;
}

async function putTable(
  folder: string,
  table: TableName,
  { buckets, onProblem }: Putting,
): Promise<void> {
  const path = pathOf(folder, table);
  if (!existsSync(path)) return;
  for await (const row of readTable(path, table, onProblem)) {
    try {
      await buckets.put(neededCell(row, 'patient_id'), { table, ...row });
    } catch (error) {
      onProblem(problemOf(table, row, error));
    }
  }
}

async function rowsByPatient(
  buckets: BucketFiles,
  bucket: number,
): Promise<ReadonlyMap<string, PutRow[]>> {
  const rows = new Map<string, PutRow[]>();
  for await (const row of buckets.rows<PutRow>(bucket)) {
    const patientId = row.cells['patient_id'] ?? '';
    const own = rows.get(patientId);
    if (own) own.push(row);
    else rows.set(patientId, [row]);
  }
  return rows;
}

function* staysOf(
  patients: ReadonlyMap<string, readonly PutRow[]>,
  onProblem: (problem: RowProblem) => void,
): Iterable<CohortStay> {
  for (const patientId of [...patients.keys()].sort()) {
    const stay = stayOfRows(patientId, patients.get(patientId) ?? [], onProblem);
    if (stay !== null) yield stay;
  }
}

function stayOfRows(
  patientId: string,
  rows: readonly PutRow[],
  onProblem: (problem: RowProblem) => void,
): CohortStay | null {
  const records: ClinicalRecord[] = [];
  let admission: EncounterRecord | null = null;
  for (const row of rows) {
    try {
      const made = recordsOf(row, admission);
      admission ??= made.find((one) => one.type === 'encounter') ?? null;
      records.push(...made);
    } catch (error) {
      onProblem(problemOf(row.table, row, error));
    }
  }
  return admission && { patientId, admittedAt: admission.start, records, trueHazards: null };
}

/** The row of table `patients` comes first, as `ORDER` puts it. */
function recordsOf(row: PutRow, admission: EncounterRecord | null): readonly ClinicalRecord[] {
  if (row.table === 'patients') {
    if (admission === null) return patientRecords(row);
    throw new FieldProblem('patient_id', 'among the patients already');
  }
  if (admission === null) throw new FieldProblem('patient_id', 'not among the patients');
  return recordsOfRow(row.table, row).map((one) => sinceAdmission(one, admission));
}

/** The end of a stay is a newer version of its admission. */
function sinceAdmission(record: ClinicalRecord, admission: EncounterRecord): ClinicalRecord {
  if (record.type !== 'encounter') return record;
  if (record.end !== null && record.end < admission.start) {
    throw new FieldProblem('at', 'before admission');
  }
  return { ...record, start: admission.start };
}

function problemOf(table: TableName, { line }: Row, error: unknown): RowProblem {
  if (!(error instanceof FieldProblem)) throw error;
  return { file: `${table}.csv`, line, field: error.field, reason: error.message };
}
