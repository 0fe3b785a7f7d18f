import {
  ageAt,
  DAY,
  HOUR,
  newestVersions,
  type ClinicalRecord,
  type EpochMs,
  type PatientRecord,
  type RecordTimes,
  type Stay,
} from '@endwatch/clinical';
import { patientStateOf } from '../patient-state/patient-state.ts';
import type { StoredPatient } from '../patient-state/stored-patient.ts';
import { staysOf, type StayWithin } from '../review/summarise-stays.ts';
import { maskText, type Known } from './mask-text.ts';

/** A stay that nobody should recognise. */
export interface ExportedStay {
  readonly patientId: string;
  readonly admittedAt: EpochMs;
  readonly records: readonly ClinicalRecord[];
}

/** What is drawn anew for each patient. */
export interface Disguise {
  readonly patientId: string;
  /** Added to every time; whole days, so that hours of the day stay. */
  readonly shiftDays: number;
}

/** Facts of a stay reach from a day before admission to its end, at most so far. */
const BEFORE = 24 * HOUR;
const LONGEST = 15 * DAY;
/** Ages above are rare enough to tell who it is. */
export const OLDEST = 90;
/** Later than this after its release a fact was not known late but loaded late. */
const LOADED_LATE = DAY;

/** Which stay of a patient is meant, seen from `now`. */
export interface WantedStay {
  readonly now: EpochMs;
  /** Null = the newest one up to `now`. */
  readonly admittedAt: EpochMs | null;
}

/** A stay with what stands in it; null where there is none, or the patient was merged into another. */
export function deIdentified(
  stored: StoredPatient,
  disguise: Disguise,
  { now, admittedAt }: WantedStay,
): ExportedStay | null {
  const state = patientStateOf(stored);
  const stays = stored.mergedInto === null ? staysOf(state, now) : [];
  const found = stays.findLast(({ stay }) =>
    admittedAt === null ? stay.admittedAt <= now : stay.admittedAt === admittedAt,
  );
  if (!found) return null;
  const { stay } = found;
  const { patient } = state.timeline;
  const to = (at: EpochMs): EpochMs => at + disguise.shiftDays * DAY;
  const veil: Veil = {
    patientId: disguise.patientId,
    to,
    raters: new Map(),
    known: knownOf(stored, patient),
  };
  const records = standing(stored, found).flatMap((record) => factOf(record, veil));
  return {
    ...{ patientId: disguise.patientId, admittedAt: to(stay.admittedAt) },
    records: [...records, personOf(patient, stay, veil), ...endOf(stay, veil, now)],
  };
}

/** What one patient's records are seen through. */
interface Veil {
  readonly patientId: string;
  readonly to: (at: EpochMs) => EpochMs;
  readonly raters: Map<string, string>;
  readonly known: Known;
}

/** By what a patient would be recognised in a text. */
export function knownOf(stored: StoredPatient, patient: PatientRecord | null): Known {
  const numbers = patient?.identifiers.map(({ value }) => value) ?? [];
  return {
    name: patient?.name ?? null,
    identifiers: [...numbers, stored.patientId, ...stored.aliases],
  };
}

/** Of each resource the version that holds, as far as it belongs to the stay; history reaches back further. */
function standing(
  { records }: StoredPatient,
  { stay, until }: StayWithin,
): readonly ClinicalRecord[] {
  const { admittedAt } = stay;
  const within = (at: EpochMs): boolean =>
    at >= admittedAt - BEFORE && at <= admittedAt + LONGEST && at < until;
  return [...newestVersions(records).values()].filter(
    ({ retracted, type, times }) =>
      !retracted && (type === 'condition' || within(times.effectiveAt)),
  );
}

/** Nothing for who it was and where: that is told apart from the facts. */
function factOf(record: ClinicalRecord, veil: Veil): readonly ClinicalRecord[] {
  const times = shifted(record.times, veil.to);
  const base = { patientId: veil.patientId, version: '1', source: null, times };
  switch (record.type) {
    case 'observation':
      return [{ ...record, ...base, rater: coded(record.rater, veil.raters) }];
    case 'report': {
      const title = record.title === null ? null : maskText(record.title, veil.known);
      return [{ ...record, ...base, title, text: maskText(record.text, veil.known) }];
    }
    case 'condition':
    case 'treatment':
      return [{ ...record, ...base }];
    case 'encounter':
    case 'patient':
      return [];
  }
}

function personOf(patient: PatientRecord | null, { admittedAt }: Stay, veil: Veil): PatientRecord {
  const { patientId, to } = veil;
  return {
    ...{ patientId, version: '1', retracted: false, status: 'final', source: null },
    ...{ times: timesAt(to(admittedAt)), type: 'patient', resourceKey: 'Patient/1', name: null },
    ...{ identifiers: [], replacedBy: null, deceasedAt: null, sex: patient?.sex ?? 'unknown' },
    birthDate: birthMonth(patient?.birthDate ?? null, { admittedAt, to }),
  };
}

/** Discharge or death, where it has come. */
function endOf(
  { admittedAt, dischargedAt, died }: Stay,
  veil: Veil,
  now: EpochMs,
): readonly ClinicalRecord[] {
  if (dischargedAt === null || dischargedAt > now) return [];
  const { patientId, to } = veil;
  const end = to(dischargedAt);
  return [
    {
      ...{ patientId, version: '1', retracted: false, status: 'final', source: null },
      ...{ times: timesAt(end), type: 'encounter', resourceKey: 'Encounter/1', encounterId: '1' },
      ...{ encounterStatus: 'finished', start: to(admittedAt), end, locations: [], died },
    },
  ];
}

function timesAt(at: EpochMs): RecordTimes {
  return { effectiveAt: at, issuedAt: null, brokerAt: at, ingestedAt: at };
}

/** With the time at which it was known to the ward as its ingestion: of what was loaded long afterwards, the time of its release. */
function shifted(times: RecordTimes, to: (at: EpochMs) => EpochMs): RecordTimes {
  const { effectiveAt, issuedAt, ingestedAt } = times;
  const released = Math.max(effectiveAt, issuedAt ?? effectiveAt);
  const known = ingestedAt - released > LOADED_LATE ? released : Math.max(effectiveAt, ingestedAt);
  return timesOf(to(effectiveAt), issuedAt === null ? null : to(issuedAt), to(known));
}

function timesOf(effectiveAt: EpochMs, issuedAt: EpochMs | null, known: EpochMs): RecordTimes {
  return { effectiveAt, issuedAt, brokerAt: known, ingestedAt: known };
}

/** `r1`, `r2` … by first appearance: whether two examinations had one examiner matters, who it was does not. */
function coded(rater: string | null, raters: Map<string, string>): string | null {
  if (rater === null) return null;
  const code = raters.get(rater) ?? `r${String(raters.size + 1)}`;
  raters.set(rater, code);
  return code;
}

/** Shifted like all else and cut to the month; the very old are all of one age. */
function birthMonth(
  birthDate: string | null,
  { admittedAt, to }: { admittedAt: EpochMs; to: (at: EpochMs) => EpochMs },
): string | null {
  const age = ageAt(birthDate, admittedAt);
  if (birthDate === null || age === null) return null;
  const born = new Date(to(Date.parse(birthDate)));
  if (age >= OLDEST) born.setUTCFullYear(new Date(to(admittedAt)).getUTCFullYear() - OLDEST, 0, 1);
  return born.toISOString().slice(0, 7);
}
