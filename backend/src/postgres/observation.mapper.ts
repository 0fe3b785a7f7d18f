import {
  NIHSS_ITEMS,
  VITAL_SIGNS,
  type NihssItem,
  type ObservationFact,
  type ObservationRecord,
  type QuantityName,
} from '@endwatch/clinical';
import { column, type Column } from './bulk-insert.ts';
import { headOf, recordColumns, type RecordRow } from './record.mapper.ts';
import { sharing, type Sharing } from './sharing.ts';

/** What each row of `observation` adds to its version. */
interface FactRow {
  readonly fact_no: number;
  readonly fact: string | null;
  readonly value: number | null;
  readonly comparator: string | null;
  readonly loinc: string | null;
}
type ObservationRow = FactRow &
  Omit<RecordRow, 'patient_id' | 'record_id'> & { readonly rater: string | null };
/** Rows of `observation` of one patient, column by column, each of the same length. */
export type ObservationColumns = { readonly patient_id: string } & {
  readonly [Name in keyof ObservationRow]: readonly ObservationRow[Name][];
};
/** One row of table `observation`; `fact` is null where the version has none. */
export interface FactOfRecord {
  readonly record: ObservationRecord;
  readonly factNo: number;
  readonly fact: ObservationFact | null;
}

export function factsOf(record: ObservationRecord): readonly FactOfRecord[] {
  if (record.facts.length === 0) return [{ record, factNo: -1, fact: null }];
  return record.facts.map((fact, factNo) => ({ record, factNo, fact }));
}

export const OBSERVATION_COLUMNS: readonly Column<FactOfRecord>[] = [
  ...recordColumns<FactOfRecord>(({ record }) => record),
  column('routine', 'boolean', ({ record }) => isRoutine(record)),
  column('rater', 'text', ({ record }) => record.rater),
  column('fact_no', 'smallint', ({ factNo }) => factNo),
  column('fact', 'text', ({ fact }) => fact && factName(fact)),
  column('value', 'double precision', ({ fact }) => fact && factValue(fact)),
  column('comparator', 'text', ({ fact }) => fact && qualifier(fact)),
  column('loinc', 'text', ({ fact }) => (fact?.kind === 'measurement' ? fact.loinc : null)),
];

const UNTESTABLE = 'UN';
const ITEM = 'nihss:';
const VITALS: ReadonlySet<string> = new Set(VITAL_SIGNS);

/** A version of nothing but vital signs that says it corrects nothing: is read back for a few days only. */
function isRoutine(record: ObservationRecord): boolean {
  const plain = record.status === 'final' || record.status === 'preliminary';
  return (
    plain &&
    !record.retracted &&
    record.facts.length > 0 &&
    record.facts.every((fact) => fact.kind === 'measurement' && VITALS.has(fact.quantity))
  );
}

function factName(fact: ObservationFact): string {
  if (fact.kind === 'measurement') return fact.quantity;
  return fact.kind === 'nihss-item' ? ITEM + fact.item : 'nihss-total';
}

/** NULL = untestable. */
function factValue(fact: ObservationFact): number | null {
  if (fact.kind === 'measurement') return fact.value;
  if (fact.kind === 'nihss-total') return fact.total;
  return fact.score === UNTESTABLE ? null : fact.score;
}

/** What qualifies the value: a comparator of a measurement, of an untestable item why. */
function qualifier(fact: ObservationFact): string | null {
  if (fact.kind === 'measurement') return fact.comparator;
  return fact.kind === 'nihss-item' ? (fact.reason ?? null) : null;
}

function factOf(row: FactRow): ObservationFact | null {
  if (row.fact === null) return null;
  if (row.fact === 'nihss-total') return { kind: 'nihss-total', total: row.value ?? 0 };
  if (row.fact.startsWith(ITEM)) {
    const item = row.fact.slice(ITEM.length) as NihssItem;
    return NIHSS_ITEMS.includes(item)
      ? {
          ...{ kind: 'nihss-item', item, score: row.value ?? UNTESTABLE },
          ...(row.comparator === null ? {} : { reason: row.comparator }),
        }
      : null;
  }
  return {
    kind: 'measurement',
    quantity: row.fact as QuantityName,
    value: row.value ?? Number.NaN,
    comparator: row.comparator as '<' | null,
    loinc: row.loinc ?? '',
  };
}

/** The versions among the rows of a patient, which may lie in any order. */
export function observationsOf(columns: ObservationColumns): readonly ObservationRecord[] {
  const { patient_id, resource_key: keys, version: versions } = columns;
  const versionsOf = new Map<string, ObservationRow[]>();
  const shared = sharing();
  for (const [index, key] of keys.entries()) {
    const version = versions[index] ?? '';
    const name = `${String(version.length)} ${version}${key}`;
    const row = rowAt(columns, index, shared);
    const group = versionsOf.get(name);
    if (group === undefined) versionsOf.set(name, [row]);
    else group.push(row);
  }
  return [...versionsOf.values()].map((group) => observationOf(patient_id, group));
}

function rowAt(columns: ObservationColumns, index: number, shared: Sharing): ObservationRow {
  return {
    resource_key: columns.resource_key[index] ?? '',
    version: columns.version[index] ?? '',
    status: shared(columns.status[index]),
    retracted: columns.retracted[index] ?? false,
    effective_at: columns.effective_at[index] ?? NaN,
    issued_at: columns.issued_at[index] ?? null,
    broker_at: columns.broker_at[index] ?? NaN,
    ingested_at: columns.ingested_at[index] ?? NaN,
    source: shared(columns.source[index]),
    rater: shared(columns.rater[index]),
    fact_no: columns.fact_no[index] ?? NaN,
    fact: shared(columns.fact[index]),
    value: columns.value[index] ?? null,
    comparator: shared(columns.comparator[index]),
    loinc: shared(columns.loinc[index]),
  };
}

function observationOf(patientId: string, rows: ObservationRow[]): ObservationRecord {
  rows.sort((a, b) => a.fact_no - b.fact_no);
  const first = rows[0] as ObservationRow;
  const facts = rows.map(factOf).filter((fact) => fact !== null);
  const head = headOf({ ...first, patient_id: patientId });
  return { ...head, type: 'observation', rater: first.rater, facts };
}
