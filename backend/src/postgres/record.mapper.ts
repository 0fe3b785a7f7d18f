import type {
  ClinicalRecord,
  EpochMs,
  ObservationRecord,
  RecordStatus,
  ReportRecord,
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

/** Those that every table of versions has. */
export function recordColumns<Row>(of: (row: Row) => ClinicalRecord): readonly Column<Row>[] {
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

export function headOf(row: Omit<RecordRow, 'record_id'>): Omit<OtherRecord, 'type'> {
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

export function reportOf(row: ReportRow): ReportRecord {
  return { ...headOf(row), type: 'report', title: row.title, text: row.text };
}

export function otherOf(row: OtherRow): OtherRecord {
  return { ...headOf(row), type: row.type, ...row.body } as OtherRecord;
}
