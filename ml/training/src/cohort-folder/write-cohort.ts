import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NIHSS_ITEMS, QUANTITIES, type ClinicalRecord, type EpochMs } from '@endwatch/clinical';
import { stringify } from 'csv-stringify/sync';
import type { StoredForecast } from '../stay-rows.ts';
import { TABLES, type TableName } from './columns.ts';
import { MANIFEST_FILE, type CohortOrigin } from './manifest.ts';

export interface WrittenStay {
  readonly patientId: string;
  readonly admittedAt: EpochMs;
  /** What stands: one version of each fact. */
  readonly records: readonly ClinicalRecord[];
  /** What a board showed; not given where there was none. */
  readonly forecasts?: readonly WrittenForecast[];
}

export interface WrittenForecast extends StoredForecast {
  readonly modelVersion: string;
}

type Cells = Readonly<Record<string, string>>;
const NAMES = Object.keys(TABLES) as TableName[];

/** Stays → a cohort folder, a stay at a time. Names and identifiers are not among the columns. */
export async function writeCohort(
  folder: string,
  stays: Iterable<WrittenStay> | AsyncIterable<WrittenStay>,
  origin: CohortOrigin,
): Promise<{ readonly patients: number; readonly rows: number }> {
  await mkdir(folder, { recursive: true });
  const files = new Map(
    NAMES.map((name) => [name, createWriteStream(join(folder, `${name}.csv`))]),
  );
  const write = async (table: TableName, rows: readonly (readonly string[])[]): Promise<void> => {
    const file = files.get(table);
    if (file && !file.write(stringify(rows.map((row) => [...row])))) await once(file, 'drain');
  };
  let [patients, rows] = [0, 0];
  for (const name of NAMES) await write(name, [columnsOf(name)]);
  for await (const stay of stays) {
    patients += 1;
    for (const [table, cells] of Map.groupBy(rowsOf(stay), ([name]) => name)) {
      rows += cells.length;
      await write(
        table,
        cells.map(([, one]) => columnsOf(table).map((name) => one[name] ?? '')),
      );
    }
  }
  await Promise.all([...files.values()].map(ended));
  await writeFile(join(folder, MANIFEST_FILE), `${JSON.stringify(origin, null, 1)}\n`);
  return { patients, rows };
}

async function ended(file: WriteStream): Promise<void> {
  file.end();
  await once(file, 'finish');
}

/** Columns of a table, needed ones first. */
export function columnsOf(table: TableName): readonly string[] {
  return [...TABLES[table].required, ...TABLES[table].optional];
}

function rowsOf({
  patientId,
  admittedAt,
  records,
  forecasts = [],
}: WrittenStay): [TableName, Cells][] {
  const patient = records.find((one) => one.type === 'patient');
  const head = { patient_id: patientId };
  return [
    [
      'patients',
      {
        ...{ ...head, admitted_at: iso(admittedAt), birth_date: patient?.birthDate ?? '' },
        sex: patient?.sex ?? '',
        known_at: iso(Math.max(admittedAt, patient?.times.ingestedAt ?? admittedAt)),
      },
    ],
    ...records.flatMap((record): [TableName, Cells][] => {
      const { effectiveAt, ingestedAt } = record.times;
      const known = { ...head, known_at: iso(Math.max(effectiveAt, ingestedAt)) };
      return rowsOfRecord(record).map(([table, cells]) => [table, { ...known, ...cells }]);
    }),
    ...forecasts.map((one): [TableName, Cells] => [
      'forecasts',
      { ...head, ...forecastCells(one) },
    ]),
  ];
}

function forecastCells({ asOf, knownAt, supersededAt, ...risk }: WrittenForecast): Cells {
  return {
    ...{ as_of: iso(asOf), known_at: iso(Math.max(asOf, knownAt)) },
    superseded_at: supersededAt === null ? '' : iso(Math.max(asOf, supersededAt)),
    next24h: String(risk.next24h),
    by48h: risk.by48h === null ? '' : String(risk.by48h),
    by7d: risk.by7d === null ? '' : String(risk.by7d),
    model_version: risk.modelVersion,
  };
}

function rowsOfRecord(record: ClinicalRecord): [TableName, Cells][] {
  const at = iso(record.times.effectiveAt);
  switch (record.type) {
    case 'observation':
      return [...measurementRows(record.facts, at), ...examinationRows(record, at)];
    case 'report':
      return [['reports', { effective_at: at, title: record.title ?? '', text: record.text }]];
    case 'condition':
      return [['events', { at, event: record.condition }]];
    case 'treatment':
      return [['events', { at, event: record.treatment }]];
    case 'encounter': {
      if (record.end === null) return [];
      const event = record.died ? 'death' : 'discharge';
      const known = iso(Math.max(record.end, record.times.ingestedAt));
      return [['events', { at: iso(record.end), event, known_at: known }]];
    }
    case 'patient':
      return [];
  }
}

type Facts = Extract<ClinicalRecord, { type: 'observation' }>['facts'];

function measurementRows(facts: Facts, at: string): [TableName, Cells][] {
  return facts.flatMap((fact): [TableName, Cells][] => {
    if (fact.kind !== 'measurement') return [];
    const { loinc, value, comparator, quantity } = fact;
    const { unit } = QUANTITIES[quantity];
    const cells = { effective_at: at, loinc, value: String(value), unit };
    return [['observations', { ...cells, comparator: comparator ?? '' }]];
  });
}

function examinationRows(
  { facts, rater }: Extract<ClinicalRecord, { type: 'observation' }>,
  at: string,
): [TableName, Cells][] {
  const items = new Map(
    facts.flatMap((fact) =>
      fact.kind === 'nihss-item' ? [[`item_${fact.item}`, String(fact.score)] as const] : [],
    ),
  );
  const total = facts.find((fact) => fact.kind === 'nihss-total')?.total;
  if (items.size === 0 && total === undefined) return [];
  const cells = { effective_at: at, total: total === undefined ? '' : String(total) };
  const scores = NIHSS_ITEMS.map(
    (item) => [`item_${item}`, items.get(`item_${item}`) ?? ''] as const,
  );
  return [['nihss', { ...cells, rater: rater ?? '', ...Object.fromEntries(scores) }]];
}

function iso(at: EpochMs): string {
  return new Date(at).toISOString();
}
