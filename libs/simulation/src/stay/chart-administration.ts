import { HOUR, MINUTE } from '@endwatch/clinical';
import type {
  ClinicalRecord,
  ConditionRecord,
  EncounterLocation,
  EncounterRecord,
  PatientRecord,
  RecordTimes,
  TreatmentRecord,
} from '@endwatch/clinical';
import { FIRST_VERSION, timesOf } from '../course/chart.ts';
import type { StayPlan } from './stay-plan.ts';

/** Who is admitted, and to which bed. */
export interface Person {
  readonly sex: 'female' | 'male';
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly location: EncounterLocation | null;
}

/** Leaves room for moves from bed to bed between admission and discharge. */
const DISCHARGE_VERSION = '0900';

interface Base {
  readonly patientId: string;
  readonly resourceKey: string;
  readonly version: string;
  readonly retracted: false;
  readonly status: 'final';
  readonly times: RecordTimes;
  readonly source: string;
}

function base(plan: StayPlan, resourceKey: string, times: RecordTimes): Base {
  const { patientId } = plan;
  return {
    patientId,
    resourceKey,
    version: FIRST_VERSION,
    retracted: false,
    status: 'final',
    times,
    source: 'registration',
  };
}

function patient(plan: StayPlan, person: Person, times: RecordTimes): PatientRecord {
  return {
    ...base(plan, `Patient/${plan.patientId}`, times),
    type: 'patient',
    name: person.name,
    birthDate: person.birthDate,
    sex: person.sex,
    identifiers: [{ system: 'urn:oid:1.2.276.0.76.3.1.999', value: `MRN-${plan.patientId}` }],
    replacedBy: null,
    deceasedAt: null,
  };
}

function admission(plan: StayPlan, person: Person, times: RecordTimes): EncounterRecord {
  const encounterId = `${plan.patientId}-stay`;
  return {
    ...base(plan, `Encounter/${encounterId}`, times),
    type: 'encounter',
    encounterId,
    encounterStatus: 'in-progress',
    start: plan.admittedAt,
    end: null,
    locations: person.location === null ? [] : [person.location],
    died: false,
  };
}

function discharge(plan: StayPlan, admitted: EncounterRecord): EncounterRecord {
  const end = Math.round(plan.admittedAt + plan.dischargeHours * HOUR);
  const times = timesOf(plan.rng.fork('discharge'), end, 5);
  const locations = admitted.locations.map((location) => ({ ...location, active: false }));
  return {
    ...admitted,
    version: DISCHARGE_VERSION,
    encounterStatus: 'finished',
    end,
    died: plan.died,
    locations,
    times,
  };
}

function conditions(plan: StayPlan, times: RecordTimes): ConditionRecord[] {
  return plan.traits.conditions.map((condition) => ({
    ...base(plan, `Condition/${plan.patientId}-${condition}`, times),
    type: 'condition',
    condition,
  }));
}

function thrombolysis(plan: StayPlan): TreatmentRecord[] {
  if (!plan.traits.lysed) return [];
  const rng = plan.rng.fork('lysis');
  const times = timesOf(rng, plan.admittedAt + rng.between(25, 70) * MINUTE, rng.between(2, 10));
  return [
    {
      ...base(plan, `MedicationAdministration/${plan.patientId}-lysis`, times),
      type: 'treatment',
      treatment: 'thrombolysis',
    },
  ];
}

/** Registration, encounter (and its end, when it lies within what is produced), known conditions, thrombolysis. Nobody here has thrombectomy. */
export function chartAdministration(plan: StayPlan, person: Person): ClinicalRecord[] {
  const rng = plan.rng.fork('administration');
  const times = timesOf(rng, plan.admittedAt, rng.between(1, 6));
  const admitted = admission(plan, person, times);
  const ended = plan.untilHours >= plan.dischargeHours ? [discharge(plan, admitted)] : [];
  return [
    patient(plan, person, times),
    admitted,
    ...conditions(plan, times),
    ...thrombolysis(plan),
    ...ended,
  ];
}
