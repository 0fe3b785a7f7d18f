import {
  ageLimitOf,
  BEFORE_ADMISSION,
  compareVersions,
  HOUR,
  LABORATORY_VALUES,
  MINUTE,
  QUANTITIES,
  useOf,
  VITAL_SIGNS,
  type ClinicalRecord,
  type EpochMs,
  type PatientTimeline,
  type QuantityName,
  type ReportRecord,
  type Stay,
} from '@endwatch/clinical';
import type { Alert, BoardRow, PatientDetail, PatientInput } from '@endwatch/contracts';
import { isoTime, isoTimeOrNull } from '../board/iso-time.ts';
import { patientStateOf } from '../patient-state/patient-state.ts';
import type { StoredPatient } from '../patient-state/stored-patient.ts';

export interface DetailQuestion {
  /** The whole stay, every version. */
  readonly stored: StoredPatient;
  readonly row: BoardRow;
  /** Null when the patient is on no board. */
  readonly ward: { readonly id: string; readonly name: string } | null;
  /** All alerts of the stay, resolved ones too, newest first. */
  readonly alerts: readonly Alert[];
  readonly now: EpochMs;
}

/** The patient page: the tile, and everything it rests on. */
export function toPatientDetail(question: DetailQuestion): PatientDetail {
  const { stored, row, ward, now } = question;
  const state = patientStateOf(stored);
  const { timeline } = state;
  const from = Date.parse(row.admittedAt) - BEFORE_ADMISSION;
  return {
    ...row,
    ward: ward === null ? null : { id: ward.id, name: ward.name },
    ...leftBy(state.stayAt(now), now),
    alerts: [...question.alerts],
    inputs: [...VITAL_SIGNS, ...LABORATORY_VALUES].map((name) => toInput(timeline, name, now)),
    samples: samplesOf(timeline, from),
    reports: timeline.reports
      .filter(({ times }) => times.effectiveAt >= from)
      .map((report) => toReport(report, stored.records)),
    history: timeline.conditions.map(({ condition, times }) => ({
      condition,
      since: isoTime(times.effectiveAt),
    })),
    treatments: timeline.treatments
      .filter(({ times }) => times.effectiveAt >= from)
      .map(({ treatment, times }) => ({ treatment, at: isoTime(times.effectiveAt) })),
  };
}

/** A discharge that is planned has not been. */
function leftBy(
  stay: Stay | null,
  now: EpochMs,
): Required<Pick<PatientDetail, 'dischargedAt' | 'died'>> {
  const left = stay?.dischargedAt ?? null;
  if (stay === null || left === null || left > now) return { dischargedAt: null, died: false };
  return { dischargedAt: isoTime(left), died: stay.died };
}

function toInput(timeline: PatientTimeline, name: QuantityName, now: EpochMs): PatientInput {
  const { unit } = QUANTITIES[name];
  const newest = timeline.latestMeasurement(name);
  if (newest === null) return { name, unit, ...NEVER };
  const { record, at } = newest;
  const age = Math.max(0, now - at);
  return {
    name,
    code: newest.loinc,
    value: newest.value,
    comparator: newest.comparator,
    unit,
    effectiveAt: isoTime(at),
    issuedAt: isoTimeOrNull(record.times.issuedAt),
    receivedAt: isoTime(record.times.brokerAt),
    status: record.status,
    source: record.source,
    ageMinutes: Math.floor(age / MINUTE),
    usedAs: useOf(age / HOUR, ageLimitOf(name)),
  };
}

/** Values of one draw mostly come together; those that come later are an entry of their own. */
function samplesOf(timeline: PatientTimeline, from: EpochMs): PatientDetail['samples'] {
  const values = LABORATORY_VALUES.flatMap((name) => timeline.series(name, from - 1))
    .map(({ at, quantity, record }) => ({ at, quantity, receivedAt: record.times.brokerAt }))
    .sort((a, b) => a.at - b.at || a.receivedAt - b.receivedAt);
  const together = Map.groupBy(
    values,
    ({ at, receivedAt }) => `${at} ${Math.floor(receivedAt / MINUTE)}`,
  );
  return [...together.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = group.map(({ quantity }) => quantity);
    return [{ at: isoTime(first.at), receivedAt: isoTime(first.receivedAt), names }];
  });
}

const NEVER = {
  code: null,
  value: null,
  comparator: null,
  effectiveAt: null,
  issuedAt: null,
  receivedAt: null,
  status: null,
  source: null,
  ageMinutes: null,
  usedAs: 'missing',
} as const;

function toReport(
  report: ReportRecord,
  records: readonly ClinicalRecord[],
): PatientDetail['reports'][number] {
  const versions = records
    .filter((each): each is ReportRecord => each.type === 'report')
    .filter(({ resourceKey }) => resourceKey === report.resourceKey)
    .sort((a, b) => compareVersions(b, a));
  return {
    id: report.resourceKey,
    title: report.title,
    text: report.text,
    status: report.status,
    effectiveAt: isoTime(report.times.effectiveAt),
    issuedAt: isoTimeOrNull(report.times.issuedAt),
    receivedAt: isoTime(report.times.brokerAt),
    versions: versions.map(({ version, status, text, times }) => ({
      version,
      status,
      text,
      receivedAt: isoTime(times.brokerAt),
    })),
  };
}
