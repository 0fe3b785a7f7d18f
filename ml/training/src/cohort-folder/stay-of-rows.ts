import type { ClinicalRecord, EncounterRecord } from '@endwatch/clinical';
import type { StayRecords, StoredForecast } from '../stay-rows.ts';
import { FieldProblem, type Note, type Row } from './cells.ts';
import type { TableName } from './columns.ts';
import type { RowProblem } from './problem.ts';
import { byMoment, forecastOfRow } from './row-to-forecast.ts';
import { patientRecords, recordsOfRow } from './rows-to-records.ts';

/** One admission; a cohort has one for each patient id. */
export interface CohortStay extends StayRecords {
  readonly patientId: string;
}

/** A row on its way through a bucket. */
export type PutRow = readonly [table: TableName, line: number, cells: readonly string[]];

/** What it takes to read rows and to tell of those that cannot be. */
export interface Telling {
  readonly columns: ReadonlyMap<TableName, ReadonlyMap<string, number>>;
  readonly onProblem: (problem: RowProblem) => void;
}

/** An end of the stay, with the row that said so. */
interface Ending {
  readonly encounter: EncounterRecord;
  readonly row: PutRow;
}

type Tell = (row: PutRow, problem: FieldProblem) => void;

const NO_COLUMNS: ReadonlyMap<string, number> = new Map();

/** Null without a row among the patients that can be used. */
export function stayOfRows(
  patientId: string,
  rows: readonly PutRow[],
  { columns, onProblem }: Telling,
): CohortStay | null {
  const tell: Tell = ([table, line], { field, message }) => {
    onProblem({ file: `${table}.csv`, line, field, reason: message });
  };
  const making = new MakingStay(columns, tell);
  for (const row of rows) {
    if (row[0] !== 'patients' && making.admission === null) break;
    making.read(row);
  }
  const { admission, records, endings, forecasts } = making;
  if (admission === null) {
    tellOrphans(rows, tell);
    return null;
  }
  const end = endOf(admission, endings, tell);
  if (end !== null) records.push(end);
  const stay = { patientId, admittedAt: admission.start, records, trueHazards: null };
  return forecasts.length === 0 ? stay : { ...stay, forecasts: forecasts.sort(byMoment) };
}

/** One patient's rows as they become records; those of table `patients` come first. */
class MakingStay {
  admission: EncounterRecord | null = null;
  readonly records: ClinicalRecord[] = [];
  readonly endings: Ending[] = [];
  readonly forecasts: StoredForecast[] = [];
  readonly #lines = new Map<string, number>();
  readonly #columns: Telling['columns'];
  readonly #tell: Tell;

  constructor(columns: Telling['columns'], tell: Tell) {
    this.#columns = columns;
    this.#tell = tell;
  }

  read(row: PutRow): void {
    const [table, line, cells] = row;
    const named: Row = { line, cells, columns: this.#columns.get(table) ?? NO_COLUMNS };
    const note = (problem: FieldProblem): void => {
      this.#tell(row, problem);
    };
    try {
      refuseRepeat(row, this.#lines);
      if (table === 'patients') this.#admit(named, note);
      else if (table === 'forecasts') this.forecasts.push(forecastOfRow(named));
      else this.#keep(row, recordsOfRow(table, named, note));
    } catch (error) {
      if (!(error instanceof FieldProblem)) throw error;
      note(error);
    }
  }

  #admit(row: Row, note: Note): void {
    if (this.admission) throw new FieldProblem('patient_id', 'among the patients already');
    const made = patientRecords(row, note);
    this.admission = made.find((one) => one.type === 'encounter') ?? null;
    this.records.push(...made);
  }

  #keep(row: PutRow, made: readonly ClinicalRecord[]): void {
    for (const record of made) {
      if (record.type === 'encounter') this.endings.push({ encounter: record, row });
      else this.records.push(record);
    }
  }
}

/** The same row a second time is one fact, not two. */
function refuseRepeat([table, line, cells]: PutRow, lines: Map<string, number>): void {
  const key = `${table}\0${cells.join('\0')}`;
  const before = lines.get(key);
  if (before !== undefined) throw new FieldProblem(null, `the same as line ${String(before)}`);
  lines.set(key, line);
}

/** One line for each table, whatever the number of rows. */
function tellOrphans(rows: readonly PutRow[], tell: Tell): void {
  for (const [table, own] of Map.groupBy(rows, ([name]) => name)) {
    const [first] = own;
    if (first === undefined || table === 'patients') continue;
    const others = own.length - 1;
    const more = others === 0 ? '' : `, nor is that of ${String(others)} more rows`;
    tell(first, new FieldProblem('patient_id', `not among the patients${more}`));
  }
}

/**
 * The end of a stay is a newer version of its admission. Hospitals often write a discharge for those who died: the earlier of the two holds, at the same
 * time the death. A second one of a kind is told.
 */
function endOf(
  admission: EncounterRecord,
  endings: readonly Ending[],
  tell: Tell,
): EncounterRecord | null {
  let first: EncounterRecord | null = null;
  const seen = new Set<boolean>();
  const inOrder = endings.toSorted(
    ({ encounter: a }, { encounter: b }) =>
      (a.end ?? 0) - (b.end ?? 0) || Number(b.died) - Number(a.died),
  );
  for (const { encounter, row } of inOrder) {
    if (encounter.end !== null && encounter.end < admission.start) {
      tell(row, new FieldProblem('at', 'before admission'));
    } else if (seen.has(encounter.died)) {
      tell(row, new FieldProblem('event', 'the stay has ended before'));
    } else {
      seen.add(encounter.died);
      first ??= { ...encounter, start: admission.start };
    }
  }
  return first;
}
