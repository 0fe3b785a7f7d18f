import { HOUR, type ClinicalRecord, type ObservationRecord } from '@endwatch/clinical';
import type { BoardRow } from '@endwatch/contracts';
import type { AlertState } from '../../domain/alerting/alert.ts';
import type { BatchEffects, PatientEffects, ScoreRecord } from '../../pipeline/ports.ts';

/** 2026-03-29T00:30Z plus a bit: the night clocks change, with milliseconds that matter. */
export const NOW: number = Date.UTC(2026, 2, 29, 0, 30, 15, 137);

export function aBatch(changes: Partial<BatchEffects> = {}): BatchEffects {
  return {
    knownAt: NOW,
    offsets: [],
    messageIds: [],
    patients: [],
    locations: [],
    expectedDirectoryVersion: 0,
    rejections: [],
    ...changes,
  };
}

/** A patient on ward `w1`, admitted an hour before. */
export function aPatient(id: string, changes: Partial<PatientEffects> = {}): PatientEffects {
  return {
    patientId: id,
    partition: 0,
    expectedVersion: 0,
    profile: {
      admittedAt: NOW - HOUR,
      dischargedAt: null,
      encounterId: `e-${id}`,
      locationIds: ['bed-1'],
      mergedInto: null,
      nextWakeAt: NOW + HOUR,
    },
    records: [],
    reportVectors: [],
    scores: [],
    superseded: [],
    alerts: [],
    transitions: [],
    row: aRow(id),
    placement: { wardId: 'w1', wardName: 'Stroke unit', bed: '1' },
    ...changes,
  };
}

export function aRow(patientId: string, changes: Partial<BoardRow> = {}): BoardRow {
  return {
    patientId,
    encounterId: `e-${patientId}`,
    name: `Name ${patientId}`,
    bed: '1',
    age: 71,
    sex: 'female',
    admittedAt: new Date(NOW - HOUR).toISOString(),
    nihss: {
      total: 8,
      at: null,
      admissionTotal: 8,
      motor: null,
      admissionMotor: null,
      nextDueAt: null,
      series: [],
    },
    end: { status: 'none', rule: null, at: null, delta: null, reason: null },
    risk: null,
    noRiskReason: 'Nothing charted yet',
    freshness: { vitals: null, labs: null, report: null, nihss: null },
    alerts: [],
    ...changes,
  };
}

const head = {
  version: '1',
  retracted: false,
  status: 'final',
  source: 'ehr',
  times: { effectiveAt: NOW, issuedAt: NOW + 1, brokerAt: NOW + 2, ingestedAt: NOW + 3 },
} as const;

/** A heart rate. */
export function aVital(
  patientId: string,
  changes: Partial<ObservationRecord> = {},
): ObservationRecord {
  return {
    ...head,
    type: 'observation',
    patientId,
    resourceKey: 'Observation/hr',
    rater: null,
    facts: [
      {
        kind: 'measurement',
        quantity: 'heart-rate',
        value: 81.3,
        comparator: null,
        loinc: '8867-4',
      },
    ],
    ...changes,
  };
}

/** One record of every type, with everything set that can be. */
export function everyRecord(patientId: string): readonly ClinicalRecord[] {
  return [
    aVital(patientId),
    {
      ...head,
      type: 'observation',
      patientId,
      resourceKey: 'Observation/nihss',
      rater: 'Practitioner/7',
      facts: [
        { kind: 'nihss-item', item: '5a', score: 'UN', reason: 'Amputation' },
        { kind: 'nihss-item', item: '1a', score: 0 },
        { kind: 'nihss-total', total: 11 },
        {
          kind: 'measurement',
          quantity: 'd-dimer',
          value: 0.19,
          comparator: '<',
          loinc: '48065-7',
        },
      ],
    },
    {
      ...head,
      type: 'observation',
      patientId,
      resourceKey: 'Observation/gone',
      status: 'entered-in-error',
      retracted: true,
      rater: null,
      facts: [],
    },
    {
      ...head,
      type: 'report',
      patientId,
      resourceKey: 'DiagnosticReport/1',
      title: 'CT head',
      text: 'No haemorrhage.\n',
    },
    {
      ...head,
      type: 'encounter',
      patientId,
      resourceKey: 'Encounter/1',
      encounterId: '1',
      encounterStatus: 'in-progress',
      start: NOW - HOUR,
      end: null,
      locations: [{ locationId: 'bed-1', display: 'Bed 1', active: true, from: NOW - HOUR }],
      died: false,
    },
    {
      ...head,
      type: 'patient',
      patientId,
      resourceKey: 'Patient/1',
      name: 'Ärla \u{1F9E0} Test',
      birthDate: '1955-02',
      sex: 'other',
      identifiers: [{ system: null, value: 'MRN' }],
      replacedBy: null,
      deceasedAt: null,
    },
    { ...head, type: 'condition', patientId, resourceKey: 'Condition/1', condition: 'diabetes' },
    {
      ...head,
      type: 'treatment',
      patientId,
      resourceKey: 'Procedure/1',
      treatment: 'thrombolysis',
      source: null,
    },
  ];
}

export function aScore(
  patientId: string,
  id: string,
  changes: Partial<ScoreRecord> = {},
): ScoreRecord {
  return {
    id,
    patientId,
    asOf: NOW,
    knownAt: NOW + 5,
    hoursSinceAdmission: 1 / 3,
    modelVersion: 'm1',
    modelChecksum: 'c5'.repeat(32),
    codeVersion: 'c1',
    features: {
      featureSet: 'f1',
      values: Float32Array.of(0.1, -0, 3.4028234663852886e38, 1e-45),
      missing: Uint8Array.of(0, 0, 1, 0),
      ageHours: Float32Array.of(NaN, Infinity, 0.25, 0),
    },
    fingerprint: '0123456789abcdef',
    reportKeys: ['DiagnosticReport/1 1'],
    reportVector: Float32Array.of(1 / 3, -1 / 3),
    hazards: Float32Array.of(0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07),
    next24h: 0.1 + 0.2,
    by48h: 1 / 3,
    by7d: null,
    admission: 0.5,
    missing: ['d-dimer'],
    outOfPopulation: [],
    supersededAt: null,
    ...changes,
  };
}

export function anAlert(
  patientId: string,
  id: string,
  changes: Partial<AlertState> = {},
): AlertState {
  return {
    id,
    patientId,
    kind: 'risk-high',
    priority: 'medium',
    state: 'raised',
    raisedAt: NOW,
    stateSince: NOW,
    reason: 'Risk of getting worse in the next 24 h is 41 % (on at 35 %)',
    scoreId: 's1',
    holder: null,
    holderAccount: null,
    escalatesAt: NOW + HOUR,
    cause: 's1',
    riskAtRaise: 0.41,
    riskAtSnooze: null,
    step: 0,
    declined: false,
    declinedDuties: [],
    kept: false,
    ...changes,
  };
}
