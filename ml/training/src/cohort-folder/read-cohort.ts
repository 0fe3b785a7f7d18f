import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bucketsFor, type BucketFiles } from './bucket-files.ts';
import { NEEDED_FILES, type TableName } from './columns.ts';
import { refuseAbsent } from './manifest.ts';
import { CohortError, problemWords, type RowProblem } from './problem.ts';
import { readResources, resourceFiles } from './read-resources.ts';
import { readTable } from './read-table.ts';
import { stayOfRows, type CohortStay, type PutRow } from './stay-of-rows.ts';

export type { CohortStay } from './stay-of-rows.ts';

export interface CohortOptions {
  readonly folder: string;
  /** A row that cannot be used ends the reading with a `CohortError`. */
  readonly strict: boolean;
  /** Told of each row or field that is not used. */
  readonly onProblem: (problem: RowProblem) => void;
}

/** Whoever a patient is comes first, then what was charted. */
const ORDER: readonly TableName[] = [
  'patients',
  'observations',
  'nihss',
  'reports',
  'events',
  'forecasts',
];

/**
 * Stays of a cohort folder, one after the other, in an order that depends on the patient ids alone. Rows may stand in any order; memory holds a part of
 * the cohort at a time. A folder without tables may hold FHIR R4 as NDJSON. Throws a `CohortError` when the folder is no cohort.
 */
export async function* readCohort(options: CohortOptions): AsyncIterable<CohortStay> {
  const { folder } = options;
  const onProblem = (problem: RowProblem): void => {
    if (options.strict) throw new CohortError(problemWords(problem));
    options.onProblem(problem);
  };
  refuseAbsent(folder);
  const tables = ORDER.filter((table) => existsSync(pathOf(folder, table)));
  if (tables.length === 0 && resourceFiles(folder).length > 0) {
    yield* readResources(folder, onProblem);
    return;
  }
  const absent = NEEDED_FILES.filter((table) => !tables.includes(table));
  if (absent.length > 0) {
    throw new CohortError(`${folder} has no ${absent.map((one) => `${one}.csv`).join(', ')}`);
  }
  yield* readTables(folder, tables, onProblem);
}

async function* readTables(
  folder: string,
  tables: readonly TableName[],
  onProblem: (problem: RowProblem) => void,
): AsyncIterable<CohortStay> {
  const sizes = tables.map((table) => statSync(pathOf(folder, table)).size);
  const buckets = await bucketsFor(sizes.reduce((sum, one) => sum + one, 0));
  try {
    const putting: Putting = { buckets, onProblem, columns: new Map() };
    for (const table of tables) await putTable(folder, table, putting);
    for await (const { id, rows } of buckets.patients<PutRow>()) {
      const stay = stayOfRows(id, rows, putting);
      if (stay !== null) yield stay;
    }
  } finally {
    buckets.close();
  }
}

function pathOf(folder: string, table: TableName): string {
  return join(folder, `${table}.csv`);
}

interface Putting {
  readonly buckets: BucketFiles;
  readonly onProblem: (problem: RowProblem) => void;
  /** Place of each column in each table, filled while they are read. */
  readonly columns: Map<TableName, ReadonlyMap<string, number>>;
}

async function putTable(
  folder: string,
  table: TableName,
  { buckets, onProblem, columns }: Putting,
): Promise<void> {
  for await (const { header, rows } of readTable(pathOf(folder, table), table, onProblem)) {
    if (!columns.has(table)) columns.set(table, new Map(header.map((name, i) => [name, i])));
    const place = header.indexOf('patient_id');
    for (const { line, cells } of rows) {
      const patientId = (cells[place] ?? '').trim();
      if (patientId !== '') await buckets.put(patientId, [table, line, cells] satisfies PutRow);
      else onProblem({ file: `${table}.csv`, line, field: 'patient_id', reason: 'empty' });
    }
  }
}
