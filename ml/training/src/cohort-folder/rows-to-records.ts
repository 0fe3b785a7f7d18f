import {
  isNihssItemScore,
  NIHSS_ITEMS,
  NIHSS_SCALE,
  NIHSS_TOTAL_MAXIMUM,
  toCanonical,
  type ClinicalRecord,
  type Comparator,
  type EpochMs,
  type NihssItemScore,
  type ObservationFact,
} from '@endwatch/clinical';
import {
  birthDateCell,
  cell,
  choiceCell,
  FieldProblem,
  knownCell,
  neededCell,
  numberCell,
  timeCell,
} from './cells.ts';
import { CONDITIONS, ENDINGS, TREATMENTS, type TableName } from './columns.ts';
import type { Row } from './read-table.ts';

const COMPARATORS: readonly Comparator[] = ['<', '<=', '>', '>='];
const SEXES = ['female', 'male', 'other', 'unknown'] as const;
const EVENTS = [...CONDITIONS, ...TREATMENTS, ...ENDINGS];

/** Rows are taken as final: a cohort holds what stands, not how it came to stand. */
function base(patientId: string, at: { effectiveAt: EpochMs; knownAt: EpochMs }) {
  const { effectiveAt, knownAt } = at;
  return {
    patientId,
    version: '1',
    retracted: false,
    status: 'final',
    times: { effectiveAt, issuedAt: knownAt, brokerAt: knownAt, ingestedAt: knownAt },
    source: null,
  } as const;
}

function timed(row: Row, field = 'effective_at'): { effectiveAt: EpochMs; knownAt: EpochMs } {
  const effectiveAt = timeCell(row, field);
  return { effectiveAt, knownAt: knownCell(row, effectiveAt) };
}

/** The admission itself: who it was and from when on. */
export function patientRecords(row: Row): readonly ClinicalRecord[] {
  const patientId = neededCell(row, 'patient_id');
  const admittedAt = timeCell(row, 'admitted_at');
  const knownAt = knownCell(row, admittedAt);
  const head = base(patientId, { effectiveAt: admittedAt, knownAt });
  return [
    {
      ...head,
      type: 'patient',
      resourceKey: `Patient/${patientId}`,
      name: null,
      birthDate: birthDateCell(row),
      sex: cell(row, 'sex') === '' ? 'unknown' : choiceCell(row, 'sex', SEXES),
      identifiers: [],
      replacedBy: null,
      deceasedAt: null,
    },
    {
      ...head,
      type: 'encounter',
      resourceKey: `Encounter/${patientId}`,
      encounterId: patientId,
      encounterStatus: 'in-progress',
      start: admittedAt,
      end: null,
      locations: [],
      died: false,
    },
  ];
}

function observation(row: Row, patientId: string): readonly ClinicalRecord[] {
  const head = base(patientId, timed(row));
  const loinc = neededCell(row, 'loinc');
  const unit = cell(row, 'unit');
  const sent = { loinc, value: numberCell(row, 'value'), unit: unit === '' ? null : unit };
  const found = toCanonical(sent);
  if (!found.ok) throw new FieldProblem(fieldOf(found.code), `${found.code}: ${found.detail}`);
  const comparator =
    cell(row, 'comparator') === '' ? null : choiceCell(row, 'comparator', COMPARATORS);
  const { quantity, value } = found;
  const fact: ObservationFact = { kind: 'measurement', quantity, value, comparator, loinc };
  const resourceKey = `Observation/${String(row.line)}`;
  return [{ ...head, type: 'observation', resourceKey, rater: null, facts: [fact] }];
}

function fieldOf(code: string): string {
  if (code === 'unknown-code') return 'loinc';
  return code.startsWith('unit') ? 'unit' : 'value';
}

function examination(row: Row, patientId: string): readonly ClinicalRecord[] {
  const head = base(patientId, timed(row));
  const items = NIHSS_ITEMS.flatMap((item): ObservationFact[] => {
    const field = `item_${item}`;
    const text = cell(row, field);
    if (text === '') return [];
    const score: NihssItemScore = text === 'UN' ? 'UN' : numberCell(row, field);
    if (isNihssItemScore(item, score)) return [{ kind: 'nihss-item', item, score }];
    const { maximum, untestable } = NIHSS_SCALE[item];
    const or = untestable ? ' or UN' : '';
    throw new FieldProblem(field, `"${text}" is not within 0–${String(maximum)}${or}`);
  });
  const total = cell(row, 'total') === '' ? null : totalOf(row);
  if (total === null && items.length === 0)
    throw new FieldProblem('total', 'neither total nor items');
  const facts: ObservationFact[] =
    total === null ? items : [...items, { kind: 'nihss-total', total }];
  const rater = cell(row, 'rater');
  return [
    {
      ...head,
      type: 'observation',
      resourceKey: `Observation/nihss-${String(row.line)}`,
      rater: rater === '' ? null : rater,
      facts,
    },
  ];
}

function totalOf(row: Row): number {
  const total = numberCell(row, 'total');
  if (Number.isInteger(total) && total >= 0 && total <= NIHSS_TOTAL_MAXIMUM) return total;
  throw new FieldProblem('total', `${String(total)} is not a whole number from 0 to 42`);
}

function report(row: Row, patientId: string): readonly ClinicalRecord[] {
  const head = base(patientId, timed(row));
  const title = cell(row, 'title');
  return [
    {
      ...head,
      type: 'report',
      resourceKey: `DiagnosticReport/${String(row.line)}`,
      title: title === '' ? null : title,
      text: neededCell(row, 'text'),
    },
  ];
}

function event(row: Row, patientId: string): readonly ClinicalRecord[] {
  const head = base(patientId, timed(row, 'at'));
  const what = choiceCell(row, 'event', EVENTS);
  const condition = CONDITIONS.find((one) => one === what);
  if (condition !== undefined) {
    return [
      { ...head, type: 'condition', resourceKey: `Condition/${String(row.line)}`, condition },
    ];
  }
  const treatment = TREATMENTS.find((one) => one === what);
  if (treatment !== undefined) {
    return [
      { ...head, type: 'treatment', resourceKey: `Procedure/${String(row.line)}`, treatment },
    ];
  }
  const { effectiveAt: end } = head.times;
  return [
    {
      ...{ ...head, type: 'encounter', version: '2', resourceKey: `Encounter/${patientId}` },
      ...{ encounterId: patientId, encounterStatus: 'finished', start: end, end, locations: [] },
      died: what === 'death',
    },
  ];
}

const READERS: Readonly<
  Record<Exclude<TableName, 'patients'>, (row: Row, patientId: string) => readonly ClinicalRecord[]>
> = { observations: observation, nihss: examination, reports: report, events: event };

/** Throws a `FieldProblem` where the row cannot be used; nothing in it is guessed. */
export function recordsOfRow(
  table: Exclude<TableName, 'patients'>,
  row: Row,
): readonly ClinicalRecord[] {
  return READERS[table](row, neededCell(row, 'patient_id'));
}
