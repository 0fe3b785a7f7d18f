import {
  checkTotal,
  isNihssItemScore,
  NIHSS_ITEMS,
  NIHSS_SCALE,
  NIHSS_TOTAL_MAXIMUM,
  toCanonical,
  type ClinicalRecord,
  type Comparator,
  type EpochMs,
  type NihssItem,
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
  spareable,
  timeCell,
  type Note,
  type Row,
} from './cells.ts';
import { CONDITIONS, ENDINGS, TREATMENTS, type RecordTable } from './columns.ts';

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

/** The admission itself: who it was and from when on. Without a birth date or sex that can be read they are missing. */
export function patientRecords(row: Row, note: Note): readonly ClinicalRecord[] {
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
      birthDate: spareable(() => birthDateCell(row), note),
      sex: spareable(() => sexOf(row), note) ?? 'unknown',
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

function sexOf(row: Row): (typeof SEXES)[number] {
  return cell(row, 'sex') === '' ? 'unknown' : choiceCell(row, 'sex', SEXES);
}

function observation({ row, patientId }: RowInHand): readonly ClinicalRecord[] {
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

/** An item or a total that cannot be read costs only itself. */
function examination(inHand: RowInHand): readonly ClinicalRecord[] {
  const { row, patientId } = inHand;
  const head = base(patientId, timed(row));
  const facts = scoreFacts(inHand);
  if (facts.length === 0) return [];
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

/** None where all that was charted has been noted. */
function scoreFacts({ row, note }: RowInHand): readonly ObservationFact[] {
  const charted = NIHSS_ITEMS.filter((item) => cell(row, `item_${item}`) !== '');
  const noTotal = cell(row, 'total') === '';
  if (charted.length === 0 && noTotal) throw new FieldProblem('total', 'neither total nor items');
  const scores: Partial<Record<NihssItem, NihssItemScore>> = {};
  const facts: ObservationFact[] = [];
  for (const item of charted) {
    const score = spareable(() => itemScore(row, item), note);
    if (score === null) continue;
    scores[item] = score;
    facts.push({ kind: 'nihss-item', item, score });
  }
  const total = noTotal ? null : spareable(() => totalOf(row), note);
  const whole = facts.length === charted.length;
  if (whole && checkTotal(scores, total) === 'mismatch') {
    const sum = `${String(total)} cannot be with these ${String(facts.length)} items`;
    note(new FieldProblem('total', `nihss-total-mismatch: ${sum}, which hold`));
  }
  return total === null ? facts : [...facts, { kind: 'nihss-total', total }];
}

function itemScore(row: Row, item: NihssItem): NihssItemScore {
  const field = `item_${item}`;
  const text = cell(row, field);
  const score: NihssItemScore = text === 'UN' ? 'UN' : numberCell(row, field);
  if (isNihssItemScore(item, score)) return score;
  const { maximum, untestable } = NIHSS_SCALE[item];
  const or = untestable ? ' or UN' : '';
  throw new FieldProblem(field, `"${text}" is not within 0–${String(maximum)}${or}`);
}

function totalOf(row: Row): number {
  const total = numberCell(row, 'total');
  if (Number.isInteger(total) && total >= 0 && total <= NIHSS_TOTAL_MAXIMUM) return total;
  throw new FieldProblem('total', `${String(total)} is not a whole number from 0 to 42`);
}

function report({ row, patientId }: RowInHand): readonly ClinicalRecord[] {
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

function event({ row, patientId }: RowInHand): readonly ClinicalRecord[] {
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

interface RowInHand {
  readonly row: Row;
  readonly patientId: string;
  readonly note: Note;
}

const READERS: Readonly<Record<RecordTable, (inHand: RowInHand) => readonly ClinicalRecord[]>> = {
  observations: observation,
  nihss: examination,
  reports: report,
  events: event,
};

/** Throws a `FieldProblem` where the row cannot be used, and notes what of it cannot be; nothing in it is guessed. */
export function recordsOfRow(table: RecordTable, row: Row, note: Note): readonly ClinicalRecord[] {
  return READERS[table]({ row, patientId: neededCell(row, 'patient_id'), note });
}
