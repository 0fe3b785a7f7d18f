import {
  NIHSS_ITEMS,
  VITAL_SIGNS,
  type ClinicalRecord,
  type EpochMs,
  type NihssItem,
  type ObservationFact,
  type ObservationRecord,
  type QuantityName,
  type RecordStatus,
  type ReportRecord,
} from '@endwatch/clinical';
import { column, type Column } from './bulk-insert.ts';
import { digest } from './storable.ts';

/** Columns that every table of record versions has. */
export interface RecordRow {
  readonly patient_id: string;
  readonly record_id: string;
  readonly resource_key: string;
  readonly version: string;
  readonly status: string;
  readonly retracted: boolean;
  readonly effective_at: EpochMs;
  readonly issued_at: EpochMs | null;
  readonly broker_at: EpochMs;
  readonly ingested_at: EpochMs;
  readonly source: string | null;
}
export interface ObservationRow extends RecordRow {
  readonly fact_no: number;
  readonly fact: string | null;
  readonly value: number | null;
  readonly comparator: string | null;
  readonly loinc: string | null;
  readonly rater: string | null;
}
export interface ReportRow extends RecordRow {
  readonly title: string | null;
  readonly text: string;
}
export interface OtherRow extends RecordRow {
  readonly type: string;
  readonly body: object;
}

export interface VersionKey {
  readonly patientId: string;
  readonly resourceKey: string;
  readonly version: string;
}

export function recordId({ patientId, resourceKey, version }: VersionKey): string {
  return digest(patientId, resourceKey, version);
}

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

/** The rows of a version follow each other: its id is worked out once for all of them. */
function recordIds(): (record: ClinicalRecord) => string {
  const last: { record: ClinicalRecord | null; id: string } = { record: null, id: '' };
  return (record) => {
    if (record !== last.record) {
      last.id = recordId(record);
      last.record = record;
    }
    return last.id;
  };
}

function recordColumns<Row>(of: (row: Row) => ClinicalRecord): readonly Column<Row>[] {
  const idOf = recordIds();
  return [
    column('patient_id', 'text', (row) => of(row).patientId),
    column('record_id', 'uuid', (row) => idOf(of(row))),
    column('resource_key', 'text', (row) => of(row).resourceKey),
    column('version', 'text', (row) => of(row).version),
    column('status', 'text', (row) => of(row).status),
    column('retracted', 'boolean', (row) => of(row).retracted),
    column('effective_at', 'timestamptz', (row) => of(row).times.effectiveAt),
    column('issued_at', 'timestamptz', (row) => of(row).times.issuedAt),
    column('broker_at', 'timestamptz', (row) => of(row).times.brokerAt),
    column('ingested_at', 'timestamptz', (row) => of(row).times.ingestedAt),
    column('source', 'text', (row) => of(row).source),
  ];
}

export const OBSERVATION_COLUMNS: readonly Column<FactOfRecord>[] = [
  ...recordColumns<FactOfRecord>(({ record }) => record),
  column('routine', 'boolean', ({ record }) => isRoutine(record)),
  column('rater', 'text', ({ record }) => record.rater),
  column('fact_no', 'smallint', ({ factNo }) => factNo),
  column('fact', 'text', ({ fact }) => fact && factName(fact)),
  column('value', 'double precision', ({ fact }) => fact && factValue(fact)),
  column('comparator', 'text', ({ fact }) =>
    fact?.kind === 'measurement' ? fact.comparator : null,
  ),
  column('loinc', 'text', ({ fact }) => (fact?.kind === 'measurement' ? fact.loinc : null)),
];

export const REPORT_COLUMNS: readonly Column<ReportRecord>[] = [
  ...recordColumns<ReportRecord>((record) => record),
  column('title', 'text', (record) => record.title),
  column('text', 'text', (record) => record.text),
];

export type OtherRecord = Exclude<ClinicalRecord, ObservationRecord | ReportRecord>;

export const OTHER_COLUMNS: readonly Column<OtherRecord>[] = [
  ...recordColumns<OtherRecord>((record) => record),
  column('type', 'text', (record) => record.type),
  column('body', 'jsonb', bodyOf),
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

function factOf(row: ObservationRow): ObservationFact | null {
  if (row.fact === null) return null;
  if (row.fact === 'nihss-total') return { kind: 'nihss-total', total: row.value ?? 0 };
  if (row.fact.startsWith(ITEM)) {
    const item = row.fact.slice(ITEM.length) as NihssItem;
    return NIHSS_ITEMS.includes(item)
      ? { kind: 'nihss-item', item, score: row.value ?? UNTESTABLE }
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

function headOf(row: RecordRow): Omit<OtherRecord, 'type'> {
  return {
    patientId: row.patient_id,
    resourceKey: row.resource_key,
    version: row.version,
    retracted: row.retracted,
    status: row.status as RecordStatus,
    times: {
      effectiveAt: row.effective_at,
      issuedAt: row.issued_at,
      brokerAt: row.broker_at,
      ingestedAt: row.ingested_at,
    },
    source: row.source,
  };
}

/** What only this type of record has. */
function bodyOf(record: OtherRecord): object {
  const common = new Set<string>([...Object.keys(headOfRecord(record)), 'type']);
  return Object.fromEntries(Object.entries(record).filter(([name]) => !common.has(name)));
}

function headOfRecord(record: ClinicalRecord): Omit<OtherRecord, 'type'> {
  const { patientId, resourceKey, version, retracted, status, times, source } = record;
  return { patientId, resourceKey, version, retracted, status, times, source };
}

/** The rows of any number of versions, in any order. */
export function observationsOf(rows: readonly ObservationRow[]): readonly ObservationRecord[] {
  const groups = Map.groupBy(rows, (row) => row.record_id);
  return [...groups.values()].map((group) => {
    const sorted = group.toSorted((a, b) => a.fact_no - b.fact_no);
    const first = sorted[0] as ObservationRow;
    const facts = sorted.map(factOf).filter((fact) => fact !== null);
    return { ...headOf(first), type: 'observation', rater: first.rater, facts };
  });
}

export function reportOf(row: ReportRow): ReportRecord {
  return { ...headOf(row), type: 'report', title: row.title, text: row.text };
}

export function otherOf(row: OtherRow): OtherRecord {
  return { ...headOf(row), type: row.type, ...row.body } as OtherRecord;
}
