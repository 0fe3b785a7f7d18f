import {
  DAY,
  HOUR,
  newestVersions,
  stayOf,
  type ClinicalRecord,
  type ConditionRecord,
  type EncounterRecord,
  type PatientRecord,
  type RecordTimes,
  type Stay,
} from '@endwatch/clinical';
import type { CohortStay } from './stay-of-rows.ts';

/** A record of an export, with the encounter that a condition names. */
export interface ExportedRecord {
  readonly record: ClinicalRecord;
  readonly encounterId: string | null;
}

/** Facts of a stay reach from a day before admission to its end, at most so far. */
const BEFORE = 24 * HOUR;
const LONGEST = 15 * DAY;
/** A stroke of this stay began so long before it at most, and was coded so long after it. */
const STROKE_BEFORE = 7 * DAY;
const STROKE_AFTER = 7 * DAY;
/** Later than any moment, and still before what has no end. */
const AT_LAST = Number.MAX_SAFE_INTEGER;

/**
 * The stay of a patient that a cohort is about, from everything an export says of the patient: the first one in which an ischaemic stroke was recorded, else
 * the newest one. Null for a patient who was never in hospital.
 */
export function stayOfResources(
  patientId: string,
  exported: readonly ExportedRecord[],
): CohortStay | null {
  const encounterOf = new Map(
    exported.map(({ record, encounterId }) => [record.resourceKey, encounterId]),
  );
  const standing = [...newestVersions(exported.map(({ record }) => record)).values()].filter(
    ({ retracted }) => !retracted,
  );
  const stays = staysOf(standing);
  const strokes = standing.filter(isStroke);
  const isOf = (stay: Stay) => (stroke: ConditionRecord) =>
    isInStay(stroke, stay, encounterOf.get(stroke.resourceKey) ?? null);
  const stay = stays.find((one) => strokes.some(isOf(one))) ?? stays.at(-1);
  if (!stay) return null;
  const facts = standing.flatMap((record): ClinicalRecord[] => {
    if (record.type === 'patient' || record.type === 'encounter') return [];
    if (isStroke(record) && isOf(stay)(record)) return [sinceAdmission(record, stay)];
    if (isStroke(record)) return earlierStroke(record, stay);
    return isWithin(record, stay) ? [{ ...record, times: asKnown(record.times) }] : [];
  });
  const patient = standing.find((one) => one.type === 'patient');
  const person = patient ? [{ ...patient, times: timesAt(stay.admittedAt) }] : [];
  return {
    patientId,
    admittedAt: stay.admittedAt,
    records: [...person, encounterOfStay(patientId, stay, patient), ...facts],
    trueHazards: null,
  };
}

/** All of them, first one first. */
function staysOf(records: readonly ClinicalRecord[]): readonly Stay[] {
  const stays: Stay[] = [];
  let until = AT_LAST;
  for (let stay = stayOf(records, until); stay; stay = stayOf(records, until)) {
    stays.unshift(stay);
    until = stay.admittedAt - 1;
  }
  return stays;
}

function isStroke(record: ClinicalRecord): record is ConditionRecord {
  return (
    record.type === 'condition' &&
    (record.condition === 'ischaemic-stroke' || record.condition === 'mca-occlusion')
  );
}

/** By the encounter it names, else by its time. */
function isInStay(stroke: ConditionRecord, stay: Stay, encounterId: string | null): boolean {
  if (encounterId !== null && stay.encounterIds.includes(encounterId)) return true;
  const { effectiveAt } = stroke.times;
  const end = stay.dischargedAt ?? AT_LAST;
  return effectiveAt >= stay.admittedAt - STROKE_BEFORE && effectiveAt <= end + STROKE_AFTER;
}

/** What names the stay and no time within it held from admission on. */
function sinceAdmission(stroke: ConditionRecord, { admittedAt }: Stay): ConditionRecord {
  const at = Math.min(stroke.times.effectiveAt, admittedAt);
  return { ...stroke, times: { ...asKnown(stroke.times), effectiveAt: at } };
}

function earlierStroke(stroke: ConditionRecord, { admittedAt }: Stay): ConditionRecord[] {
  if (stroke.times.effectiveAt > admittedAt) return [];
  return [{ ...stroke, condition: 'prior-stroke', times: asKnown(stroke.times) }];
}

/** History reaches back further than values do. */
function isWithin({ type, times }: ClinicalRecord, stay: Stay): boolean {
  const until = Math.min(stay.dischargedAt ?? AT_LAST, stay.admittedAt + LONGEST);
  const from = type === 'condition' ? -Infinity : stay.admittedAt - BEFORE;
  return times.effectiveAt >= from && times.effectiveAt <= until;
}

/** Released = known: when an export was read says nothing about the ward. */
function asKnown({ effectiveAt, issuedAt }: RecordTimes): RecordTimes {
  const known = Math.max(effectiveAt, issuedAt ?? effectiveAt);
  return { effectiveAt, issuedAt, brokerAt: known, ingestedAt: known };
}

function timesAt(at: number): RecordTimes {
  return { effectiveAt: at, issuedAt: at, brokerAt: at, ingestedAt: at };
}

/** One encounter for all that the stay was recorded as: leaving the emergency department is not leaving the hospital. */
function encounterOfStay(
  patientId: string,
  stay: Stay,
  patient: PatientRecord | undefined,
): EncounterRecord {
  const { admittedAt, dischargedAt } = stay;
  const deceasedAt = patient?.deceasedAt ?? null;
  const inHospital =
    deceasedAt !== null && deceasedAt >= admittedAt && deceasedAt <= (dischargedAt ?? AT_LAST);
  const end = inHospital ? deceasedAt : dischargedAt;
  return {
    ...{ patientId, version: '1', retracted: false, status: 'final', source: null },
    ...{ type: 'encounter', resourceKey: `Encounter/${stay.encounterId}` },
    ...{ encounterId: stay.encounterId, start: admittedAt, end, locations: [] },
    encounterStatus: end === null ? 'in-progress' : 'finished',
    died: stay.died || inHospital,
    times: timesAt(end ?? admittedAt),
  };
}
